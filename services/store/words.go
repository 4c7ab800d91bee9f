package store

import (
	"strings"

	"foyer/services/message"
)

// words are looked for in any case; all of them have to be found.
type words []string

func wordsOf(text string) words { return strings.Fields(strings.ToLower(text)) }

// in reports whether all words stand in the recipients, the room, the mentions or the text.
func (w words) in(m message.Message) bool {
	return len(w) == 0 || w.inText(strings.Join(m.To, "\n"), m.Room, strings.Join(m.Mentions, "\n"), m.Text)
}

func (w words) inText(texts ...string) bool {
	if len(w) == 0 {
		return true
	}
	all := strings.ToLower(strings.Join(texts, "\n"))
	for _, word := range w {
		if !strings.Contains(all, word) {
			return false
		}
	}
	return true
}

// lookColumns are what a look reads.
const lookColumns = "c.recipients, c.room, c.mentions, c.text"

// look looks for words in many messages.
type look struct {
	words
	recipients, room, mentions, text string
}

func newLook(text string) *look { return &look{words: wordsOf(text)} }

// at reads lookColumns, and more, and reports whether the words are there.
func (l *look) at(from scanner, more ...any) (bool, error) {
	if err := from.Scan(append([]any{&l.recipients, &l.room, &l.mentions, &l.text}, more...)...); err != nil {
		return false, err
	}
	return l.inText(l.recipients, l.room, l.mentions, l.text), nil
}
