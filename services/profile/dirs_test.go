package profile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestOneFolderHoldsAWholeProfile(t *testing.T) {
	dir := filepath.Join(folder(t), "new", "profile")
	d, err := Locate(dir)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Dirs{Config: dir, Data: dir, State: dir, Runtime: dir}, d); diff != "" {
		t.Error(diff)
	}
	got := []string{d.Database(), d.Settings(), d.Socket(), d.Lock(), d.Log(), d.DeliveryLock(), d.Secrets()}
	var want []string
	for _, name := range []string{"foyer.db", "settings.toml", "agent.sock", "agent.lock", "foyer.log", "delivery.lock", "secrets"} {
		want = append(want, filepath.Join(dir, name))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if err := os.WriteFile(d.Database(), nil, 0o600); err != nil {
		t.Errorf("the folder cannot be used: %v", err)
	}
}

func TestRelativeProfileIsTheSameAsAbsolute(t *testing.T) {
	t.Chdir(folder(t))
	relative, err := Locate("p")
	if err != nil {
		t.Fatal(err)
	}
	absolute, err := Locate(relative.Data)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(absolute, relative); d != "" || !filepath.IsAbs(relative.Data) {
		t.Error(d, relative.Data)
	}
}

func TestLongFolderStillHasASocket(t *testing.T) {
	long := filepath.Join(folder(t), strings.Repeat("long/", 30), "x")
	d, err := Locate(long)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Locate(long)
	if err != nil {
		t.Fatal(err)
	}
	other, err := Locate(long + "y")
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Socket()) > socketLimit || d.Socket() != again.Socket() || d.Socket() == other.Socket() {
		t.Errorf("sockets %s, %s and %s", d.Socket(), again.Socket(), other.Socket())
	}
	if err := os.WriteFile(d.Socket()+".test", nil, 0o600); err != nil {
		t.Errorf("the socket's folder cannot be used: %v", err)
	}
	if err := os.Remove(d.Socket() + ".test"); err != nil {
		t.Error(err)
	}
}

func TestFileInPlaceOfTheProfileFolderIsRefused(t *testing.T) {
	file := filepath.Join(folder(t), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Locate(file); err == nil {
		t.Error("a file was taken for a folder")
	}
}

func TestProfilesShareNoSecrets(t *testing.T) {
	first, err := Locate(filepath.Join(folder(t), "first"))
	if err != nil {
		t.Fatal(err)
	}
	again, err := Locate(first.Config)
	if err != nil {
		t.Fatal(err)
	}
	other, err := Locate(filepath.Join(folder(t), "other"))
	if err != nil {
		t.Fatal(err)
	}
	if first.Tag() == "" || first.Tag() != again.Tag() || first.Tag() == other.Tag() {
		t.Errorf("tags %q, %q and %q", first.Tag(), again.Tag(), other.Tag())
	}
	if tag := userDirs().Tag(); tag != "" {
		t.Errorf("the user's own profile has the tag %q", tag)
	}
}
