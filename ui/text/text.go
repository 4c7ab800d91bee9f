// Package text holds every sentence on screen, in all languages, for both programs. It knows
// nothing of Fyne; the window hands the same catalogue to Fyne.
package text

import (
	"fmt"
	"io/fs"
	"slices"
	"sync"
	"sync/atomic"

	"golang.org/x/text/language"
)

// Source is the language that messages are written in first, and the fallback of all others.
var Source = language.English

// Catalogue answers with the sentences of one language at a time. Its methods may be called from
// any goroutine; Use changes the language for all of them at once. Of the languages it reads only
// those that are used.
type Catalogue struct {
	files  fs.FS
	tags   []language.Tag // what there is, Source first
	chosen atomic.Pointer[choice]
	region atomic.Pointer[region]
	source func() messages // those of Source, read when the first of them is wanted
}

// choice is the language in use.
type choice struct {
	tag      language.Tag
	messages messages
	days     func() halfDays // how its times of twelve hours are read
}

// Load reads the translations in files ("translations/*.LANGUAGE.json") in the first of the wanted
// languages (BCP 47 or POSIX names) that is there. It fails when a file of that language is not valid.
func Load(files fs.FS, wanted ...string) (*Catalogue, error) {
	tags, err := languages(files)
	if err != nil {
		return nil, err
	}
	c := &Catalogue{files: files, tags: tags}
	c.source = sync.OnceValue(func() messages {
		m, err := read(files, Source)
		if err != nil {
			return nil // a sentence that is missing shows its key
		}
		return m
	})
	c.UseRegion()
	return c, c.use(wanted)
}

// Use chooses the first of the wanted languages that has translations, else English. A language whose
// files cannot be read is passed over as if it was not there.
func (c *Catalogue) Use(wanted ...string) {
	if c.use(wanted) != nil {
		c.choose(Source, c.source())
	}
}

func (c *Catalogue) use(wanted []string) error {
	tag := match(c.tags, wanted)
	if now := c.chosen.Load(); now != nil && now.tag == tag {
		return nil
	}
	m, err := read(c.files, tag)
	if err != nil {
		return fmt.Errorf("reading the translations for %s: %w", tag, err)
	}
	c.choose(tag, m)
	return nil
}

func (c *Catalogue) choose(tag language.Tag, m messages) {
	now := &choice{tag: tag, messages: m}
	now.days = sync.OnceValue(func() halfDays { return newHalfDays(c, now) })
	c.chosen.Store(now)
}

// Best returns the language that Use would choose.
func (c *Catalogue) Best(wanted ...string) language.Tag { return match(c.tags, wanted) }

// Language returns the language in use.
func (c *Catalogue) Language() language.Tag { return c.chosen.Load().tag }

// Languages lists what there are translations for, English first and then by their names.
func (c *Catalogue) Languages() []language.Tag { return slices.Clone(c.tags) }

// T returns the sentence with this key. The pairs are names and values for its placeholders:
// T("links.saved-one", "Name", "Marketing"). A key that has no sentence is returned as it is, so that
// it can be seen and found; a test looks for such keys.
func (c *Catalogue) T(key string, pairs ...any) string {
	m, _ := c.find(c.chosen.Load(), key)
	if words := m.form(formOther); words != "" {
		return fill(words, pairs)
	}
	return key
}

// N is T for a sentence that counts n things; the placeholder {{.Count}} holds n.
func (c *Catalogue) N(key string, n int, pairs ...any) string {
	m, tag := c.find(c.chosen.Load(), key)
	if words := m.form(formOf(tag, n)); words != "" {
		return fill(words, append(slices.Clip(pairs), "Count", n))
	}
	return key
}

// Has reports whether there is a sentence with this key in the language in use.
func (c *Catalogue) Has(key string) bool {
	_, there := c.chosen.Load().messages[key]
	return there
}

// find returns what a key says and in which language: that in use, else English.
func (c *Catalogue) find(now *choice, key string) (message, language.Tag) {
	if m, there := now.messages[key]; there || now.tag == Source {
		return m, now.tag
	}
	return c.source()[key], Source
}
