package profile

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTheDemoHasAllItsFoldersApart(t *testing.T) {
	dir := folder(t)
	own, err := Locate(dir)
	if err != nil {
		t.Fatal(err)
	}
	demo, err := LocateDemo(dir)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(all(filepath.Join(own.Data, "demo")), demo); diff != "" {
		t.Error(diff)
	}
	if own.Tag() == demo.Tag() || own.Socket() == demo.Socket() {
		t.Error("the demo shares the keyring's entries or the socket of the profile")
	}
}
