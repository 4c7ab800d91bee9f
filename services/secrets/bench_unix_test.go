//go:build !windows && !darwin

package secrets

import "testing"

// BenchmarkReadingTheRealKeyring compares a look into the keyring before it is read, which can be
// given up, with the library alone, and with a secret that was read a moment ago.
func BenchmarkReadingTheRealKeyring(b *testing.B) {
	ring, err := realKeyring()
	if err != nil {
		b.Fatal(err)
	}
	usedKeyring = ring
	b.Setenv("DBUS_SESSION_BUS_ADDRESS", ring.address)
	k := New(Config{Dir: b.TempDir()})
	if err := k.Set(b.Context(), "token", canary, InKeyring); err != nil {
		b.Fatal(err)
	}
	for name, read := range map[string]func() (string, error){
		"library": func() (string, error) { return systemRing{}.Get("Foyer", "token") },
		"anew": func() (string, error) {
			k.forget("token")
			return k.Get(b.Context(), "token")
		},
		"again": func() (string, error) { return k.Get(b.Context(), "token") },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if value, err := read(); value != canary || err != nil {
					b.Fatalf("%q, %v", value, err)
				}
			}
		})
	}
}
