package fit

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"foyer/ui/widget"
)

// Own tells our own words, which must be whole, from those of users, which may be cut.
type Own struct {
	plain    map[string]bool
	patterns []*regexp.Regexp
}

// NewOwn reads the sentences of one language, and those in English, which stand in for what is missing,
// from "translations/AREA.LANGUAGE.json" in files.
func NewOwn(files fs.FS, language string) (*Own, error) {
	o := &Own{plain: map[string]bool{}}
	for _, language := range []string{language, "en"} {
		names, err := fs.Glob(files, "translations/*."+language+".json")
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			data, err := fs.ReadFile(files, name)
			if err == nil {
				err = o.read(data)
			}
			if err != nil {
				return nil, fmt.Errorf("%s: %w", path.Base(name), err)
			}
		}
	}
	return o, nil
}

func (o *Own) read(data []byte) error {
	var messages map[string]any
	if err := json.Unmarshal(data, &messages); err != nil {
		return err
	}
	for _, m := range messages {
		switch m := m.(type) {
		case string:
			o.add(m)
		case map[string]any:
			for _, form := range m {
				if words, is := form.(string); is {
					o.add(words)
				}
			}
		}
	}
	return nil
}

// leastCut is how many characters of a cut sentence tell which one it is.
const leastCut = 6

var placeholder = regexp.MustCompile(`{{[^}]*}}`)

// add remembers a sentence. One that has little more than what stands for others' words is not ours.
func (o *Own) add(sentence string) {
	if !placeholder.MatchString(sentence) {
		o.plain[sentence] = true
		return
	}
	letters := 0
	for _, r := range placeholder.ReplaceAllString(sentence, "") {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters < 2 {
		return
	}
	var pattern strings.Builder
	for i, part := range placeholder.Split(sentence, -1) {
		if i > 0 {
			pattern.WriteString(`(?s:(.*))`)
		}
		pattern.WriteString(regexp.QuoteMeta(part))
	}
	o.patterns = append(o.patterns, regexp.MustCompile("^"+pattern.String()+"$"))
}

// is reports whether words are one of our sentences.
func (o *Own) is(words string) bool {
	words = strings.TrimSpace(widget.Plain(words))
	if o.plain[words] {
		return true
	}
	for _, p := range o.patterns {
		if found := p.FindStringSubmatch(words); found != nil && !isNames(words, found[1:]) {
			return true
		}
	}
	return false
}

// isNames reports whether a sentence is long for the names in it.
func isNames(sentence string, names []string) bool {
	n := len(strings.Join(names, ""))
	return n > 40 && 3*n > 2*len(sentence)
}

// isCut reports whether words that end in "…" are more than half of one of our sentences. Less may as well be
// the beginning of a name.
func (o *Own) isCut(words string) bool {
	begin, cut := strings.CutSuffix(words, "…")
	if !cut || o.plain[words] {
		return false
	}
	begin = strings.TrimSpace(begin)
	if utf8.RuneCountInString(begin) < leastCut {
		return false
	}
	for sentence := range o.plain {
		if strings.HasPrefix(sentence, begin) && 2*len(begin) > len(sentence) {
			return true
		}
	}
	return false
}
