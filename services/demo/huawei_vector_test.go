package demo

import (
	"encoding/hex"
	"testing"
)

// The vector is the contract's with another user, signed by another program.
func TestSignaturesAreThoseOfTheContract(t *testing.T) {
	in := hwAppLogIn{
		appID: "fdb8e4699586458bbd10c834872dcc62", userID: "testuser@example.com", expires: 1627722929,
		nonce: "EycLQsHwxhzK9OW8UEKWNfH2I3CGR2nINuU1EBpv162d42d92s",
	}
	const want = "9bb29be4488e1601f9236cd311ef6bda6cf952883d943baf5027dbce419da7db"
	signature, access, ok := readSignature("HMAC-SHA256 signature=" + want + ",access=ZmRiOGU0Njk5NTg2NDU4YmJkMTBjODM0ODcyZGNjNjI=")
	if got := hex.EncodeToString(in.signature("appkey-for-test", false)); got != want || hex.EncodeToString(signature) != want || access != in.appID || !ok {
		t.Errorf("%s, read %x for %q, %v", got, signature, access, ok)
	}
}
