//go:build unix && !darwin

package profile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

// home makes a home folder and clears what the tests' own environment says.
func home(t *testing.T) string {
	t.Helper()
	dir := folder(t)
	t.Setenv("HOME", dir)
	for _, name := range []string{"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"} {
		t.Setenv(name, "")
	}
	run := filepath.Join(dir, "run")
	if err := os.Mkdir(run, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_RUNTIME_DIR", run)
	return dir
}

func TestFoldersFollowTheXDGRules(t *testing.T) {
	for _, c := range []struct {
		rule string
		env  map[string]string
		want Dirs
	}{
		{"nothing set: below home", nil, Dirs{"~/.config/foyer", "~/.local/share/foyer", "~/.local/state/foyer", "~/run/foyer"}},
		{
			"set: there", map[string]string{"XDG_CONFIG_HOME": "~/c", "XDG_DATA_HOME": "~/d", "XDG_STATE_HOME": "~/s"},
			Dirs{"~/c/foyer", "~/d/foyer", "~/s/foyer", "~/run/foyer"},
		},
		{
			"relative: not valid, so ignored", map[string]string{"XDG_CONFIG_HOME": "c", "XDG_DATA_HOME": "./d"},
			Dirs{"~/.config/foyer", "~/.local/share/foyer", "~/.local/state/foyer", "~/run/foyer"},
		},
	} {
		t.Run(c.rule, func(t *testing.T) {
			dir := home(t)
			at := func(s string) string { return strings.Replace(s, "~", dir, 1) }
			for name, value := range c.env {
				t.Setenv(name, at(value))
			}
			got, err := Locate("")
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(Dirs{at(c.want.Config), at(c.want.Data), at(c.want.State), at(c.want.Runtime)}, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
			for _, made := range []string{got.Config, got.Data, got.State, got.Runtime} {
				if info, err := os.Stat(made); err != nil || info.Mode().Perm() != 0o700 {
					t.Errorf("%s: %v, error %v", made, info, err)
				}
			}
		})
	}
}

func TestSessionWithoutRuntimeFolderGetsAPrivateOne(t *testing.T) {
	for _, value := range []string{"/nonexistent/run", "/etc"} {
		dir := home(t)
		t.Setenv("XDG_RUNTIME_DIR", value)
		if value == "/etc" && os.Getuid() == 0 {
			// Root owns /etc; for root a foreign folder is one of another user.
			value = filepath.Join(dir, "foreign")
			if err := errors.Join(os.Mkdir(value, 0o755), os.Chown(value, 65534, 65534)); err != nil {
				t.Fatal(err)
			}
			t.Setenv("XDG_RUNTIME_DIR", value)
		}
		d, err := Locate("")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := os.RemoveAll(d.Runtime); err != nil {
				t.Error(err)
			}
		})
		if filepath.Dir(d.Runtime) != temporary() || len(d.Socket()) > socketLimit {
			t.Errorf("with XDG_RUNTIME_DIR=%s the runtime folder is %s", value, d.Runtime)
		}
		if info, err := os.Stat(temporary()); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("%v, error %v", info, err)
		}
	}
}

func TestOwnFoldersAreClosedToOthersAndNamedOnesLeftAsTheyAre(t *testing.T) {
	dir := home(t)
	open := filepath.Join(dir, ".config", "foyer")
	named := filepath.Join(dir, "named")
	for _, d := range []string{open, named} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, override := range []string{"", named} {
		if _, err := Locate(override); err != nil {
			t.Fatal(err)
		}
	}
	for d, want := range map[string]os.FileMode{open: 0o700, named: 0o755} {
		if info, err := os.Stat(d); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has mode %v, want %v (error %v)", d, info.Mode(), want, err)
		}
	}
}

func TestTwoNamesOfOneFolderAreOneProfile(t *testing.T) {
	dir := home(t)
	if err := os.Symlink(dir, filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	a, err := Locate(filepath.Join(dir, "p"))
	if err != nil {
		t.Fatal(err)
	}
	b, err := Locate(filepath.Join(dir, "link", "p"))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(a, b); d != "" {
		t.Error(d)
	}
}

func TestPrivateFolderMustBeOurs(t *testing.T) {
	dir := folder(t)
	path := func(name string) string { return filepath.Join(dir, name) }
	if err := errors.Join(
		os.Mkdir(path("wide"), 0o777), os.Chmod(path("wide"), 0o777), os.Symlink(path("wide"), path("link")),
		os.WriteFile(path("file"), nil, 0o600),
	); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		rule, name string
		want       error
	}{
		{"made when missing", "new", nil},
		{"closed when open to others", "wide", nil},
		{"own link to own folder", "link", nil},
		{"no file", "file", syscall.ENOTDIR},
	} {
		if err := private(path(c.name)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.rule, err)
		}
	}
	for _, name := range []string{"new", "wide"} {
		if info, err := os.Stat(path(name)); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("%s: %v, error %v", name, info, err)
		}
	}
	// A folder of somebody else; the root folder is nobody's but root's.
	stranger := "/"
	if os.Getuid() == 0 {
		stranger = path("stranger")
		if err := errors.Join(os.Mkdir(stranger, 0o700), os.Chown(stranger, 65534, 65534)); err != nil {
			t.Fatal(err)
		}
	}
	err := private(stranger)
	if _, ok := errors.AsType[*strangerError](err); !ok || folderCode(err) != CodeStranger {
		t.Errorf("a stranger's folder: %v", err)
	}
}

func TestFolderThatCannotBeMadeIsAFault(t *testing.T) {
	dir := home(t)
	if err := os.WriteFile(filepath.Join(dir, ".config"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Locate("")
	if f, ok := errors.AsType[*fault.Error](err); !ok || f.Code != CodeFolder {
		t.Errorf("got %v", err)
	}
}

func TestSettingsBehindALinkStayBehindIt(t *testing.T) {
	linked := written(t, "[look]\ntheme = \"dark\"\n")
	name := filepath.Join(folder(t), "settings.toml")
	if err := os.Symlink(linked.path, name); err != nil {
		t.Fatal(err)
	}
	set(t, opened(t, name), LookTheme, "light")
	if info, err := os.Lstat(name); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link became %v, error %v", info.Mode(), err)
	}
	if !strings.Contains(content(t, linked), "light") {
		t.Errorf("the file is %s", content(t, linked))
	}
}
