package transport

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"io"
	"os"
	"time"

	"foyer/services/fault"
)

// Certificate says whose a certificate is, and until when it holds.
type Certificate struct {
	Name  string
	Until time.Time
}

// maxPEM is more than all authorities of a system take, in bytes.
const maxPEM = 4 << 20

// Authorities returns the certificates in a PEM file of authorities; one at least. The error is a
// *fault.Error with CodeCAFile.
func Authorities(file string) ([]Certificate, error) {
	all, err := readAuthorities(file)
	if err != nil {
		return nil, &fault.Error{Op: opSetUp, Kind: fault.NotConfigured, Code: CodeCAFile, Err: err}
	}
	return all, nil
}

func readAuthorities(file string) ([]Certificate, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, &os.PathError{Op: "read", Path: file, Err: errNoCertificate}
	}
	data, err := io.ReadAll(io.LimitReader(f, maxPEM))
	if err != nil {
		return nil, err
	}
	var all []Certificate
	for {
		var block *pem.Block
		if block, data = pem.Decode(data); block == nil {
			break
		}
		if c, err := x509.ParseCertificate(block.Bytes); err == nil && block.Type == "CERTIFICATE" {
			all = append(all, described(c))
		}
	}
	if len(all) == 0 {
		return nil, &os.PathError{Op: "read", Path: file, Err: errNoCertificate}
	}
	return all, nil
}

// Identity returns the client certificate in a PEM file, whose key is in keyFile, or in the same file for
// "". The error is a *fault.Error with CodeClientCert.
func Identity(file, keyFile string) (Certificate, error) {
	pair, err := clientPair(file, keyFile)
	if err != nil {
		return Certificate{}, &fault.Error{Op: opSetUp, Kind: fault.NotConfigured, Code: CodeClientCert, Err: err}
	}
	return described(pair.Leaf), nil
}

// clientPair reads a certificate and its key.
func clientPair(file, keyFile string) (tls.Certificate, error) {
	if keyFile == "" {
		keyFile = file
	}
	return tls.LoadX509KeyPair(file, keyFile)
}

// described names a certificate after whom it is for.
func described(c *x509.Certificate) Certificate {
	names := append([]string{c.Subject.CommonName}, c.Subject.Organization...)
	names = append(names, c.DNSNames...)
	d := Certificate{Until: c.NotAfter}
	for _, name := range names {
		if name != "" {
			d.Name = name
			return d
		}
	}
	d.Name = c.Subject.String()
	return d
}
