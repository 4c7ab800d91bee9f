//go:build packaged

package installed

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// unpack unpacks the archive for any Linux into a folder whose name has blanks and more in it.
func unpack(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "Büro 東京", "my (own) programs & more")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	does(t, "tar", "--extract", "--gzip", "--file", absolute(t, tarball()), "--directory", folder)
	return filepath.Join(folder, "foyer-"+app.Details.Version)
}

func absolute(t *testing.T, path string) string {
	t.Helper()
	path, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTheArchiveRunsWhereItWasUnpacked(t *testing.T) {
	foyer, env := filepath.Join(unpack(t), "bin/foyer"), bare(t)
	if got, want := runs(t, env, "", foyer, "--version"), "foyer "+app.Details.Version+"\n"; got != want {
		t.Errorf("--version prints %q, want %q", got, want)
	}
	if got := runs(t, env, spaceInfo, foyer, "link", "parse", "-"); !strings.Contains(got, spaceURL) {
		t.Errorf("link parse prints %q", got)
	}
	window := filepath.Join(filepath.Dir(foyer), "foyer-window")
	if got, want := runs(t, env, "", window, "--version"), "foyer-window "+app.Details.Version+"\n"; got != want {
		t.Errorf("foyer-window --version prints %q, want %q", got, want)
	}
}

func TestInstallingAndRemovingTheArchiveLeavesNothing(t *testing.T) {
	from, env := unpack(t), bare(t)
	prefix := filepath.Join(t.TempDir(), "a place & more")
	runs(t, env, "", filepath.Join(from, "install"), prefix)
	installed := below(t, prefix)
	if got := runs(t, env, "", filepath.Join(prefix, "bin/foyer"), "--version"); !strings.Contains(got, app.Details.Version) {
		t.Errorf("--version prints %q", got)
	}
	entry := filepath.Join(prefix, "share/applications", app.Details.ID+".desktop")
	does(t, "desktop-file-validate", entry)
	text, err := os.ReadFile(entry)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := valueOf(t, string(text), "Exec"), `"`+prefix+`/bin/foyer"`; got != want {
		t.Errorf("the entry runs %s, want %s", got, want)
	}
	if want := `Exec="` + prefix + `/bin/foyer" paste`; !strings.Contains(string(text), want) {
		t.Errorf("no action has %s", want)
	}

	// Again, as for a newer version, over a file that only the older one had.
	theirs := filepath.Join(prefix, "share/doc/mine.txt")
	if err := os.WriteFile(theirs, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	older := filepath.Join(prefix, "share/doc/foyer/older.txt")
	if err := os.WriteFile(older, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(prefix, "share/foyer/installed")
	names, err := os.ReadFile(list)
	if err == nil {
		err = os.WriteFile(list, append(names, "share/doc/foyer/older.txt\n../../outside\n"...), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	runs(t, env, "", filepath.Join(from, "install"), prefix)
	if diff := cmp.Diff(append(installed, "share/doc/mine.txt"), below(t, prefix), sorted); diff != "" {
		t.Errorf("installed again (-want +got):\n%s", diff)
	}
	runs(t, env, "", filepath.Join(prefix, "share/foyer/install"), "--remove", prefix)
	if diff := cmp.Diff([]string{"share/doc/mine.txt"}, below(t, prefix)); diff != "" {
		t.Errorf("left (-want +got):\n%s", diff)
	}
}

func TestTheInstallerRefusesWhatItCannotDo(t *testing.T) {
	from := unpack(t)
	for _, args := range [][]string{
		{"--remove", filepath.Join(t.TempDir(), "nothing here")},
		{"--all"},
		{t.TempDir(), t.TempDir()},
		{filepath.Join(t.TempDir(), `quo"ted`)},
	} {
		if out, err := execute(t.Context(), filepath.Join(from, "install"), args...); exitCode(err) != 1 || !strings.Contains(out, "install: ") {
			t.Errorf("install %q: %v", args, err)
		}
	}
}
