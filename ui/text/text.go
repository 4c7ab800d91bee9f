// Package text holds every sentence on screen, in all languages, for both programs. It knows
// nothing of Fyne; the window hands the same catalogue to Fyne.
package text

import (
	"fmt"
	"io/fs"
	"path"
	"sync/atomic"

	"encoding/json"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// Source is the language that messages are written in first, and the fallback of all others.
var Source = language.English

// Catalogue answers with the sentences of one language at a time. Its methods may be called from
// any goroutine; Use changes the language for all of them at once.
type Catalogue struct {
	bundle *i18n.Bundle
	chosen atomic.Pointer[choice]
}

type choice struct {
	tag       language.Tag
	localizer *i18n.Localizer
}

// Load reads the translations in files ("*.LANGUAGE.json") and chooses the first of the wanted
// languages (BCP 47 or POSIX names) that is there. It fails when a file is not valid.
func Load(files fs.FS, wanted ...string) (*Catalogue, error) {
	bundle := i18n.NewBundle(Source)
	bundle.RegisterUnmarshalFunc("json", json.Unmarshal)
	names, err := fs.Glob(files, "translations/*.json")
	if err != nil {
		return nil, fmt.Errorf("listing translations: %w", err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("reading translation: %w", err)
		}
		if _, err := bundle.ParseMessageFileBytes(data, path.Base(name)); err != nil {
			return nil, fmt.Errorf("reading translation %s: %w", name, err)
		}
	}
	c := &Catalogue{bundle: bundle}
	c.Use(wanted...)
	return c, nil
}

// Use chooses the first of the wanted languages that has translations, else English.
func (c *Catalogue) Use(wanted ...string) {
	names := make([]string, 0, len(wanted)+1)
	for _, w := range wanted {
		if tag, ok := parseLocale(w); ok {
			names = append(names, tag.String())
		}
	}
	names = append(names, Source.String())
	there := c.bundle.LanguageTags()
	_, which := language.MatchStrings(language.NewMatcher(there), names...)
	// The matcher's own tag carries the wanted region along ("de-u-rg-atzzzz"), which names no file.
	c.chosen.Store(&choice{tag: there[which], localizer: i18n.NewLocalizer(c.bundle, names...)})
}

// Language returns the language in use.
func (c *Catalogue) Language() language.Tag { return c.chosen.Load().tag }

// Languages lists what there are translations for.
func (c *Catalogue) Languages() []language.Tag { return c.bundle.LanguageTags() }

// T returns the sentence with this key. The pairs are names and values for its placeholders:
// T("links.saved", "Name", "Marketing"). A key that has no sentence is returned as it is, so that
// it can be seen and found; a test looks for such keys.
func (c *Catalogue) T(key string, pairs ...any) string {
	return c.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: data(pairs)}, key)
}

// N is T for a sentence that counts n things; the placeholder {{.Count}} holds n.
func (c *Catalogue) N(key string, n int, pairs ...any) string {
	d := data(pairs)
	d["Count"] = n
	return c.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: d, PluralCount: n}, key)
}

// Has reports whether there is a sentence with this key in the language in use.
func (c *Catalogue) Has(key string) bool {
	_, err := c.chosen.Load().localizer.Localize(&i18n.LocalizeConfig{MessageID: key})
	return err == nil
}

func (c *Catalogue) localize(config *i18n.LocalizeConfig, key string) string {
	s, err := c.chosen.Load().localizer.Localize(config)
	if err != nil && s == "" {
		return key
	}
	return s
}

func data(pairs []any) map[string]any {
	d := make(map[string]any, len(pairs)/2+1)
	for i := 0; i+1 < len(pairs); i += 2 {
		d[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return d
}
