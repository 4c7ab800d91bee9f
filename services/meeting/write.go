package meeting

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
)

// WriteCSV writes rows as a table that ReadCSV and spreadsheets read: with a byte order mark, commas, and
// the API's names as header. Text by which a spreadsheet would take a cell for a formula is guarded with
// a leading ', which ReadCSV takes off; telephone numbers keep their bare +.
func WriteCSV(w io.Writer, rows []Attendee) error {
	out := newSheet(w)
	line := make([]string, len(Columns))
	for i, c := range Columns {
		line[i] = string(c)
	}
	out.write(line)
	for i := range rows {
		for n, c := range Columns {
			line[n] = rows[i].cell(c)
		}
		out.write(line)
	}
	return out.close("writing attendees")
}

// WriteJSON writes rows in the form of the API, indented.
func WriteJSON(w io.Writer, rows []Attendee) error {
	if rows == nil {
		rows = []Attendee{}
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	if err := e.Encode(map[string][]Attendee{"attendees": rows}); err != nil {
		return fmt.Errorf("writing attendees: %w", err)
	}
	return nil
}

// sheet writes CSV. Its first error is kept for close.
type sheet struct {
	out   *bufio.Writer
	table *csv.Writer
}

func newSheet(w io.Writer) *sheet {
	out := bufio.NewWriter(w)
	_, _ = out.WriteString("\ufeff") // Excel reads a file without it as Windows-1252. Flush has the error.
	return &sheet{out: out, table: csv.NewWriter(out)}
}

// write writes a line, guarded.
func (s *sheet) write(cells []string) {
	line := make([]string, len(cells))
	for i, c := range cells {
		line[i] = guarded(c)
	}
	_ = s.table.Write(line) // Error has it.
}

func (s *sheet) close(op string) error {
	s.table.Flush()
	err := s.table.Error()
	if err == nil {
		err = s.out.Flush()
	}
	if err != nil {
		return fmt.Errorf("%s: %w", op, err)
	}
	return nil
}
