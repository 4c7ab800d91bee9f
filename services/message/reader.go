package message

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"

	"foyer/services/plain"
)

// Row is one message of a batch file.
type Row struct {
	// Number counts the rows from 1, without headings and blank lines.
	Number int
	// Line is the physical line of the file at which the row begins, counted from 1.
	Line    int
	Message Message
	// Extra are the cells of the file's further columns, as many as Reader.Columns has; nil without any.
	Extra []string
	// Problems are why the row cannot be sent; nil when it can.
	Problems []Problem
}

// Reader reads a batch file row by row, in constant memory. It is not safe for concurrent use.
type Reader struct {
	source source
	failed error // found before the first row was asked for
}

// source is a batch file in one of the formats.
type source interface {
	// columns returns the headings of the further columns, and reads as far as them.
	columns() ([]string, error)
	// next returns the next row without its number, io.EOF at the end, or a *fault.Error. unread rows
	// are not checked further.
	next() (row Row, unread bool, err error)
}

// NewReader returns a reader of a batch file, in UTF-8, UTF-16 or Windows-1252.
//
// JSON is the vendor's own messages=[…] or a plain array, or one object after the other. An object has
// its text in message, its people in users, property.users or generalPurposes.users, and its chat
// room in room, panelName, or one of the names that the vendor's damaged sample may have meant, where
// the value is no address. With a chat room the people are mentioned; mentions is for them alone.
// envelope or isOpened asks for an opening confirmation. roomKeys are further names for the chat
// room, such as that of the dialect.
//
// CSV has headings, in any order and case: message, users, room, envelope, mentions; what else there is
// goes to Row.Extra. Comma, semicolon or tab stand between the cells. The users may be written
// as ReadRecipients reads them.
func NewReader(r io.Reader, format Format, roomKeys ...string) *Reader {
	raw := bufio.NewReaderSize(r, 64<<10)
	head, _ := raw.Peek(len(workbooks[0])) // A failure shows again at the first row.
	for _, magic := range workbooks {
		if bytes.HasPrefix(head, magic) {
			return &Reader{failed: broken(CodeBatchWorkbook, 0, nil)}
		}
	}
	in := bufio.NewReaderSize(plain.NewReader(raw), 64<<10)
	if format == JSON {
		return &Reader{source: newObjects(in, roomKeys)}
	}
	return &Reader{source: &sheet{lines: lines{in: in}}}
}

// workbooks are how the files of spreadsheet programs begin: zip, and what was before it.
var workbooks = [][]byte{[]byte("PK\x03\x04"), []byte("\xd0\xcf\x11\xe0")}

// Columns returns the headings of the further columns of a CSV file, nil without any. It reads as far
// as the headings; what is wrong with them is the error of All.
func (r *Reader) Columns() []string {
	if r.failed != nil {
		return nil
	}
	names, err := r.source.columns()
	r.failed = err
	return names
}

// All returns the rows, once. Rows that cannot be sent come with their problems and never end the
// reading; a file that is broken as a whole ends with an error, a *fault.Error with a Batch code.
func (r *Reader) All() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		r.Columns()
		if r.failed != nil {
			yield(Row{}, r.failed)
			return
		}
		for n := 1; ; n++ {
			row, unread, err := r.source.next()
			if errors.Is(err, io.EOF) {
				if n == 1 {
					yield(Row{}, broken(CodeBatchEmpty, 0, nil))
				}
				return
			}
			if err != nil {
				yield(Row{}, err)
				return
			}
			row.Number = n
			if !unread {
				row.Problems = append(row.Problems, row.Message.Check()...)
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}
