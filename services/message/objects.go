package message

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
)

// objects reads a batch written as JSON.
type objects struct {
	elements
	members map[string]member
	begun   bool
	// end closes the list: "]", or "]}" in an object; "" is for objects one after the other.
	end string
	// after says that a value was read and no comma yet.
	after bool
}

var (
	errNoList  = errors.New("no list of messages")
	errComma   = errors.New("a comma is missing, or one too many")
	errTooMuch = errors.New("something follows the list")
)

func newObjects(in *bufio.Reader, roomKeys []string) *objects {
	return &objects{elements: newElements(in), members: withRooms(roomKeys)}
}

// columns returns nil: members that are not known are not kept.
func (o *objects) columns() ([]string, error) { return nil, nil }

// next returns the next object as a row. What is no object, and one that is no JSON inside, is a row
// with that problem; without the brackets that belong together nothing can be read further.
func (o *objects) next() (Row, bool, error) {
	more, err := o.advance()
	if err != nil {
		return Row{}, false, o.fail(err)
	}
	if !more {
		return Row{}, false, io.EOF
	}
	line := o.line
	if err := o.value(); err != nil {
		return Row{}, false, o.fail(err)
	}
	o.after = true
	row := Row{Line: line}
	if o.long {
		row.Problems = []Problem{{Code: ProblemLongRow, Subject: strconv.Itoa(line)}}
		return row, true, nil
	}
	if at := o.fault(); at > 0 {
		row.Problems = []Problem{{Code: ProblemBadJSON, Subject: strconv.Itoa(line + at - 1)}}
		return row, true, nil
	}
	row = readObject(o.buf, o.members)
	row.Line = line
	return row, false, nil
}

// fault returns the line of the value, counted from 1, at which it is no JSON object; 0 when it is one.
func (o *objects) fault() int {
	if o.buf[0] != '{' {
		return 1
	}
	if at := validLength(o.buf); at < len(o.buf) {
		return countLines(o.buf[:at])
	}
	return 0
}

// countLines returns the line, counted from 1, on which the byte after b stands.
func countLines(b []byte) int {
	return 1 + bytes.Count(b, []byte("\n")) + bytes.Count(b, []byte("\r")) - bytes.Count(b, []byte("\r\n"))
}

// fail returns the error for what ended the reading.
func (o *objects) fail(err error) error {
	for _, own := range []error{errNoList, errComma, errTooMuch, errBracket, errString, errDepth, errNoValue, io.ErrUnexpectedEOF} {
		if errors.Is(err, own) {
			return broken(CodeBatchJSON, o.line, err)
		}
	}
	return unread(err)
}

// advance goes to the next value and reports whether there is one.
func (o *objects) advance() (bool, error) {
	if !o.begun {
		if more, err := o.begin(); !more {
			return false, err
		}
	}
	for {
		c, err := o.space()
		switch {
		case errors.Is(err, io.EOF) && o.end == "":
			return false, nil
		case err != nil:
			return false, ended(err)
		case o.end == "":
			return true, nil
		case c == ',' && o.after:
			o.skip([]byte{c})
			o.after = false // A comma behind the last one is let pass.
		case c == ']':
			return false, o.finish()
		case o.after || c == ',':
			return false, errComma
		default:
			return true, nil
		}
	}
}

// maxHead is within what the beginning of the list has to be, in bytes.
const maxHead = 256

// begin goes to the first value and reports whether there is anything.
func (o *objects) begin() (bool, error) {
	o.begun = true
	if _, err := o.space(); err != nil {
		return false, ifNotEnd(err)
	}
	head, _ := o.in.Peek(maxHead)
	if n := messagesPrefix(head); n > 0 {
		o.skip(head[:n])
	} else if n := wrapped(head); n > 0 {
		o.skip(head[:n])
		o.end = "]}"
		return true, nil
	}
	switch c, err := o.space(); {
	case err != nil:
		return false, ended(err)
	case c == '[':
		o.skip([]byte{c})
		o.end = "]"
	case c != '{':
		return false, errNoList
	}
	return true, nil
}

// finish reads the end of the list. Behind it there may be nothing.
func (o *objects) finish() error {
	for i := range len(o.end) {
		c, err := o.space()
		if err != nil {
			return ended(err)
		}
		if c != o.end[i] {
			return errTooMuch
		}
		o.skip([]byte{c})
	}
	if _, err := o.space(); err != nil {
		return ifNotEnd(err)
	}
	return errTooMuch
}

// ifNotEnd returns nil for the end of the file.
func ifNotEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// wrapped returns how long the beginning of an object is that has its list in messages: {"messages":[
func wrapped(head []byte) int {
	rest := head
	for _, word := range []string{"{", `"messages"`, ":", "["} {
		var found bool
		if rest, found = bytes.CutPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte(word)); !found {
			return 0
		}
	}
	return len(head) - len(rest)
}
