package link

import (
	"html"
	"strings"

	"foyer/services/plain"
)

// outcome is what a block says.
type outcome struct {
	target Target
	at     int // where the block begins in the text
	// firm says that the block is space info beyond doubt; the others are only counted when the
	// text holds nothing firm.
	firm bool
	// rivals are further IDs of a block in which nothing says which one is meant.
	rivals []string
}

// resolve makes a target of b. It marks the hits that the block explains, and leaves the others
// to stand for themselves.
func (b *block) resolve(isHTML bool) (outcome, bool) {
	if !b.leads() {
		return outcome{}, false
	}
	id := b.chooseID()
	o := outcome{target: Target{Kind: Space}, at: b.lines[0].at, rivals: id.rivals}
	t := &o.target
	t.ID, t.Cluster = id.id, id.cluster
	mismatch := false
	for _, l := range b.lines {
		if l.role != roleLink {
			continue
		}
		h := l.spaceHit()
		if l.id != t.ID {
			if !b.contradicts(l) {
				continue // It leads to another space and says so.
			}
			mismatch = true
		} else if link, _ := h.leadsToSpace(); t.Message == "" {
			t.Message = link.Message
		}
		t.Name = firstOf(t.Name, h.name)
		h.used = true
	}
	if mismatch {
		t.Warnings = append(t.Warnings, WarnIDMismatch)
	}
	if name, found := b.name(); found {
		t.Name = firstOf(name, t.Name)
	}
	if isHTML {
		t.Name = plain.Line(html.UnescapeString(t.Name))
	}
	b.details(t)
	o.firm = b.hasName || b.hasLink || id.labelled || b.holds(roleCount) || b.holds(roleParticipants)
	t.URL = t.link()
	return o, true
}

// chosen is the ID of a block.
type chosen struct {
	id, cluster string
	labelled    bool
	rivals      []string
}

// chooseID prefers the ID whose label says so, then one that a link of the block agrees with, then
// the only one. Links alone decide when there is no ID.
func (b *block) chooseID() chosen {
	var c chosen
	for _, l := range b.lines {
		if l.role == roleID {
			l.spaceHit().used = true
			c.consider(l, b)
		}
	}
	if c.labelled || b.linksTo(c.id) {
		c.rivals = nil
	}
	for _, l := range b.lines {
		if c.id == "" && l.role == roleLink {
			c.id, c.cluster = l.id, l.spaceHit().cluster()
		}
	}
	return c
}

// contradicts tells whether the link of l, which leads elsewhere than the block's ID, should lead
// to the same space: when its label calls it the link, or when the labels are in a language that
// is not known and it stands with an ID.
func (b *block) contradicts(l *line) bool {
	if l.known == roleLink {
		return true
	}
	for _, other := range b.lines {
		if other.role == roleID && isSpaceID(other.word) {
			return false
		}
	}
	return b.hasID
}

// consider weighs one more ID line of b.
func (c *chosen) consider(l *line, b *block) {
	cluster := l.spaceHit().cluster()
	switch {
	case c.id == "":
		c.id, c.cluster = l.id, cluster
	case l.id == c.id:
		c.cluster = firstOf(c.cluster, cluster)
	case !c.labelled && (isSpaceID(l.word) || b.linksTo(l.id) && !b.linksTo(c.id)):
		c.rivals = append(c.rivals, c.id)
		c.id, c.cluster = l.id, cluster
	default:
		c.rivals = append(c.rivals, l.id)
	}
	c.labelled = c.labelled || isSpaceID(l.word)
}

// linksTo tells whether one of the block's links leads to the space id.
func (b *block) linksTo(id string) bool {
	for _, l := range b.lines {
		if l.role == roleLink && l.id == id {
			return true
		}
	}
	return false
}

// name returns the space's name: from the line whose label says so, else, in a language that is
// not known, from the first line above the ID.
func (b *block) name() (string, bool) {
	for _, l := range b.lines {
		if l.role == roleName {
			for _, h := range l.hits {
				h.used = true
			}
			return plain.Line(l.value), true
		}
	}
	for i, l := range b.lines {
		switch {
		case l.role == roleID && isSpaceID(l.word):
			return "", false
		case l.role == roleID, l.role == roleLink && len(b.lines) > i+1:
			return b.firstOther(i)
		}
	}
	return "", false
}

// firstOther returns the value of the first line with an unknown label among the first n.
func (b *block) firstOther(n int) (string, bool) {
	for _, l := range b.lines[:n] {
		if l.role == roleOther && l.value != "" && !isMailHeader(l.word) {
			l.role = roleName
			for _, h := range l.hits {
				h.used = true
			}
			return plain.Line(l.value), true
		}
	}
	return "", false
}

// isMailHeader tells whether a label is one of those above a quoted mail.
func isMailHeader(word string) bool {
	switch word {
	case "from", "to", "cc", "date", "sent", "subject", "von", "an", "gesendet", "betreff", "de", "para", "à", "objet", "asunto", "oggetto":
		return true
	}
	return false
}

// details reads the counts and the type, and keeps the lines that say nothing known.
func (b *block) details(t *Target) {
	var unnamed []int
	last := b.lines[len(b.lines)-1]
	for _, l := range b.lines {
		switch l.role {
		case roleParticipants:
			setOnce(&t.Participants, l.number)
		case roleExternal:
			setOnce(&t.ExternalParticipants, l.number)
		case roleCount:
			unnamed = append(unnamed, l.number)
		case roleType:
			t.Type = firstOf(t.Type, typeName(l.value))
		case roleOther:
			if l == last && t.Type == "" && isLoneWord(l.value) {
				t.Type = typeName(l.value)
				continue
			}
			t.Extras = append(t.Extras, l.content)
		}
	}
	for _, n := range unnamed {
		if t.Participants == nil {
			setOnce(&t.Participants, n)
		} else {
			setOnce(&t.ExternalParticipants, n)
		}
	}
}

func setOnce(field **int, n int) {
	if *field == nil {
		*field = &n
	}
}

// typeName returns a conversation type: in lower case where it is known, verbatim where not.
func typeName(s string) string {
	s = plain.Line(s)
	switch lower := strings.ToLower(s); lower {
	case "group", "direct", "team":
		return lower
	}
	return s
}

func isLoneWord(s string) bool {
	return s != "" && len(s) <= 60 && !strings.ContainsAny(s, " \t/@")
}

// spaceHit returns the hit that gave l its id.
func (l *line) spaceHit() *hit {
	for _, h := range l.hits {
		if h.form == formUUID && h.uuid(l) == l.id {
			return h
		}
		if t, ok := h.leadsToSpace(); ok && t.ID == l.id {
			return h
		}
	}
	return &hit{}
}

// cluster returns the cluster that a REST id names.
func (h *hit) cluster() string {
	t, _ := h.leadsToSpace()
	return t.Cluster
}
