package transport

import (
	"encoding/pem"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"foyer/services/fault"
)

func TestWhoseAuthoritiesAreInAFile(t *testing.T) {
	server := encrypted(silent)
	server.StartTLS()
	defer server.Close()
	one, key, _ := identity(t)
	raw := &pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw}
	for name, file := range map[string]string{
		"alone":               save(t, "a.pem", raw),
		"among other things":  save(t, "b.pem", key, raw, &pem.Block{Type: "CERTIFICATE", Bytes: []byte("no certificate")}),
		"what trust believes": authority(t, server),
	} {
		all, err := Authorities(file)
		if err != nil || len(all) != 1 || all[0].Name != "Acme Co" || !all[0].Until.Equal(server.Certificate().NotAfter) {
			t.Errorf("%s: %+v, %v", name, all, err)
		}
	}
	if all, err := Authorities(save(t, "two.pem", raw, one)); err != nil || len(all) != 2 {
		t.Errorf("%+v, %v", all, err)
	}
}

// What Authorities refuses, a Client refuses as well, and the other way round.
func TestFilesWithoutAuthorities(t *testing.T) {
	_, key, _ := identity(t)
	dir := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	for _, file := range []string{
		write("empty.pem", ""), write("words.pem", "not a certificate"), write("half.pem", "-----BEGIN CERTIFICATE-----\nMIIB"),
		write("zeros.bin", strings.Repeat("\x00", 1<<20)), save(t, "key.pem", key), dir, filepath.Join(dir, "missing.pem"),
	} {
		_, err := Authorities(file)
		want(t, asFault(t, err), fault.NotConfigured, CodeCAFile)
		_, err = New(Config{CAFile: file})
		want(t, asFault(t, err), fault.NotConfigured, CodeCAFile)
	}
}

func TestWhoseAClientCertificateIs(t *testing.T) {
	cert, key, _ := identity(t)
	_, other, _ := identity(t)
	together := save(t, "both.pem", cert, key)
	certFile, keyFile := save(t, "cert.pem", cert), save(t, "key.pem", key)
	for _, files := range [][2]string{{together, ""}, {certFile, keyFile}} {
		c, err := Identity(files[0], files[1])
		if err != nil || c.Name == "" || c.Until.Before(time.Now()) {
			t.Errorf("%v: %+v, %v", files, c, err)
		}
	}
	for _, files := range [][2]string{{certFile, ""}, {certFile, save(t, "other.pem", other)}, {keyFile, certFile}, {filepath.Join(t.TempDir(), "none"), ""}} {
		_, err := Identity(files[0], files[1])
		want(t, asFault(t, err), fault.NotConfigured, CodeClientCert)
	}
}
