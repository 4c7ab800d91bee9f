package text

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// messages are the sentences of one language by their keys.
type messages map[string]message

// message is one sentence, or the forms of one that counts.
type message struct {
	words string
	forms map[string]string // by their names in CLDR: "one", "few", "many", "other"; nil without
}

// form returns the words for a form; where that is missing, those for all other numbers.
func (m message) form(name string) string {
	if m.forms == nil {
		return m.words
	}
	if words, there := m.forms[name]; there {
		return words
	}
	return m.forms[formOther]
}

// UnmarshalJSON reads a string, or an object with the forms.
func (m *message) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '{' {
		return json.Unmarshal(data, &m.forms)
	}
	return json.Unmarshal(data, &m.words)
}

// folder is where translations lie, as AREA.LANGUAGE.json.
const folder = "translations"

// languages lists those that have a file, Source first, then by name. A file without a language in its
// name is an error.
func languages(files fs.FS) ([]language.Tag, error) {
	entries, err := fs.ReadDir(files, folder)
	if err != nil {
		return nil, fmt.Errorf("listing translations: %w", err)
	}
	var names []string
	for _, e := range entries {
		if name := languageOf(e.Name()); name != "" && name != Source.String() && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	tags := []language.Tag{Source}
	for _, name := range names {
		tag, err := language.Parse(name)
		if err != nil {
			return nil, fmt.Errorf("translations for %s: %w", name, err)
		}
		tags = append(tags, tag)
	}
	return tags, nil
}

// languageOf returns the language in a file's name, "" for what is no translation.
func languageOf(name string) string {
	base, isJSON := strings.CutSuffix(name, ".json")
	if !isJSON {
		return ""
	}
	return strings.TrimPrefix(path.Ext(base), ".")
}

// read reads all files of a language. A language without files has no messages.
func read(files fs.FS, tag language.Tag) (messages, error) {
	entries, err := fs.ReadDir(files, folder)
	if err != nil {
		return nil, err
	}
	all := messages{}
	for _, e := range entries {
		if languageOf(e.Name()) != tag.String() {
			continue
		}
		data, err := fs.ReadFile(files, path.Join(folder, e.Name()))
		if err == nil {
			err = json.Unmarshal(data, &all)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", e.Name(), err)
		}
	}
	return all, nil
}
