package message

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// maxElement is the greatest length of an object in a JSON batch in bytes: a text of MaxText may take
// several times as much in escapes.
const maxElement = 4 << 20

// maxDepth is how deep brackets may nest in an object.
const maxDepth = 100

// elements cuts a stream of JSON into values without keeping more than one of them. encoding/json
// would read a string that does not end into memory, whole.
type elements struct {
	in   *bufio.Reader
	line int    // of the next byte, counted from 1
	cr   bool   // the last byte was a \r
	buf  []byte // the value
	long bool   // the value is longer than maxElement, and not kept whole
	nest []byte // closing brackets to come
}

// newElements returns elements that begin at the first line.
func newElements(in *bufio.Reader) elements { return elements{in: in, line: 1} }

// space skips blanks and returns the next byte without taking it; io.EOF at the end.
func (e *elements) space() (byte, error) {
	for {
		if _, err := e.in.Peek(1); err != nil {
			return 0, err
		}
		chunk, _ := e.in.Peek(e.in.Buffered())
		n := len(chunk) - len(bytes.TrimLeft(chunk, " \t\r\n"))
		e.skip(chunk[:n])
		if n < len(chunk) {
			return chunk[n], nil
		}
	}
}

// skip drops bytes that were peeked, and counts their lines.
func (e *elements) skip(b []byte) {
	for _, c := range b {
		e.count(c)
	}
	_, _ = e.in.Discard(len(b))
}

func (e *elements) count(c byte) {
	if c == '\r' || c == '\n' && !e.cr {
		e.line++
	}
	e.cr = c == '\r'
}

// These are what can be wrong with a value so that its end is not to be found.
var (
	errBracket = errors.New("a bracket does not match")
	errString  = errors.New("a line ends within a string")
	errDepth   = errors.New("brackets nest too deep")
	errNoValue = errors.New("a bracket in the place of an object")
)

// value reads the value that begins with the next byte into buf. Its inside is checked only as far as
// its end has to be found.
func (e *elements) value() error {
	e.buf, e.long, e.nest = e.buf[:0], false, e.nest[:0]
	if c, err := e.space(); err != nil {
		return err
	} else if c != '{' && c != '[' && c != '"' {
		return e.scalar()
	}
	var text quotation
	for {
		if _, err := e.in.Peek(1); err != nil {
			return ended(err)
		}
		chunk, _ := e.in.Peek(e.in.Buffered())
		n, err := e.scan(chunk, &text)
		if err != nil {
			return err
		}
		e.keep(chunk[:n])
		if len(e.nest) == 0 && !text.open {
			return nil
		}
	}
}

// scan returns how much of chunk belongs to the value.
func (e *elements) scan(chunk []byte, text *quotation) (int, error) {
	for i := 0; i < len(chunk); i++ {
		var err error
		switch c := chunk[i]; {
		case text.open:
			var n int
			n, err = text.skip(chunk[i:])
			i += n - 1
		case c == '"':
			text.open = true
		case c == '{':
			err = e.open('}')
		case c == '[':
			err = e.open(']')
		case c == '}' || c == ']':
			err = e.close(c)
		case c == '\n' || c == '\r' || e.cr:
			e.count(c)
		}
		if err != nil {
			return 0, err
		}
		if len(e.nest) == 0 && !text.open {
			return i + 1, nil
		}
	}
	return len(chunk), nil
}

// quotation is where a value is within a string.
type quotation struct{ open, escaped bool }

// skip returns how much of chunk belongs to the string.
func (q *quotation) skip(chunk []byte) (int, error) {
	if end := bytes.IndexByte(chunk, '"'); end > 0 && !q.escaped && !hasAny(chunk[:end], '\\', '\n', '\r') {
		q.open = false
		return end + 1, nil
	}
	for i, c := range chunk {
		switch {
		case c == '\n' || c == '\r':
			return 0, errString
		case q.escaped:
			q.escaped = false
		case c == '\\':
			q.escaped = true
		case c == '"':
			q.open = false
			return i + 1, nil
		}
	}
	return len(chunk), nil
}

// hasAny tells whether b has one of the bytes.
func hasAny(b []byte, some ...byte) bool {
	for _, c := range some {
		if bytes.IndexByte(b, c) >= 0 {
			return true
		}
	}
	return false
}

func (e *elements) open(closing byte) error {
	if len(e.nest) == maxDepth {
		return errDepth
	}
	e.nest = append(e.nest, closing)
	return nil
}

func (e *elements) close(c byte) error {
	last := len(e.nest) - 1
	if last < 0 || e.nest[last] != c {
		return errBracket
	}
	e.nest = e.nest[:last]
	return nil
}

// keep takes bytes that were peeked.
func (e *elements) keep(b []byte) {
	if len(e.buf)+len(b) > maxElement {
		e.long = true
	} else {
		e.buf = append(e.buf, b...)
	}
	_, _ = e.in.Discard(len(b))
}

// scalar reads a number, a word or whatever stands in the place of a value.
func (e *elements) scalar() error {
	for {
		if _, err := e.in.Peek(1); errors.Is(err, io.EOF) && len(e.buf) > 0 {
			return nil
		} else if err != nil {
			return ended(err)
		}
		chunk, _ := e.in.Peek(e.in.Buffered())
		n := bytes.IndexAny(chunk, ",]}{[\n\r")
		if n < 0 {
			e.keep(chunk)
			continue
		}
		e.keep(chunk[:n])
		if len(e.buf) == 0 {
			return errNoValue
		}
		return nil
	}
}

// ended makes the end of the file within a value an error of its own.
func ended(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
