package message

import (
	"fmt"

	"foyer/services/fault"
)

// Codes of the *fault.Error for a batch file that is broken as a whole. Where a line can be named,
// the error wraps a *LineError.
const (
	// CodeBatchUnread: the file could not be read; the kind is Other. The others are Invalid.
	CodeBatchUnread = "batch-unread"
	// CodeBatchEmpty: it has no rows.
	CodeBatchEmpty = "batch-empty"
	// CodeBatchWorkbook: it is a spreadsheet program's own file; saved as CSV it could be read.
	CodeBatchWorkbook = "batch-workbook"
	// CodeBatchJSON: it is no JSON from some line on.
	CodeBatchJSON = "batch-json"
	// CodeBatchColumns: its headings lack the column named in Words.
	CodeBatchColumns = "batch-columns"
	// CodeBatchQuotes: it has so many quotes that do not end that its rows cannot be told apart.
	CodeBatchQuotes = "batch-quotes"
)

const readingBatch = "reading a batch file"

// LineError says at which physical line of a file, counted from 1, something is wrong.
type LineError struct {
	Line int
	Err  error
}

// Error returns one line for logs and stderr.
func (e *LineError) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("line %d", e.Line)
	}
	return fmt.Sprintf("line %d: %v", e.Line, e.Err)
}

// Unwrap returns the cause, nil without one.
func (e *LineError) Unwrap() error { return e.Err }

// broken returns the error for a file that is broken at a line, 0 for no line in particular.
func broken(code string, line int, cause error) *fault.Error {
	e := &fault.Error{Op: readingBatch, Kind: fault.Invalid, Code: code, Err: cause}
	if line > 0 {
		e.Err = &LineError{Line: line, Err: cause}
	}
	return e
}

// unread returns the error for a file that could not be read further.
func unread(cause error) *fault.Error {
	return &fault.Error{Op: readingBatch, Kind: fault.Other, Code: CodeBatchUnread, Err: cause}
}
