package meeting

import (
	"io"
	"time"
)

// WriteResult writes rows with where they stand, as a table that spreadsheets and ReadCSV read: the
// columns of WriteCSV, then "state" in words, "since" in RFC 3339, and "seen as" with the name in the
// meeting. It writes the rows that have a standing; a standing without row is left out.
func WriteResult(w io.Writer, rows []Attendee, standings []Standing, words func(Seen) string) error {
	out := newSheet(w)
	line := make([]string, 0, len(Columns)+3)
	for _, c := range Columns {
		line = append(line, string(c))
	}
	out.write(append(line, "state", "since", "seen as"))
	for i := range rows[:min(len(rows), len(standings))] {
		line = line[:0]
		for _, c := range Columns {
			line = append(line, rows[i].cell(c))
		}
		since := ""
		if s := standings[i].Since; !s.IsZero() {
			since = s.Format(time.RFC3339)
		}
		out.write(append(line, words(standings[i].State), since, standings[i].Name))
	}
	return out.close("writing what became of attendees")
}
