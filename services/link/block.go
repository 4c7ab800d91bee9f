package link

// maxLines is how many lines a block can have; Webex writes seven.
const maxLines = 50

// block is space info: the lines that belong to one space, in any language.
type block struct {
	lines []*line
	// afterGap says that a blank line stood before the first one.
	afterGap bool
	gap      int
	hasName  bool
	hasID    bool
	hasLink  bool
}

// add appends a line.
func (b *block) add(l *line) {
	b.lines = append(b.lines, l)
	b.gap = 0
	switch l.role {
	case roleName:
		b.hasName = true
	case roleID:
		b.hasID = true
	case roleLink:
		b.hasLink = true
	}
}

// leads tells whether the block holds anything that leads to a space.
func (b *block) leads() bool { return b.hasID || b.hasLink }

// holds tells whether the block has a line of that role.
func (b *block) holds(r role) bool {
	for _, l := range b.lines {
		if l.role == r {
			return true
		}
	}
	return false
}

// continuesWith tells whether l, which has a label, belongs to the block or begins the next one.
func (b *block) continuesWith(l *line) bool {
	switch {
	case len(b.lines) >= maxLines:
		return false
	case l.role == roleName && (b.hasName || b.leads() || b.onlyOthers()):
		return false
	case b.leads() && l.word == b.lines[0].word && len(b.lines) > 1:
		return false
	case l.role == roleID && b.repeatsID(l):
		return false
	}
	return b.gap == 0 || b.continuesAfterGap(l)
}

// continuesAfterGap decides about a line behind a blank one: it must say something that the block
// does not have yet.
func (b *block) continuesAfterGap(l *line) bool {
	if b.onlyOthers() || l.role == roleOther {
		return false // Headers of a mail, with its body behind them, or whatever follows.
	}
	if !b.leads() {
		return l.role != roleCount
	}
	return l.role == roleLink || l.role == roleCount || !b.holds(l.role)
}

func (b *block) onlyOthers() bool {
	for _, l := range b.lines {
		if l.role != roleOther {
			return false
		}
	}
	return true
}

// repeatsID tells whether l gives another id under a label that has already given one.
func (b *block) repeatsID(l *line) bool {
	for _, have := range b.lines {
		if have.role == roleID && have.word == l.word && have.id != l.id {
			return true
		}
	}
	return false
}

// takesBare tells whether a link or id without label, right below the block, belongs to it.
func (b *block) takesBare(l *line) bool {
	if b.gap > 0 || !b.hasName {
		return false
	}
	switch l.role {
	case roleID:
		return !b.hasID
	case roleLink:
		return !b.leads()
	}
	return false
}

// maxGap is how many blank lines may stand inside a block: mail programs double the lines.
const maxGap = 2

// blocker puts lines together to blocks.
type blocker struct {
	done []*block
	open *block
}

// see takes the next line of the text.
func (k *blocker) see(l *line) {
	if l.isBlank() {
		if k.open != nil && !isFence(l) {
			if k.open.gap++; k.open.gap > maxGap {
				k.close()
			}
		}
		return
	}
	l.classify()
	if l.word == "" && l.role == roleID {
		l.spaceHit().alone = true
	}
	switch {
	case l.word == "" && (k.open == nil || !k.open.takesBare(l)):
		k.close()
		return
	case l.word != "" && k.open != nil && !k.open.continuesWith(l):
		gap := k.open.gap
		k.close()
		k.open = &block{afterGap: gap > 0}
	case k.open == nil:
		k.open = &block{afterGap: true}
	}
	k.open.add(l)
}

// close ends the open block. A name that came below its id, with nothing behind it that leads to
// another space, belongs to the block before.
func (k *blocker) close() {
	b := k.open
	k.open = nil
	if b == nil {
		return
	}
	if n := len(k.done); n > 0 && !b.leads() && !b.afterGap && !k.done[n-1].hasName {
		for _, l := range b.lines {
			k.done[n-1].add(l)
		}
		return
	}
	k.done = append(k.done, b)
}

// isFence tells whether l is the beginning or end of a code block; it does not part lines.
func isFence(l *line) bool { return l.fenced }
