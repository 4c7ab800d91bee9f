package message

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"time"
)

// WriteResults writes a batch's rows with what became of them, as CSV that spreadsheets and Foyer
// itself read: users, room, message, envelope, the batch's further columns, then row, state, error and
// time. The users of a chat room are the mentioned ones; the error is in the service's words where it
// has any; the time is when the row came to rest, in RFC 3339. Nothing is taken for a formula. It
// returns the error of items or of w, and keeps one row in memory.
func WriteResults(w io.Writer, b Batch, items iter.Seq2[Item, error]) error {
	const op = "writing the results of a batch"
	out := bufio.NewWriter(w)
	_, _ = out.WriteString("\ufeff") // Excel reads a file without it as Windows-1252. Flush has the error.
	table := csv.NewWriter(out)
	line := append([]string{"users", "room", "message", "envelope"}, b.Columns...)
	line = append(line, "row", "state", "error", "time")
	if err := table.Write(inert(line)); err != nil {
		return fmt.Errorf("%s: %w", op, err)
	}
	for item, err := range items {
		if err != nil {
			return fmt.Errorf("%s: %w", op, err)
		}
		line = appendResult(line[:0], item, len(b.Columns))
		if err := table.Write(inert(line)); err != nil {
			return fmt.Errorf("%s: %w", op, err)
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

// appendResult appends the cells of one row.
func appendResult(line []string, item Item, extra int) []string {
	users := item.To
	if !item.IsDirect() {
		users = item.Mentions
	}
	envelope := ""
	if item.Envelope {
		envelope = "true"
	}
	line = append(line, strings.Join(users, ","), item.Room, item.Text, envelope)
	for i := range extra {
		if i < len(item.Extra) {
			line = append(line, item.Extra[i])
		} else {
			line = append(line, "")
		}
	}
	ended := ""
	if !item.Ended.IsZero() {
		ended = item.Ended.Format(time.RFC3339)
	}
	return append(line, strconv.Itoa(item.Row), string(item.State), reason(item.Failure), ended)
}

// reason returns why a message is where it is, for a table: the service's words, else the codes.
func reason(f *Failure) string {
	switch {
	case f == nil:
		return ""
	case f.Words != "":
		return f.Words
	}
	why := f.Kind.String()
	if f.Status != 0 {
		why += fmt.Sprintf(", HTTP %d", f.Status)
	}
	if f.Code != "" {
		why += ", " + f.Code
	}
	return why
}

// inert keeps a spreadsheet from taking cells for formulas, by the leading ' that it knows as "this is
// text". It changes the cells in place.
func inert(cells []string) []string {
	for i, c := range cells {
		if c != "" && strings.IndexByte("=+-@\t\r", c[0]) >= 0 {
			cells[i] = "'" + c
		}
	}
	return cells
}
