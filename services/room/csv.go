package room

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// Export is a shown period as a file.
type Export struct {
	Rooms    []Room
	Bookings []Booking
	// From and To are the days of the period, both within it.
	From, To Date
	// Zone is in which times are written.
	Zone *time.Location
	// Veiled leaves out what private bookings are about.
	Veiled bool
}

// csvHead is fixed, for those who read the file by program.
var csvHead = []string{"Room", "Capacity", "Place", "Date", "Start", "End date", "End", "End unknown", "All day", "Title", "Organizer", "E-mail", "People", "Note", "Private", "Link"}

// WriteCSV writes one row for each booking that touches the period, by room and start, as CSV that
// spreadsheets read, with the columns Room, Capacity, Place, Date, Start, End date, End, End unknown,
// All day, Title, Organizer, E-mail, People, Note, Private and Link. Dates are 2026-11-23 and times
// 14:00; what is so says true, what is not is empty. Cancelled bookings and hidden rooms are left out.
// Nothing is taken for a formula. It returns w's error.
func (e Export) WriteCSV(w io.Writer) error {
	const op = "writing the bookings"
	out := bufio.NewWriter(w)
	_, _ = out.WriteString("\ufeff") // Excel reads a file without it as Windows-1252. Flush has the error.
	table := csv.NewWriter(out)
	if err := table.Write(csvHead); err != nil {
		return fmt.Errorf("%s: %w", op, err)
	}
	start, end := e.From.Start(e.Zone), e.To.End(e.Zone)
	g := group(e.Rooms, e.Bookings, e.Zone, false)
	for i := range g.rooms {
		for _, b := range g.rooms[i].bookings {
			if !b.touches(start, end) {
				continue
			}
			if err := table.Write(e.row(g.rooms[i].room, *b)); err != nil {
				return fmt.Errorf("%s: %w", op, err)
			}
		}
	}
	table.Flush()
	if err := table.Error(); err != nil {
		return fmt.Errorf("%s: %w", op, err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("%s: %w", op, err)
	}
	return nil
}

// row returns the cells of a booking.
func (e Export) row(r *Room, b Booking) []string {
	if e.Veiled {
		b = b.Veiled()
	}
	capacity := ""
	if r.Capacity > 0 {
		capacity = strconv.Itoa(r.Capacity)
	}
	people := make([]string, len(b.People))
	for i, p := range b.People {
		people[i] = p.String()
	}
	const clock = "15:04"
	start, end := b.Start.In(e.Zone), b.End.In(e.Zone)
	return []string{
		inert(r.Name), capacity, inert(r.Place), start.Format(time.DateOnly), start.Format(clock), end.Format(time.DateOnly), end.Format(clock), yes(b.EndUnknown),
		yes(b.AllDay), inert(b.Title), inert(b.Organizer.Name), inert(b.Organizer.Email), inert(strings.Join(people, ", ")), inert(b.Note), yes(b.Private), inert(b.URL),
	}
}

func yes(is bool) string {
	if is {
		return "true"
	}
	return ""
}

// inert keeps a spreadsheet from taking a cell for a formula, by the leading ' that it knows as "this
// is text". Some spreadsheets look past wide forms, blanks and line ends.
func inert(cell string) string {
	trimmed := strings.TrimLeft(strings.Map(fold, cell), " \t\r\n")
	if trimmed != "" && strings.IndexByte("=+-@", trimmed[0]) >= 0 || strings.HasPrefix(cell, "\t") || strings.HasPrefix(cell, "\r") {
		return "'" + cell
	}
	return cell
}
