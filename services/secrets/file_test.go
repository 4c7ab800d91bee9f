package secrets

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"foyer/services/fault"
)

func TestFileThatCannotBeWrittenIsNamed(t *testing.T) {
	k := withFake(t, &fakeRing{})
	if err := os.Mkdir(k.path("token"), 0o700); err != nil {
		t.Fatal(err)
	}
	err := k.Set(t.Context(), "token", canary, InFile)
	if fault.KindOf(err) != fault.Other || err == nil {
		t.Errorf("over a folder: %v", err)
	}
	wantNowhere(t, err.Error(), k.config.Dir)
	if left, err := os.ReadDir(k.config.Dir); err != nil || len(left) != 1 {
		t.Errorf("left are %v, %v", left, err)
	}
	if _, err := k.Get(t.Context(), "token"); codeOf(err) != CodeFile || fault.KindOf(err) != fault.NotConfigured {
		t.Errorf("reading a folder: %v", err)
	}
}

func TestFileWithoutASecretIsNamed(t *testing.T) {
	k := withFake(t, &fakeRing{entries: map[string]string{"token": "in the keyring"}})
	for _, content := range []string{"", "\n", "two\nlines\n"} {
		if err := os.WriteFile(k.path("token"), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if value, err := k.Get(t.Context(), "token"); codeOf(err) != CodeUnusable || fault.KindOf(err) != fault.NotConfigured {
			t.Errorf("%q is read as %q, %v", content, value, err)
		}
		if s, err := k.State(t.Context(), "token"); err != nil || s.Kept != InFile || s.Code != CodeUnusable {
			t.Errorf("the state is %+v, %v", s, err)
		}
	}
}

func TestMissingFolderHoldsNoSecret(t *testing.T) {
	k := newKeeper(Config{Dir: filepath.Join(folder(t), "not", "there")}, &fakeRing{entries: map[string]string{}})
	_, err := k.Get(t.Context(), "token")
	if e, ok := errors.AsType[*fault.Error](err); !ok || e.Code != CodeNone {
		t.Errorf("got %v", err)
	}
	if err := k.Remove(t.Context(), "token"); err != nil {
		t.Error(err)
	}
}
