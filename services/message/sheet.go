package message

import (
	"errors"
	"io"
	"strconv"
	"strings"
)

// sheet reads a batch written as CSV.
type sheet struct {
	lines
	record record
	heads  *headings
	// wasted counts the bytes that were read in vain behind quotes that do not end.
	wasted int
}

// maxWasted bounds sheet.wasted: beyond it the file's quotes cannot be understood.
const maxWasted = 8 << 20

// columns reads the headings.
func (s *sheet) columns() ([]string, error) {
	if s.heads != nil {
		return s.heads.extra, nil
	}
	line, err := s.firstLine()
	if err != nil {
		return nil, err
	}
	if sep, told := toldSeparator(line); told {
		s.record.sep = sep
		if line, err = s.firstLine(); err != nil {
			return nil, err
		}
	} else {
		s.record.sep = sniffed(line)
	}
	at := s.read
	s.giveBack([]byte(line), 1)
	cells, problem, err := s.cells()
	if err != nil {
		return nil, err
	}
	if problem != "" {
		return nil, broken(CodeBatchQuotes, at, nil)
	}
	heads, missing := readHeadings(cells)
	if missing != "" {
		e := broken(CodeBatchColumns, at, nil)
		e.Words = missing
		return nil, e
	}
	s.heads = heads
	return heads.extra, nil
}

// firstLine returns the next line that is not blank, with its end.
func (s *sheet) firstLine() (string, error) {
	for {
		b, err := s.appendLine(nil)
		switch {
		case errors.Is(err, io.EOF):
			return "", broken(CodeBatchEmpty, 0, nil)
		case err != nil:
			return "", unread(err)
		case strings.TrimSpace(string(b)) != "":
			return string(b), nil
		}
	}
}

// next returns the next row that is not blank.
func (s *sheet) next() (Row, bool, error) {
	for {
		line := s.read + 1
		cells, problem, err := s.cells()
		switch {
		case err != nil:
			return Row{}, false, err
		case problem != "":
			return Row{Line: line, Problems: []Problem{{Code: problem, Subject: strconv.Itoa(line)}}}, true, nil
		case strings.Join(cells, "") != "":
			row := s.heads.row(cells)
			row.Line = line
			return row, false, nil
		}
	}
}

// cells returns the cells of the next record, or the code of what is wrong with it.
func (s *sheet) cells() (cells []string, problem string, err error) {
	r := &s.record
	first, read, err := s.fill()
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		return nil, "", unread(err)
	case err != nil && first == 0:
		return nil, "", io.EOF
	case r.state != whole && first > 0:
		return nil, ProblemBadQuotes, s.back(first, read)
	case len(r.text) > maxRow || r.state == crowded:
		return nil, ProblemLongRow, nil
	case r.state != whole:
		return nil, ProblemBadQuotes, nil
	default:
		return r.cells(), "", nil
	}
}

// fill reads lines until the record is at its end, or it is clear that it has none. Of a record of
// several lines it returns where the first one ends, and its number.
func (s *sheet) fill() (first, read int, err error) {
	r := &s.record
	r.begin()
	for {
		if r.text, err = s.appendLine(r.text); err != nil {
			return first, read, err
		}
		if r.scan(); r.state != open || len(r.text) > maxRow {
			return first, read, nil
		}
		if first == 0 {
			first, read = len(r.text), s.read
		}
	}
}

// back gives back the lines behind the first of a record whose quote does not end: they are records of
// their own, most likely.
func (s *sheet) back(first, read int) error {
	rest := s.record.text[first:]
	if s.wasted += len(rest); s.wasted > maxWasted {
		return broken(CodeBatchQuotes, read, nil)
	}
	s.giveBack(rest, s.read-read)
	return nil
}
