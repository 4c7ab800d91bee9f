package link

import "strings"

// reach is how many lines around an id or link may belong to its space info.
const reach = 12

// windows calls see for the lines of s that are near enough to something that leads to a space to
// be its space info, in order, each once; and gap where lines are left out. It gives every hit its
// caption on the way.
func (s *scanner) windows(see func(*line), gap func()) {
	hits := make([]*hit, len(s.hits))
	for i := range s.hits {
		hits[i] = &s.hits[i]
	}
	seen := 0 // where the next line begins that was not looked at
	space := nextSpace{at: -1}
	for len(hits) > 0 {
		start := s.lineStart(seen, hits[0].start)
		left := 0
		if s.find(&space, hits, seen); start >= space.above {
			start, left = max(seen, space.above), reach+1
		}
		if start > seen {
			gap()
		}
		seen, hits = s.run(start, left, hits, see)
	}
	gap()
}

// nextSpace is the next hit that leads to a space: where it stands, and where the lines above it
// begin that may belong to it.
type nextSpace struct{ at, above int }

// find brings next up to date; without one it lies behind the text.
func (s *scanner) find(next *nextSpace, hits []*hit, seen int) {
	if next.at >= hits[0].start {
		return
	}
	for _, h := range hits {
		if isSpaceHit(h) {
			next.at = h.start
			next.above = s.linesAbove(seen, s.lineStart(seen, h.start))
			return
		}
	}
	next.at, next.above = len(s.text), len(s.text)+1
}

// lineStart returns where the line of position at begins, given a line start before it.
func (s *scanner) lineStart(from, at int) int {
	return from + strings.LastIndexByte(s.text[from:at], '\n') + 1
}

// linesAbove goes back from the line start at by reach lines, but not before floor.
func (s *scanner) linesAbove(floor, at int) int {
	for range reach {
		if at <= floor {
			break
		}
		from := max(floor, at-1-maxLine)
		i := strings.LastIndexByte(s.text[from:at-1], '\n')
		if i < 0 && from > floor {
			break // too long to be a line of space info
		}
		at = from + i + 1
	}
	return max(at, floor)
}

// run sees left lines from start on, and more until reach lines hold nothing that leads to a
// space. It returns where it stopped and the hits behind.
func (s *scanner) run(start, left int, hits []*hit, see func(*line)) (int, []*hit) {
	for start < len(s.text) {
		end := s.next('\n', start)
		if end < 0 {
			end = len(s.text)
		}
		n := 0
		for n < len(hits) && hits[n].start < end {
			if isSpaceHit(hits[n]) {
				left = reach
			}
			n++
		}
		if left <= 0 && n == 0 {
			return start, hits
		}
		s.see(start, end, hits[:n], see)
		hits = hits[n:]
		start = end + 1
		left--
	}
	return min(start, len(s.text)), hits
}

// see makes a line of text[start:end] and gives its hits their captions.
func (s *scanner) see(start, end int, hits []*hit, see func(*line)) {
	l := newLine(s.text, start, end, hits)
	from := floors{label: l.at, title: l.valueAt, name: l.valueAt}
	for i, h := range hits {
		s.caption(h, floors{min(from.label, h.start), min(from.title, h.start), min(from.name, h.start)})
		from.name = max(h.outerEnd, h.end)
		if h.form == formLink {
			h.swallow(hits[:i], hits[i+1:], from.label)
			from.label, from.title = from.name, from.name
		}
	}
	see(l)
}

// swallow marks the addresses and ids in the title or label of h: they belong to its name.
func (h *hit) swallow(before, after []*hit, floor int) {
	for i := len(before) - 1; i >= 0 && before[i].start >= max(h.outerStart, floor); i-- {
		before[i].used = true
	}
	for _, other := range after {
		if other.end > h.outerEnd {
			break
		}
		other.used = true
	}
}

// isSpaceHit tells whether h can be the centre of space info.
func isSpaceHit(h *hit) bool {
	if h.form == formUUID {
		return true
	}
	_, ok := h.leadsToSpace()
	return ok
}
