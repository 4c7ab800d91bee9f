package links

import (
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"foyer/services/link"
)

// model is what the page knows, without anything that draws.
type model struct {
	all    []link.Saved
	loaded bool
	query  string
	kind   link.Kind // "" shows all
	// reading is what stands in the paste box; found are its targets with what is saved of them.
	typed   string
	reading link.Reading
	found   []link.Saved
	// chosen is the link that the panel shows: a saved one, or one of found.
	chosen *link.Saved
	// meeting says that the chosen person's link starts a meeting.
	meeting bool
	format  link.Format
}

// visible returns the saved links that pass search and filter, in their order.
func (m *model) visible() []link.Saved {
	words := strings.Fields(fold(m.query))
	var shown []link.Saved
	for _, l := range m.all {
		if (m.kind == "" || l.Kind == m.kind) && matches(l, words) {
			shown = append(shown, l)
		}
	}
	return shown
}

// matches reports whether every word stands somewhere in the link.
func matches(l link.Saved, words []string) bool {
	if len(words) == 0 {
		return true
	}
	haystack := fold(strings.Join([]string{l.Name, l.Email, l.SIP, l.ID, l.URL, l.Label, l.Phone}, "\n"))
	for _, w := range words {
		if !strings.Contains(haystack, w) {
			return false
		}
	}
	return true
}

// fold makes words comparable: without case, accents and differences of width.
func fold(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			t := transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
			if folded, _, err := transform.String(t, s); err == nil {
				s = folded
			}
			break
		}
	}
	return strings.ToLower(s)
}

// count returns how many saved links are of a kind, "" counts all.
func (m *model) count(kind link.Kind) int {
	n := 0
	for _, l := range m.all {
		if kind == "" || l.Kind == kind {
			n++
		}
	}
	return n
}

// recognise reads what stands in the paste box.
func (m *model) recognise(typed string) {
	m.typed = typed
	m.reading = link.Read(typed)
	m.match()
	m.chosen = nil
	if len(m.found) == 1 && !m.found[0].Has(link.WarnAmbiguous) {
		only := m.found[0]
		m.choose(&only)
	}
}

// match sets found: for each target its saved link, with what the text adds to it.
func (m *model) match() {
	m.found = m.found[:0:0]
	for _, t := range m.reading.Targets {
		f := link.Saved{Target: t}
		for _, l := range m.all {
			if l.Key() == t.Key() {
				f = l
				f.Warnings = t.Warnings
				if f.Name == "" {
					f.Name = t.Name
				}
			}
		}
		m.found = append(m.found, f)
	}
}

// choose shows a link in the panel. Another person's link begins as a message again.
func (m *model) choose(l *link.Saved) {
	if m.chosen == nil || l == nil || m.chosen.Key() != l.Key() {
		m.meeting = false
	}
	m.chosen = l
}

// load takes the links as they are stored now and keeps what is chosen.
func (m *model) load(all []link.Saved) {
	m.all, m.loaded = all, true
	m.match()
	if m.chosen == nil {
		return
	}
	key := m.chosen.Key()
	for _, l := range append(append([]link.Saved{}, m.all...), m.found...) {
		if (m.chosen.Ref != 0 && l.Ref == m.chosen.Ref) || l.Key() == key {
			m.chosen = &l
			return
		}
	}
	m.chosen = nil
}

// choosing reports whether the page asks which of several recognised things is meant.
func (m *model) choosing() bool {
	return len(m.found) > 1 || len(m.found) == 1 && m.found[0].Has(link.WarnAmbiguous)
}

// target is what the chosen link leads to, with a person's choice between message and meeting.
func (m *model) target() link.Target {
	t := m.chosen.Target
	if m.meeting {
		if meet, ok := t.Meet(); ok {
			return meet
		}
	}
	return t
}

// source says where something in the paste box came from.
func (m *model) source() string {
	for _, l := range strings.Split(m.typed, "\n") {
		if strings.ContainsAny(l, ":：") && len(m.reading.Targets) > 0 && strings.Count(m.typed, "\n") > 1 && m.reading.Targets[0].Kind == link.Space {
			return sourceInfo
		}
	}
	if strings.Contains(m.typed, "://") || strings.Contains(m.typed, "im?") {
		return sourceLink
	}
	return sourceTyped
}
