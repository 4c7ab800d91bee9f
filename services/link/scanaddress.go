package link

import (
	"strings"

	"foyer/services/person"
)

// addresses finds bare e-mail addresses by their @.
func (s *scanner) addresses() {
	busy := s.settle()
	for at := s.next('@', 0); at >= 0; at = s.next('@', at+1) {
		if busy.holds(at) {
			continue
		}
		start, end, ok := person.FindEmail(s.text, at)
		if !ok || start < busy.floor || s.isMessageID(start) {
			continue
		}
		s.take(start, end)
		s.hits = append(s.hits, hit{form: formAddress, start: start, end: end, outerStart: start, outerEnd: end})
	}
}

// isMessageID tells whether the address at start stands in a header of a mail that holds message
// ids, which look like addresses and lead to nobody.
func (s *scanner) isMessageID(start int) bool {
	if start == 0 || s.text[start-1] != '<' && s.text[start-1] != ':' {
		return false
	}
	const most = 1000
	near := s.text[max(0, start-most) : start-1]
	for {
		i := strings.LastIndexByte(near, '\n')
		line := near[i+1:]
		if line != "" && line[0] != ' ' && line[0] != '\t' {
			label, _, _ := strings.Cut(line, ":")
			switch strings.ToLower(label) {
			case "message-id", "in-reply-to", "references", "content-id", "resent-message-id":
				return true
			}
			return false
		}
		if i < 0 {
			return false
		}
		near = near[:i] // The header may go on over several lines.
	}
}
