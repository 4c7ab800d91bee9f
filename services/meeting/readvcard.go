package meeting

import (
	"io"
	"strings"

	"github.com/emersion/go-vcard"
)

const (
	beginCard = "BEGIN:VCARD"
	endCard   = "END:VCARD"
)

// ReadVCard reads the attendees of a vCard file of version 3 or 4; what version 2.1 does otherwise is
// understood too. A card is one attendee. Of its numbers the preferred one is taken, then that of the
// office, a mobile one, which gives the type mobile, and the others, never a fax or a pager; a SIP address
// only where there is no number. Cards that cannot be read, or say nobody to call, are rejected with the line at which they
// begin. The error is a *fault.Error, and only for input that cannot be read.
func ReadVCard(r io.Reader) (Reading, error) {
	text, err := readInput(r)
	if err != nil {
		return Reading{}, err
	}
	return readCards(text), nil
}

// readCards reads vCards from decoded text.
func readCards(text string) Reading {
	var r Reading
	cards := cardReader{rest: text}
	for !r.full() {
		c, ok := cards.next()
		if !ok {
			break
		}
		a, why := c.attendee()
		if why != "" {
			r.Rejected = append(r.Rejected, Rejected{Line: c.line, Text: shortened(c.text), Reason: why})
			continue
		}
		r.add(Row{Attendee: a, Line: c.line})
	}
	return r
}

// card is the text of one card.
type card struct {
	// text is how it stood, unfolded as its lines one below the other.
	text, unfolded string
	line           int
}

// cardReader cuts a file into cards, so that a broken one does not hide those behind it.
type cardReader struct {
	rest string
	line int
}

// next returns the next card. What stands between cards is none of them, unless there is no card at all.
func (r *cardReader) next() (c card, ok bool) {
	begin, lines := r.rest, 0
	var u unfolder
	inside := false
	for r.rest != "" {
		l, after := cutLine(r.rest)
		word := strings.ToUpper(strings.TrimSpace(l))
		if word == beginCard {
			if inside {
				break // The card before has no END.
			}
			inside, begin, lines = true, r.rest, 0
			c.line = r.line + 1
		}
		r.rest = after
		r.line++
		if !inside {
			continue
		}
		lines++
		u.add(l)
		if word == endCard {
			break
		}
	}
	if !inside {
		return card{}, false
	}
	c.text = strings.TrimRight(begin[:len(begin)-len(r.rest)], "\r\n")
	c.unfolded = u.String() + "\n"
	return c, true
}

// attendee reads a card.
func (c *card) attendee() (Attendee, Reason) {
	fields, err := vcard.NewDecoder(strings.NewReader(c.unfolded)).Decode()
	if err != nil {
		return Attendee{}, ReasonCard
	}
	f := cardFields{card: fields}
	a := Attendee{Name: f.name(), DeptName: f.department()}
	a.Email = f.email()
	extension := f.call(&a)
	switch {
	case f.unreadable:
		return Attendee{}, ReasonEncoding
	case a.Phone == "" && extension:
		return Attendee{}, ReasonExtension
	case a.Phone == "" && a.Email == "":
		return Attendee{}, ReasonNoWay
	}
	return a.tidy(), ""
}
