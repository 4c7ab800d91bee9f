package secrets

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

// canary is a secret that must be found nowhere but in its place.
const canary = "canary-7f3a9c51"

// wantNowhere fails when the canary is in the text or in a file below the folder.
func wantNowhere(t *testing.T, text, dir string) {
	t.Helper()
	if strings.Contains(text, canary) {
		t.Errorf("the secret is in %q", text)
	}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if strings.Contains(string(content)+path, canary) {
			t.Errorf("the secret is in %s", path)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// places are where the Keeper has the token.
func places(k *Keeper, f *fakeRing) (places []Keeping) {
	if len(f.entries) > 0 {
		places = append(places, InKeyring)
	}
	if k.isInSession("token") {
		places = append(places, InSession)
	}
	if _, err := os.Stat(k.path("token")); err == nil {
		places = append(places, InFile)
	}
	return places
}

func TestASecretIsInOnePlaceOnly(t *testing.T) {
	f := &fakeRing{}
	k := withFake(t, f)
	// From every place to every other.
	for _, keep := range []Keeping{InKeyring, InSession, InFile, InKeyring, InFile, InSession, InKeyring} {
		if err := k.Set(t.Context(), "token", "  "+string(keep)+"\n", keep); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff([]Keeping{keep}, places(k, f)); d != "" {
			t.Errorf("%s (-want +got):\n%s", keep, d)
		}
		if value, err := k.Get(t.Context(), "token"); value != string(keep) || err != nil {
			t.Errorf("%s: got %q, %v", keep, value, err)
		}
		if s, err := k.State(t.Context(), "token"); s.Kept != keep || err != nil {
			t.Errorf("%s: the state is %+v, %v", keep, s, err)
		}
	}
}

func TestRemovedSecretIsNowhere(t *testing.T) {
	f := &fakeRing{}
	k := withFake(t, f)
	for _, keep := range []Keeping{InKeyring, InSession, InFile} {
		if err := errors.Join(k.Set(t.Context(), "token", "x", keep), k.Remove(t.Context(), "token")); err != nil {
			t.Error(keep, err)
		}
		if left := places(k, f); left != nil {
			t.Errorf("%s: left in %v", keep, left)
		}
		if _, err := k.Get(t.Context(), "token"); codeOf(err) != CodeNone || fault.KindOf(err) != fault.NotConfigured {
			t.Errorf("%s: %v", keep, err)
		}
	}
}

func TestEnvironmentWinsAndCannotBeChanged(t *testing.T) {
	environment := map[string]string{"FOYER_TOKEN": " from outside\n"}
	k := newKeeper(Config{
		Dir: folder(t), Variable: func(name string) string { return map[string]string{"token": "FOYER_TOKEN"}[name] },
		Getenv: func(name string) string { return environment[name] },
	}, &fakeRing{entries: map[string]string{"token": "inside", "other": "other"}})
	if value, err := k.Get(t.Context(), "token"); value != "from outside" || err != nil {
		t.Errorf("got %q, %v", value, err)
	}
	if s, err := k.State(t.Context(), "token"); err != nil || s != (State{Kept: InEnvironment, Keyring: true}) {
		t.Errorf("the state is %+v, %v", s, err)
	}
	for _, err := range []error{k.Set(t.Context(), "token", "x", InSession), k.Remove(t.Context(), "token")} {
		if e, ok := errors.AsType[*fault.Error](err); !ok || e.Code != CodeEnvironment || e.Words != "FOYER_TOKEN" || e.Kind != fault.Invalid {
			t.Errorf("changed: %v", err)
		}
	}
	if value, err := k.Get(t.Context(), "other"); value != "other" || err != nil {
		t.Errorf("one without a variable: %q, %v", value, err)
	}
}

func TestUnusableVariableIsNamedAndAnEmptyOneIsNone(t *testing.T) {
	variable := "two\nlines"
	k := newKeeper(Config{
		Dir: folder(t), Variable: func(name string) string { return map[string]string{"token": "FOYER_TOKEN"}[name] },
		Getenv: func(string) string { return variable },
	}, &fakeRing{entries: map[string]string{"token": "inside"}})
	if _, err := k.Get(t.Context(), "token"); codeOf(err) != CodeUnusable || fault.KindOf(err) != fault.NotConfigured {
		t.Errorf("an unusable one: %v", err)
	}
	variable = ""
	if value, err := k.Get(t.Context(), "token"); value != "inside" || err != nil {
		t.Errorf("an empty one: %q, %v", value, err)
	}
}

func TestWhatIsNoSecretIsRefused(t *testing.T) {
	f := &fakeRing{}
	k := withFake(t, f)
	for _, value := range []string{"", " \n", "two\nlines", "tab\tbed", "\xff", "nul\x00", strings.Repeat("x", valueLimit+1)} {
		if err := k.Set(t.Context(), "token", value, InKeyring); codeOf(err) != CodeUnusable || fault.KindOf(err) != fault.Invalid {
			t.Errorf("%.10q: %v", value, err)
		}
	}
	for _, name := range []string{"", "../token", "a/b", `a\b`, "Token", ".token", "-", strings.Repeat("x", 65)} {
		_, errGet := k.Get(t.Context(), name)
		_, errState := k.State(t.Context(), name)
		for _, err := range []error{errGet, errState, k.Set(t.Context(), name, "x", InFile), k.Remove(t.Context(), name)} {
			if codeOf(err) != CodeBadName {
				t.Errorf("the name %.10q: %v", name, err)
			}
		}
	}
	for _, keep := range []Keeping{Nowhere, InEnvironment, "cloud"} {
		if err := k.Set(t.Context(), "token", "x", keep); codeOf(err) != CodeNoPlace {
			t.Errorf("kept in %q: %v", keep, err)
		}
	}
	if f.asked != 0 {
		t.Errorf("the keyring was asked %d times", f.asked)
	}
}

func TestKeyringIsNotAskedForEveryMessage(t *testing.T) {
	now := time.Date(2026, 11, 22, 10, 42, 0, 0, time.UTC)
	f := &fakeRing{entries: map[string]string{"token": "x"}}
	k := newKeeper(Config{Dir: folder(t), Now: func() time.Time { return now }}, f)
	get := func(want string, asked int) {
		t.Helper()
		if value, err := k.Get(t.Context(), "token"); value != want || err != nil || f.asked != asked {
			t.Errorf("got %q, %v, asked %d times, want %q and %d times", value, err, f.asked, want, asked)
		}
	}
	for range 100 {
		get("x", 1)
	}
	f.entries["token"] = "changed by another program"
	now = now.Add(freshness)
	get("changed by another program", 2)
	if err := k.Set(t.Context(), "token", "y", InKeyring); err != nil {
		t.Fatal(err)
	}
	get("y", 4) // what was set counts at once
}

func TestSecretThatChangesWhileItIsReadIsNotRemembered(t *testing.T) {
	k := withFake(t, &fakeRing{})
	_, changes := k.remembered("token")
	if err := k.Set(t.Context(), "token", "new", InKeyring); err != nil {
		t.Fatal(err)
	}
	k.remember("token", "old", changes)
	if value, err := k.Get(t.Context(), "token"); value != "new" || err != nil {
		t.Errorf("got %q, %v", value, err)
	}
}
