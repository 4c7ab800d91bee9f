package link

import "strings"

// links finds everything that has a scheme.
func (s *scanner) links() {
	done := 0
	for colon := s.next(':', 0); colon >= 0; colon = s.next(':', colon+1) {
		if colon < done {
			continue
		}
		kind, start := schemeBefore(s.text, colon)
		if kind == schemeNone || start < done {
			continue
		}
		if kind == schemeSIP {
			if end := s.sip(start, colon+1); end > 0 {
				done = end
			}
			continue
		}
		end := colon + 1 + len(trimLink(s.text[colon+1:extent(s.text, start, colon+1)]))
		var reading Reading
		if kind != schemeOther {
			reading = readLink(s.text[start:end])
		}
		if kind == schemeApp && len(reading.Targets) == 0 {
			if far, ok := s.beyondBlank(end); ok {
				if more := readLink(s.text[start:end] + strings.TrimLeft(s.text[end:far], " \t<\"'")); len(more.Targets) > 0 {
					reading, end = more, far
				}
			}
		}
		s.take(start, end)
		s.addLink(start, end, reading)
		done = end
	}
}

// beyondBlank returns the end of the value that stands behind a link ending in = and a blank, as
// Webex's own help prints its examples.
func (s *scanner) beyondBlank(end int) (far int, ok bool) {
	if s.text[end-1] != '=' {
		return 0, false
	}
	from := end
	for from < len(s.text) && strings.IndexByte(" \t<\"'", s.text[from]) >= 0 {
		from++
	}
	if from == end {
		return 0, false
	}
	far = extent(s.text, from, from)
	far = from + len(trimLink(s.text[from:far]))
	return far, far > from
}

// sip reads the address behind sip: and returns its end, or 0. A blank between is common where
// the scheme stands as a label.
func (s *scanner) sip(start, from int) int {
	at := from
	for at < len(s.text) && (s.text[at] == ' ' || s.text[at] == '/') && at-from < 3 {
		at++
	}
	end := at + len(trimLink(s.text[at:extent(s.text, start, at)]))
	target, ok := sipTarget(s.text[at:end])
	if !ok {
		return 0
	}
	s.take(start, end)
	s.addLink(start, end, Reading{Targets: []Target{target}})
	return end
}

// addLink records a link with what it leads to.
func (s *scanner) addLink(start, end int, reading Reading) {
	if len(reading.Targets)+len(reading.Notices) == 0 {
		return
	}
	h := hit{form: formLink, start: start, end: end, outerStart: start, outerEnd: end, reading: reading}
	s.hits = append(s.hits, h)
}

// bareHosts finds Webex web links whose https:// was left out.
func (s *scanner) bareHosts() {
	busy := s.settle()
	for _, mark := range []string{"ebex.com/", "eurl.io/#"} {
		busy := busy
		for from := 0; ; {
			i := strings.Index(s.text[from:], mark)
			if i < 0 {
				break
			}
			at := from + i
			from = at + len(mark)
			if busy.holds(at) {
				continue
			}
			start := at
			for start > busy.floor && at-start < 255 && (isAlnum(s.text[start-1]) || s.text[start-1] == '-' || s.text[start-1] == '.') {
				start--
			}
			if start > 0 && strings.IndexByte("@/:", s.text[start-1]) >= 0 {
				continue
			}
			end := at + len(trimLink(s.text[at:extent(s.text, start, at)]))
			if end <= from {
				continue
			}
			s.take(start, end)
			s.addLink(start, end, readLink("https://"+s.text[start:end]))
			from = end
		}
	}
}
