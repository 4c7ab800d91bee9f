package message

import (
	"io"
	"iter"
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

// Codes of the *fault.Error for a batch file that is broken as a whole. Where a line can be named,
// the error wraps a *LineError.
const (
	// CodeBatchUnread: the file could not be read; the kind is Other. The others are Invalid.
	CodeBatchUnread = "batch-unread"
	// CodeBatchEmpty: it has no rows.
	CodeBatchEmpty = "batch-empty"
	// CodeBatchJSON: it is no JSON from some line on.
	CodeBatchJSON = "batch-json"
	// CodeBatchColumns: its headings lack the column named in Words.
	CodeBatchColumns = "batch-columns"
	// CodeBatchQuotes: it has so many quotes that do not end that its rows cannot be told apart.
	CodeBatchQuotes = "batch-quotes"
)

// LineError says at which physical line of a file, counted from 1, something is wrong.
type LineError struct {
	Line int
	Err  error
}

// Error returns one line for logs and stderr.
func (e *LineError) Error() string { return "" }

// Unwrap returns the cause.
func (e *LineError) Unwrap() error { return e.Err }

// Reader reads a batch file row by row, in constant memory.
type Reader struct{}

// NewReader returns a reader of a batch file. roomKeys are further members of JSON objects that name
// a chat room, besides those that are known.
func NewReader(r io.Reader, format Format, roomKeys ...string) *Reader { return &Reader{} }

// Columns returns the headings of the further columns, nil without any. It reads as far as the headings.
func (r *Reader) Columns() []string { return nil }

// All returns the rows, once. Rows that cannot be sent come with their problems; a file that is broken
// as a whole ends with an error, a *fault.Error.
func (r *Reader) All() iter.Seq2[Row, error] { return func(func(Row, error) bool) {} }
