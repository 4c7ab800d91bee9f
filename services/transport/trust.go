package transport

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"os"

	"foyer/services/fault"
)

const opSetUp = "setting up the network"

var errNoCertificate = errors.New("the file holds no certificate in PEM")

// trust returns who is trusted, and as whom Foyer shows itself. Certificates are always verified.
func trust(c Config) (*tls.Config, error) {
	config := &tls.Config{MinVersion: tls.VersionTLS12}
	if c.CAFile != "" {
		pool, err := authorities(c.CAFile)
		if err != nil {
			return nil, &fault.Error{Op: opSetUp, Kind: fault.NotConfigured, Code: CodeCAFile, Err: err}
		}
		config.RootCAs = pool
	}
	if c.CertFile != "" {
		pair, err := clientPair(c.CertFile, c.KeyFile)
		if err != nil {
			return nil, &fault.Error{Op: opSetUp, Kind: fault.NotConfigured, Code: CodeClientCert, Err: err}
		}
		config.Certificates = []tls.Certificate{pair}
	}
	return config, nil
}

// authorities are the system's and those of the file.
func authorities(file string) (*x509.CertPool, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	pool, err := x509.SystemCertPool()
	if err != nil {
		pool = x509.NewCertPool() // a system without any: the file's are enough
	}
	if !pool.AppendCertsFromPEM(data) {
		return nil, &os.PathError{Op: "read", Path: file, Err: errNoCertificate}
	}
	return pool, nil
}
