package message

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// maxRow is the greatest length of a row of CSV in bytes, so that a quote that does not end swallows
// no more than that.
const maxRow = 1 << 20

// lines reads physical lines, ended by \n, \r\n or \r.
type lines struct {
	in *bufio.Reader
	// again are bytes that were read and given back.
	again []byte
	// read counts the lines that were read.
	read int
}

// appendLine appends the next line, with its end, to b. Of a line that is longer than maxRow no more is
// kept than makes that known. The error is io.EOF after the last line, or the file's.
func (l *lines) appendLine(b []byte) ([]byte, error) {
	begin := len(b)
	for {
		chunk, err := l.peek()
		if len(chunk) == 0 {
			if errors.Is(err, io.EOF) && len(b) > begin {
				l.read++
				err = nil
			}
			return b, err
		}
		n, end := lineEnd(chunk)
		b = append(b, chunk[:min(n, max(0, begin+maxRow+1-len(b)))]...)
		l.drop(n + end)
		if end == 0 {
			continue
		}
		if chunk[n] == '\r' {
			if next, _ := l.peek(); len(next) > 0 && next[0] == '\n' {
				l.drop(1)
			}
		}
		l.read++
		return append(b, '\n'), nil
	}
}

// lineEnd returns how much of chunk belongs to the line, and the length of its end: 0 when the line
// goes on.
func lineEnd(chunk []byte) (n, end int) {
	n, end = bytes.IndexByte(chunk, '\n'), 1
	if n < 0 {
		n, end = len(chunk), 0
	}
	if cr := bytes.IndexByte(chunk[:n], '\r'); cr >= 0 {
		return cr, 1
	}
	return n, end
}

func (l *lines) peek() ([]byte, error) {
	if len(l.again) > 0 {
		return l.again, nil
	}
	if _, err := l.in.Peek(1); err != nil {
		return nil, err
	}
	return l.in.Peek(l.in.Buffered())
}

func (l *lines) drop(n int) {
	if len(l.again) > 0 {
		l.again = l.again[n:]
		return
	}
	_, _ = l.in.Discard(n) // It was peeked.
}

// giveBack lets lines be read again.
func (l *lines) giveBack(b []byte, count int) {
	l.again = append(bytes.Clone(b), l.again...)
	l.read -= count
}
