package profile

import (
	"bytes"

	"github.com/creachadair/tomledit"
	"github.com/creachadair/tomledit/scanner"
)

// comments returns how many comments text has, and those that stand behind something, by line.
func comments(text []byte) (total int, behind map[int]string) {
	behind = map[int]string{}
	s := scanner.New(bytes.NewReader(text))
	last := 0 // the line on which something other than a comment ended
	for s.Next() == nil {
		place := s.Location()
		switch s.Token() {
		case scanner.Newline:
		case scanner.Comment:
			total++
			if place.First.Line == last {
				behind[last] = string(s.Text())
			}
		default:
			last = place.Last.Line
		}
	}
	return total, behind
}

// restoreTrailers gives headings such as [[links.templates]] the comments behind them back, which
// the library's parser drops (v0.0.29).
func restoreTrailers(doc *tomledit.Document, text []byte) {
	_, behind := comments(text)
	for _, s := range doc.Sections {
		if s.IsArray && s.Trailer == "" {
			s.Trailer = behind[s.Line]
		}
	}
}
