package profile

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"foyer/services/fault"
)

func TestSettingsAreExchangedAndKept(t *testing.T) {
	dir := folder(t)
	path, with, keep := filepath.Join(dir, "settings.toml"), filepath.Join(dir, "new.toml"), filepath.Join(dir, "kept.toml")
	write := func(name, text string) {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	holds := func(name, want string) {
		t.Helper()
		got, err := os.ReadFile(name)
		if string(got) != want || (want == "") != errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s holds %q, %v; want %q", filepath.Base(name), got, err, want)
		}
	}
	const older, newer = "[look]\ntheme = \"dark\"\n", "# Mine.\n[look]\ntheme = \"light\"\nodd = 1\n"
	write(path, older)
	if err := Exchange(path, with, keep); err != nil {
		t.Errorf("with nothing: %v", err)
	}
	holds(path, older)
	write(with, "no TOML [")
	if e, ok := errors.AsType[*fault.Error](Exchange(path, with, keep)); !ok || e.Code != CodeBroken {
		t.Errorf("with a broken file: %v", e)
	}
	holds(path, older)
	holds(keep, "")
	write(with, newer)
	for range 2 { // the second time goes on after a first that was cut short
		if err := Exchange(path, with, keep); err != nil {
			t.Fatal(err)
		}
		holds(path, newer)
		holds(keep, older)
	}
	if v := opened(t, path).Values(); v.Theme != "light" {
		t.Errorf("the theme is %s", v.Theme)
	}
	if err := errors.Join(os.Remove(path), os.Remove(keep)); err != nil {
		t.Fatal(err)
	}
	if err := Exchange(path, with, keep); err != nil {
		t.Errorf("in the place of nothing: %v", err)
	}
	holds(path, newer)
	holds(keep, "")
	if err := Exchange(filepath.Join(with, "x", "settings.toml"), with, keep); err == nil {
		t.Error("written where nothing can be")
	}
}
