//go:build packaged

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestARealSignatureIsMadeAndHolds signs with a certificate that lives as long as the test.
func TestARealSignatureIsMadeAndHolds(t *testing.T) {
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	does := func(name string, args ...string) string {
		t.Helper()
		out, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v: %s", name, err, out)
		}
		return string(out)
	}
	if err := os.WriteFile(at("password"), []byte("only for a moment\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	does("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Throw-away",
		"-addext", "extendedKeyUsage=codeSigning", "-keyout", at("key.pem"), "-out", at("certificate.pem"))
	does("openssl", "pkcs12", "-export", "-inkey", at("key.pem"), "-in", at("certificate.pem"), "-passout", "file:"+at("password"), "-out", at("both.p12"))

	r := testRelease(t)
	plain, err := r.withResources(project+"/build/release/windows/foyer.exe", "foyer", r.words.T("packages.windows.agent"))
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv(signWith, "osslsigncode sign -pkcs12 '"+at("both.p12")+"' -readpass '"+at("password")+"' -h sha256 -n Foyer")
	signed, err := sign(t.Context(), plain, folder)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at("signed.exe"), signed, 0o600); err != nil {
		t.Fatal(err)
	}
	if out := does("osslsigncode", "verify", "-CAfile", at("certificate.pem"), "-in", at("signed.exe")); !strings.Contains(out, "Signature verification: ok") {
		t.Errorf("osslsigncode says\n%s", out)
	}
}
