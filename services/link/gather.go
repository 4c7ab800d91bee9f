package link

import (
	"cmp"
	"slices"
	"strings"
)

// gathering collects the findings of one text.
type gathering struct {
	found []finding
	// firm are the IDs of spaces that are known for sure.
	firm map[string]bool
	// loose are blocks that may be space info, and bare IDs.
	loose []outcome
}

// finding is a target or a notice, and where it stands.
type finding struct {
	at     int
	target Target
	notice Notice
}

// blocks finds the space info.
func (g *gathering) blocks(s *scanner) {
	g.firm = make(map[string]bool)
	var k blocker
	s.windows(k.see, k.close)
	k.close()
	for _, b := range k.done {
		o, ok := b.resolve(s.isHTML)
		switch {
		case !ok:
		case o.firm && len(o.rivals) == 0:
			g.add(o.at, o.target)
		default:
			g.loose = append(g.loose, o)
		}
	}
}

// links adds the links, REST ids and addresses that no block has taken.
func (g *gathering) links(s *scanner) {
	for i := range s.hits {
		h := &s.hits[i]
		if h.used || h.form == formUUID {
			continue
		}
		if h.form == formAddress {
			t := Target{Kind: Person, Name: h.name, Email: s.text[h.start:h.end]}
			t.URL = t.link()
			g.add(h.start, t)
			continue
		}
		for _, t := range h.reading.Targets {
			if len(h.reading.Targets) == 1 {
				t.Name = firstOf(t.Name, h.name)
			}
			g.add(h.start, t)
		}
		for _, n := range h.reading.Notices {
			g.found = append(g.found, finding{at: h.start, notice: n})
		}
	}
}

// bare decides about IDs that stand for themselves. Beside links and space info only those count
// that fill a line of their own: the others are ids of something else, like those of a log. Else
// lines that are nothing but an ID go before IDs within text.
func (g *gathering) bare(s *scanner) {
	var lines, within []outcome
	for i := range s.hits {
		h := &s.hits[i]
		if h.used || h.form != formUUID {
			continue
		}
		t := Target{Kind: Space, ID: strings.ToLower(s.text[h.start:h.end])}
		t.URL = t.link()
		o := outcome{target: t, at: h.start}
		if h.alone {
			lines = append(lines, o)
		} else {
			within = append(within, o)
		}
	}
	if len(g.firm) == 0 {
		lines = append(lines, spread(g.loose)...)
		if len(lines) == 0 {
			lines = within
		}
	}
	g.addBare(lines)
}

// spread makes outcomes of the IDs among which a block could not choose.
func spread(blocks []outcome) []outcome {
	var all []outcome
	for _, o := range blocks {
		all = append(all, o)
		for _, id := range o.rivals {
			t := o.target
			t.ID = id
			t.URL = t.link()
			all = append(all, outcome{target: t, at: o.at})
		}
	}
	return all
}

// addBare adds IDs without labels; several different ones are ambiguous.
func (g *gathering) addBare(bare []outcome) {
	different := make(map[string]bool)
	for _, o := range bare {
		if !g.firm[o.target.ID] {
			different[o.target.ID] = true
		}
	}
	for _, o := range bare {
		if len(different) > 1 && different[o.target.ID] {
			o.target.Warnings = append(o.target.Warnings, WarnAmbiguous)
		}
		g.found = append(g.found, finding{at: o.at, target: o.target})
	}
}

func (g *gathering) add(at int, t Target) {
	g.found = append(g.found, finding{at: at, target: t})
	if t.Kind == Space && t.ID != "" {
		g.firm[t.ID] = true
	}
}

// reading puts the findings in order and merges those that lead to the same place.
func (g *gathering) reading() Reading {
	slices.SortStableFunc(g.found, func(a, b finding) int { return cmp.Compare(a.at, b.at) })
	var r Reading
	index := make(map[string]int)
	noticed := make(map[Notice]bool)
	for _, f := range g.found {
		if f.target.Kind == "" {
			if !noticed[f.notice] {
				noticed[f.notice] = true
				r.Notices = append(r.Notices, f.notice)
			}
			continue
		}
		key := f.target.Key()
		if i, seen := index[key]; seen {
			r.Targets[i] = r.Targets[i].Merge(f.target)
			continue
		}
		index[key] = len(r.Targets)
		r.Targets = append(r.Targets, f.target)
	}
	return r
}

// Merge returns t with the parts that it lacks taken from more, which leads to the same place.
func (t Target) Merge(more Target) Target {
	t.Name = firstOf(t.Name, more.Name)
	t.SIP = firstOf(t.SIP, more.SIP)
	t.Type = firstOf(t.Type, more.Type)
	t.Cluster = firstOf(t.Cluster, more.Cluster)
	if t.Participants == nil {
		t.Participants = more.Participants
	}
	if t.ExternalParticipants == nil {
		t.ExternalParticipants = more.ExternalParticipants
	}
	t.Extras = append(t.Extras[:len(t.Extras):len(t.Extras)], more.Extras...)
	for _, w := range more.Warnings {
		if !t.Has(w) {
			t.Warnings = append(t.Warnings[:len(t.Warnings):len(t.Warnings)], w)
		}
	}
	return t
}
