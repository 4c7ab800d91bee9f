package person

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"foyer/services/plain"
)

// ReadCSV reads a list of people: comma, semicolon or tab between the fields, quoted or not, in
// UTF-8, UTF-16 or Windows-1252. The first row may be a header with its columns in any order and
// in several languages; without one the columns are known by what stands in them. Rows may have
// more or fewer fields than the header, and blank lines count for nothing. Rows without a valid
// e-mail address, with a broken SIP address, and repeated ones are left out and reported. The error
// is only for input that cannot be read; what was read before it is returned with it.
func ReadCSV(r io.Reader) ([]Person, []RowError, error) {
	list := list{seen: make(map[string]bool)}
	rows := newRows(plain.NewReader(r))
	var cols *columns
	for {
		row, err := rows.next()
		var bad RowError
		switch {
		case errors.Is(err, io.EOF):
			return list.people, list.errors, nil
		case errors.As(err, &bad):
			list.errors = append(list.errors, bad)
			continue
		case err != nil:
			return list.people, list.errors, fmt.Errorf("reading a list of people: %w", err)
		}
		if cols == nil {
			if header, ok := readHeader(row.fields); ok {
				cols = header
				continue
			}
			cols = &columns{}
		}
		list.add(cols.person(row))
	}
}

// list collects people and what was wrong with the others.
type list struct {
	people []Person
	errors []RowError
	seen   map[string]bool
}

func (l *list) add(p Person, bad *RowError) {
	if bad != nil {
		l.errors = append(l.errors, *bad)
		return
	}
	key := strings.ToLower(p.Email)
	if l.seen[key] {
		l.errors = append(l.errors, newRowError(p.Line, Duplicate, p.Email))
		return
	}
	l.seen[key] = true
	l.people = append(l.people, p)
}
