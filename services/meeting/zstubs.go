package meeting

import (
	"context"
	"io"
	"time"
)

// DefaultChunk is how many attendees go into one request when nobody says otherwise.
const DefaultChunk = 100

// ReadText reads what was pasted.
func ReadText(text string) Reading { return Reading{} }

// ReadCSV reads a table.
func ReadCSV(r io.Reader, m Mapping) (Reading, error) { return Reading{}, nil }

// ReadVCard reads cards.
func ReadVCard(r io.Reader) (Reading, error) { return Reading{}, nil }

// ReadJSON reads the API's own form.
func ReadJSON(r io.Reader) (Reading, error) { return Reading{}, nil }

// Read reads r in a format; m is for CSV.
func Read(r io.Reader, f Format, m Mapping) (Reading, error) { return Reading{}, nil }

// Detect tells the format of a file by its name and its first bytes.
func Detect(name string, head []byte) Format { return FormatText }

// FoldHeader brings a header cell into the form that Mapping has.
func FoldHeader(cell string) string { return cell }

// WriteCSV writes rows as a table.
func WriteCSV(w io.Writer, rows []Attendee) error { return nil }

// WriteJSON writes rows in the API's own form.
func WriteJSON(w io.Writer, rows []Attendee) error { return nil }

// WriteRejected writes what was rejected, with the reason in words.
func WriteRejected(w io.Writer, r Reading, why func(Reason) string) error { return nil }

// WriteResult writes rows with where they stand.
func WriteResult(w io.Writer, rows []Attendee, standings []Standing, words func(Seen) string) error {
	return nil
}

// Table is the list being edited.
type Table struct{}

// NewTable returns a table.
func NewTable(rows ...Attendee) *Table { return &Table{} }

// Len is the number of rows.
func (t *Table) Len() int { return 0 }

// Row returns a row.
func (t *Table) Row(i int) Attendee { return Attendee{} }

// Rows returns all rows.
func (t *Table) Rows() []Attendee { return nil }

// Set sets a cell as typed.
func (t *Table) Set(i int, c Column, value string) {}

// Cell returns a cell as typed.
func (t *Table) Cell(i int, c Column) string { return "" }

// Put replaces a row.
func (t *Table) Put(i int, a Attendee) {}

// Insert inserts rows.
func (t *Table) Insert(at int, rows ...Attendee) {}

// Remove removes rows.
func (t *Table) Remove(rows ...int) {}

// Problems returns what is wrong with a row.
func (t *Table) Problems(i int) []Problem { return nil }

// Status returns what would become of a row.
func (t *Table) Status(i int) RowStatus { return StatusReady }

// Summary counts.
func (t *Table) Summary() Summary { return Summary{} }

// Ready returns what would be sent.
func (t *Table) Ready() (rows []Attendee, at []int) { return nil, nil }

// MergeDuplicates merges.
func (t *Table) MergeDuplicates() (merged int) { return 0 }

// CheckAll checks.
func CheckAll(rows []Attendee) []Problem { return nil }

// FromEntry makes an attendee of an entry of the directory.
func FromEntry(e Entry, callMobile bool) Attendee { return Attendee{} }

// SameNumber compares numbers.
func SameNumber(a, b string) bool { return false }

// CanonicalNumber writes a number in one way.
func CanonicalNumber(s string) string { return s }

// Invite invites.
func Invite(ctx context.Context, h Host, a Access, rows []Attendee, chunk int, tell func(Progress)) Report {
	return Report{}
}

// Follow follows.
type Follow struct{}

// NewFollow begins to follow.
func NewFollow(rows []Attendee, invited time.Time) *Follow { return &Follow{} }

// See takes a presence.
func (f *Follow) See(p Presence) {}

// Standing returns where a row stands.
func (f *Follow) Standing(i int) Standing { return Standing{} }

// Guests returns those of no row.
func (f *Follow) Guests() []Participation { return nil }
