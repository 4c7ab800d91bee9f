package person

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"

	"foyer/services/plain"
)

// Bounds of one row. A quote that is never closed must not swallow the rest of a file.
const (
	maxRowBytes = 64 << 10
	maxRowLines = 40
)

// row is one record of a CSV file and the physical line at which it begins.
type row struct {
	fields []string
	line   int
}

// rows reads records. encoding/csv would do but for two things: it gives up at the first stray
// quote, and it counts physical lines only for \n.
type rows struct {
	in    *bufio.Reader
	sep   byte
	ahead []string // lines read and not used
	line  int      // number of the first line in ahead
	err   error
}

func newRows(r io.Reader) *rows {
	return &rows{in: bufio.NewReaderSize(r, maxRowBytes), line: 1}
}

// next returns the next row that is not blank, a RowError for one that cannot be read, or the
// reader's error.
func (r *rows) next() (row, error) {
	for {
		if !r.fill(1) {
			return row{}, r.err
		}
		if r.sep == 0 {
			r.sniff()
			continue // The first line may have said it and be gone.
		}
		line := r.line
		if len(r.ahead[0]) > maxRowBytes {
			value := strings.ToValidUTF8(r.ahead[0][:shownValue], "")
			r.drop(1)
			return row{}, newRowError(line, TooLong, value)
		}
		fields, used, ok := r.record()
		if !ok {
			value := r.ahead[0]
			r.drop(1)
			return row{}, newRowError(line, BadQuotes, value)
		}
		r.drop(used)
		if !isBlank(fields) {
			return row{fields: fields, line: line}, nil
		}
	}
}

// record splits the lines ahead, taking more of them while a quoted field goes on.
func (r *rows) record() (fields []string, used int, ok bool) {
	text := r.ahead[0]
	for used = 1; ; used++ {
		if fields, ok = split(text, r.sep); ok {
			return fields, used, true
		}
		if used == maxRowLines || !r.fill(used+1) || len(text)+len(r.ahead[used]) > maxRowBytes {
			return nil, 0, false
		}
		text += "\n" + r.ahead[used]
	}
}

// fill makes sure that n lines are ahead.
func (r *rows) fill(n int) bool {
	for len(r.ahead) < n {
		if r.err != nil {
			return false
		}
		var text string
		if text, r.err = r.readLine(); r.err != nil && text == "" {
			return false
		}
		r.ahead = append(r.ahead, plain.Text(text))
	}
	return true
}

// readLine returns one line without its end, be it \n, \r\n or \r. Of a line that is too long only
// the beginning is kept.
func (r *rows) readLine() (string, error) {
	var b strings.Builder
	for {
		chunk, err := r.in.Peek(max(1, r.in.Buffered()))
		if len(chunk) == 0 {
			return b.String(), err
		}
		end := bytes.IndexAny(chunk, "\r\n")
		if end < 0 {
			end = len(chunk)
		}
		if b.Len() <= maxRowBytes {
			b.Write(chunk[:min(end, maxRowBytes+1)])
		}
		if end == len(chunk) {
			_, _ = r.in.Discard(end)
			continue
		}
		ended := chunk[end]
		_, _ = r.in.Discard(end + 1)
		if ended == '\r' {
			if after, err := r.in.Peek(1); err == nil && after[0] == '\n' {
				_, _ = r.in.Discard(1)
			}
		}
		return b.String(), nil
	}
}

func (r *rows) drop(n int) {
	r.ahead = r.ahead[n:]
	r.line += n
}

// split cuts a record into its fields. A quote counts only at the beginning of a field; ok is
// false when a quoted field does not end.
func split(text string, sep byte) (fields []string, ok bool) {
	for {
		trimmed := strings.TrimLeft(text, " ")
		if !strings.HasPrefix(trimmed, `"`) {
			field, rest, more := strings.Cut(text, string(sep))
			fields = append(fields, strings.TrimSpace(field))
			if !more {
				return fields, true
			}
			text = rest
			continue
		}
		field, rest, closed := plain.Quoted(trimmed[1:])
		if !closed {
			return nil, false
		}
		// What stands between the closing quote and the separator belongs to the field.
		tail, rest, more := strings.Cut(rest, string(sep))
		if strings.Contains(field, "\n") && strings.TrimSpace(tail) != "" {
			return nil, false // The quote was left open, and this one opens another field.
		}
		fields = append(fields, strings.TrimSpace(field+strings.TrimRight(tail, " ")))
		if !more {
			return fields, true
		}
		text = rest
	}
}

func isBlank(fields []string) bool {
	for _, f := range fields {
		if f != "" {
			return false
		}
	}
	return true
}

// sniff decides on the separator by the first lines: the one that the first of them holds and that
// the others hold equally often. Excel may say it outright in a line "sep=;".
func (r *rows) sniff() {
	const looked = 10
	r.fill(looked)
	if r.err != nil && !errors.Is(r.err, io.EOF) && len(r.ahead) == 0 {
		return
	}
	if rest, found := cutPrefixFold(r.ahead[0], "sep="); found && len(rest) == 1 && strings.Contains(",;|\t", rest) {
		r.sep = rest[0]
		r.drop(1)
		r.fill(1)
		return
	}
	best := 0
	r.sep = ','
	for _, sep := range []byte{'\t', ';', ','} {
		if n := agreement(r.ahead[:min(looked, len(r.ahead))], sep); n > best {
			best, r.sep = n, sep
		}
	}
}

// agreement counts the lines that hold sep outside quotes as often as the first line that is not
// blank.
func agreement(lines []string, sep byte) int {
	first, same := 0, 0
	for _, l := range lines {
		if strings.TrimSpace(l) == "" {
			continue
		}
		n, in := 0, false
		for i := range len(l) {
			switch {
			case l[i] == '"':
				in = !in
			case l[i] == sep && !in:
				n++
			}
		}
		if first == 0 {
			if n == 0 {
				return 0
			}
			first = n
		}
		if n == first {
			same++
		}
	}
	return same
}
