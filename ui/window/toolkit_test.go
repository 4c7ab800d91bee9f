package window_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/lang"

	"foyer/assets"
	"foyer/ui/text"
	"foyer/ui/window"
)

// toolkitWords are our words for the toolkit in a language.
func toolkitWords(t *testing.T, language string) map[string]string {
	t.Helper()
	data, err := assets.Toolkit.ReadFile("toolkit/" + language + ".json")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	if err := json.Unmarshal(data, &words); err != nil {
		t.Fatal(err)
	}
	return words
}

func TestTheToolkitsTextsAreCompleteInEveryLanguage(t *testing.T) {
	folder, err := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), "lang", "translations", "base.en.json"))
	if err != nil {
		t.Fatal(err)
	}
	var own map[string]any
	if err := json.Unmarshal(data, &own); err != nil || len(own) < 30 {
		t.Fatalf("Fyne's own %d texts: %v", len(own), err)
	}
	english := toolkitWords(t, "en")
	same := map[string]bool{"OK": true, "pl Folder": true, "es Error": true, "es No": true, "de file.name": true}
	say, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range say.Languages() {
		words := toolkitWords(t, tag.String())
		for key := range own {
			switch {
			case words[key] == "":
				t.Errorf("%s: %q is missing", tag, key)
			case tag != text.Source && words[key] == english[key] && !same[key] && !same[tag.String()+" "+key]:
				t.Errorf("%s: %q is left in English", tag, key)
			}
		}
		if len(words) != len(own) {
			t.Errorf("%s has %d texts, Fyne %d", tag, len(words), len(own))
		}
	}
}

func TestTheToolkitSpeaksTheLanguageInUseWhateverTheSystemsIs(t *testing.T) {
	say, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, system := range []string{"C.UTF-8", "en_US.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8", "zh_CN.UTF-8", "pt_BR.UTF-8", "ko_KR.UTF-8", "ja"} {
		for _, variable := range []string{"LANGUAGE", "LC_ALL", "LC_MESSAGES"} {
			t.Setenv(variable, "")
		}
		t.Setenv("LANG", system)
		for _, language := range []string{"ja", "de", "pl", "zh-Hans", "es", "en", "ja"} {
			say.Use(language)
			if err := window.SpeakToolkit(say); err != nil {
				t.Fatal(err)
			}
			words := toolkitWords(t, language)
			for _, key := range []string{"Cancel", "Copy", "Open", "Create Folder", "Show Hidden Files"} {
				if got := lang.L(key); got != words[key] {
					t.Errorf("under %s in %s, %q is %q, want %q", system, language, key, got, words[key])
				}
			}
			if got := lang.X("file.name", "Name"); got != words["file.name"] {
				t.Errorf("under %s in %s, the name of a file is %q", system, language, got)
			}
		}
	}
}
