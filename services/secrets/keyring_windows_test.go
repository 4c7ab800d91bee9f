package secrets

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCredentialsOfWindowsKeepReplaceAndRemove(t *testing.T) {
	k := New(Config{Service: "Foyer's own test", Dir: folder(t)})
	want := func(rule, value, code string, state State) {
		t.Helper()
		k.forget("token")
		if got, err := k.Get(t.Context(), "token"); got != value || codeOf(err) != code {
			t.Errorf("%s: got %q, %v", rule, got, err)
		}
		s, err := k.State(t.Context(), "token")
		if d := cmp.Diff(state, s); d != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", rule, err, d)
		}
	}
	want("empty", "", CodeNone, State{Keyring: true})
	for _, value := range []string{canary, "second, ünïcode 日本"} {
		if err := k.Set(t.Context(), "token", value, InKeyring); err != nil {
			t.Fatal(err)
		}
		want("kept", value, "", State{Kept: InKeyring, Keyring: true})
	}
	for range 2 {
		if err := k.Remove(t.Context(), "token"); err != nil {
			t.Fatal(err)
		}
		want("removed", "", CodeNone, State{Keyring: true})
	}
}
