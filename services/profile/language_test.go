package profile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"foyer/services/profile"
)

func TestTheLanguageIsKnownBeforeTheSettingsAreOpened(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"chosen":                     {"[look]\nlanguage = \"ja\"\n", "ja"},
		"with a byte order mark":     {"\ufeff[look]\nlanguage = \"de\"\n", "de"},
		"among others":               {"[links]\nformat = \"html\"\n\n[look]\ntheme = \"dark\"\nlanguage = \"zh-Hans\" # ours\n", "zh-Hans"},
		"as one line":                {"look.language = \"pl\"\n", "pl"},
		"the system's":               {"[look]\nlanguage = \"\"\n", ""},
		"not chosen":                 {"[look]\ntheme = \"dark\"\n", ""},
		"of something else":          {"[other]\nlanguage = \"ja\"\n", ""},
		"a number":                   {"[look]\nlanguage = 7\n", ""},
		"a broken file":              {"[look]\nlanguage = \"ja\"\n[[[", ""},
		"a file that is far too big": {"[look]\nlanguage = \"ja\"\n#" + strings.Repeat("x", 1<<20) + "\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			file := filepath.Join(folder, "settings.toml")
			if err := os.WriteFile(file, []byte(c.text), 0o600); err != nil {
				t.Fatal(err)
			}
			if got := profile.ChosenLanguage(folder, false); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			left, err := os.ReadDir(folder)
			if err != nil || len(left) != 1 || left[0].Name() != "settings.toml" {
				t.Errorf("the folder has changed: %v, %v", left, err)
			}
		})
	}
}

func TestAProfileThatIsNotThereChoosesNoLanguage(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "none")
	for _, demo := range []bool{false, true} {
		if got := profile.ChosenLanguage(folder, demo); got != "" {
			t.Errorf("got %q", got)
		}
	}
	if _, err := os.Stat(folder); err == nil {
		t.Error("it was made")
	}
}
