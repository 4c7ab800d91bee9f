package link

import (
	"cmp"
	"slices"
	"strings"
)

// form says what a hit is made of.
type form int

const (
	formLink    form = iota // a link of any kind, with its reading
	formREST                // a bare REST id, with its reading
	formUUID                // a bare UUID
	formAddress             // a bare e-mail address
)

// hit is one place in the text that may lead somewhere.
type hit struct {
	form       form
	start, end int
	// outerStart and outerEnd take in the brackets and tags that make the hit a Markdown or HTML
	// link, or Name <address>.
	outerStart, outerEnd int
	// name is what those brackets and tags call the target.
	name string
	// reading is what a link or REST id leads to.
	reading Reading
	// alone is set when a bare UUID fills its line.
	alone bool
	// used is set when a block of space info has taken the hit.
	used bool
}

// leadsToSpace returns the space that h leads to for sure.
func (h *hit) leadsToSpace() (Target, bool) {
	if len(h.reading.Targets) == 1 && h.reading.Targets[0].Kind == Space && h.reading.Targets[0].ID != "" {
		return h.reading.Targets[0], true
	}
	return Target{}, false
}

// span is a stretch of the text.
type span struct{ start, end int }

// scanner finds the hits of one text. Every pass walks over the text once, from one telling
// character to the next.
type scanner struct {
	text string
	// isHTML says that names may hold entities.
	isHTML bool
	hits   []hit
	// taken are the links, also those that lead nowhere; nothing inside them is looked at again.
	taken []span
}

// scan returns all hits of text in their order.
func scan(text string, isHTML bool) *scanner {
	s := &scanner{text: text, isHTML: isHTML}
	s.links()
	s.bareHosts()
	s.addresses()
	s.restIDs()
	s.uuids()
	slices.SortStableFunc(s.hits, func(a, b hit) int { return cmp.Compare(a.start, b.start) })
	return s
}

// take reserves text[start:end], so that later passes leave it alone.
func (s *scanner) take(start, end int) { s.taken = append(s.taken, span{start, end}) }

// settle sorts what is taken, after passes that go over the text one after the other.
func (s *scanner) settle() reserved {
	slices.SortFunc(s.taken, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	return reserved{spans: s.taken}
}

// reserved answers for rising positions whether they are taken.
type reserved struct {
	spans []span
	// floor is the end of the last span before the position asked for.
	floor int
}

// holds tells whether position at is taken.
func (r *reserved) holds(at int) bool {
	for len(r.spans) > 0 && r.spans[0].end <= at {
		r.floor = r.spans[0].end
		r.spans = r.spans[1:]
	}
	return len(r.spans) > 0 && r.spans[0].start <= at
}

// next returns the first position of c at or after from, or -1.
func (s *scanner) next(c byte, from int) int {
	i := strings.IndexByte(s.text[from:], c)
	if i < 0 {
		return -1
	}
	return from + i
}
