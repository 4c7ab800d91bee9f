package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"foyer/assets"
	"foyer/ui/text"
)

// TestEveryKeyInTheSourceHasASentence looks for the literal keys of this program and of the tray.
func TestEveryKeyInTheSourceHasASentence(t *testing.T) {
	words, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	keys := regexp.MustCompile(`\.[TN]\("([a-z.-]+)"`)
	seen := 0
	for _, folder := range []string{".", "../../ui/tray"} {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range keys.FindAllStringSubmatch(string(source), -1) {
				if key := m[1]; !strings.HasSuffix(key, ".") {
					seen++
					if !words.Has(key) {
						t.Errorf("%s: no sentence for %s", file, key)
					}
				}
			}
		}
	}
	for _, name := range helped() {
		if !words.Has("cli.help." + name) {
			t.Errorf("no help for %s", name)
		}
	}
	if seen < 40 {
		t.Errorf("only %d keys were found, so the search is broken", seen)
	}
}
