//go:build !windows

package secrets

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"foyer/services/fault"
)

func TestFileIsTheUsersAlone(t *testing.T) {
	dir := filepath.Join(folder(t), "secrets")
	k := newKeeper(Config{Dir: dir}, &fakeRing{entries: map[string]string{}})
	if err := k.Set(t.Context(), "token", "x", InFile); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]os.FileMode{dir: 0o700, filepath.Join(dir, "token"): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has %v, %v, want %v", path, info.Mode().Perm(), err, want)
		}
	}
}

func TestFileThatOthersCanReadIsNotUsed(t *testing.T) {
	dir := folder(t)
	if err := os.WriteFile(filepath.Join(dir, "token"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, mode := range []os.FileMode{0o640, 0o604, 0o620, 0o644, 0o666} {
		k := newKeeper(Config{Dir: dir}, &fakeRing{entries: map[string]string{}})
		if err := os.Chmod(k.path("token"), mode); err != nil {
			t.Fatal(err)
		}
		_, err := k.Get(t.Context(), "token")
		if e, ok := errors.AsType[*fault.Error](err); !ok || e.Code != CodeOpenFile || e.Words != k.path("token") || e.Kind != fault.NotConfigured {
			t.Errorf("open with %v: %v", mode, err)
		}
		if s, err := k.State(t.Context(), "token"); err != nil || s.Kept != InFile || s.Code != CodeOpenFile {
			t.Errorf("open with %v: the state is %+v, %v", mode, s, err)
		}
	}
	// Setting it anew closes it.
	k := newKeeper(Config{Dir: dir}, &fakeRing{entries: map[string]string{}})
	if err := k.Set(t.Context(), "token", "y", InFile); err != nil {
		t.Fatal(err)
	}
	if value, err := k.Get(t.Context(), "token"); value != "y" || err != nil {
		t.Errorf("got %q, %v", value, err)
	}
}

func TestWhatOnlyLooksLikeAFileIsNotRead(t *testing.T) {
	k := newKeeper(Config{Dir: folder(t)}, &fakeRing{entries: map[string]string{}})
	elsewhere := filepath.Join(folder(t), "elsewhere")
	for rule, err := range map[string]error{
		"pipe": syscall.Mkfifo(k.path("pipe"), 0o600),
		"link": errors.Join(os.WriteFile(elsewhere, []byte("x"), 0o600), os.Symlink(elsewhere, k.path("link"))),
	} {
		if err != nil {
			t.Fatal(err)
		}
		if value, err := k.Get(t.Context(), rule); codeOf(err) != CodeFile || fault.KindOf(err) != fault.NotConfigured {
			t.Errorf("a %s gives %q, %v", rule, value, err)
		}
	}
}
