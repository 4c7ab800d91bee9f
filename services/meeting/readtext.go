package meeting

import (
	"strings"

	"foyer/services/plain"
)

// ReadText reads attendees from whatever was pasted: rows of a spreadsheet, with or without header, with
// cells of several lines; vCards; JSON in the API's form; and text, with one attendee a line or several
// with commas, semicolons and the like between them: a name with a number, Name <a@example.com>, a number
// or an address alone, in any punctuation, behind labels such as Tel.; a name with its number and address
// on the lines below it. Who has no name is called by the number or the address. Text beyond 16 MiB is
// not read, and told.
func ReadText(text string) Reading {
	long := len(text) > maxInput
	if long {
		text = text[:maxInput]
	}
	r := readPasted(plain.Decode([]byte(text)), true)
	if long && !r.full() {
		r.Rejected = append(r.Rejected, Rejected{Line: strings.Count(text, "\n") + 1, Reason: ReasonTooMany})
	}
	return r
}

// readPasted reads decoded text; tables says that it may be a table.
func readPasted(text string, tables bool) Reading {
	begin := strings.TrimSpace(text)
	switch {
	case len(begin) >= len(beginCard) && strings.EqualFold(begin[:len(beginCard)], beginCard):
		return readCards(text)
	case strings.HasPrefix(begin, "{") || strings.HasPrefix(begin, "["):
		if r := readAttendees(text); len(r.Rows) > 0 || len(r.Rejected) > 0 && r.Rejected[0].Reason != ReasonJSON {
			return r
		}
	}
	if tables {
		if sep, rest, told := toldSeparator(text); told {
			return readTable(rest, sep, nil, 1)
		}
		if sep, found := tableIn(text); found {
			return readTable(text, sep, nil, 0)
		}
	}
	return readLines(text)
}
