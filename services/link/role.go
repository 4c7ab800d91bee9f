package link

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// role is what a line of space info says about the space.
type role int

const (
	roleNone         role = iota // no label: running text, or a link or id on its own
	roleOther                    // a label, but nothing that is understood
	roleName                     //
	roleID                       //
	roleLink                     // the link, bare or as Markdown
	roleParticipants             //
	roleExternal                 //
	roleCount                    // a number whose label is not understood
	roleType                     //
)

// classify gives l its role, by its value where that tells and by its label where it does not:
// values look the same in every language.
func (l *line) classify() {
	l.known = roleOf(l.word)
	if l.known == roleName {
		l.role = roleName
		return
	}
	if l.classifyHits() {
		return
	}
	if l.word == "" {
		return
	}
	l.role = roleOther
	if n, ok := count(l.value); ok {
		l.number = n
		switch l.known {
		case roleParticipants, roleExternal:
			l.role = l.known
		case roleOther:
			l.role = roleCount
		}
		return
	}
	if l.known == roleType {
		l.role = l.known
	}
}

// classifyHits looks for a value that is nothing but an id or a link. Behind a label that says so,
// the first of them counts even with words around it.
func (l *line) classifyHits() bool {
	for _, h := range l.hits {
		id, r := "", roleID
		if h.form == formUUID {
			id = h.uuid(l)
		} else if t, ok := h.leadsToSpace(); ok {
			id = t.ID
			if h.form == formLink {
				r = roleLink
			}
		}
		if id == "" {
			continue
		}
		if l.known == r || l.isOnly(h) {
			l.id, l.role = id, r
			return true
		}
	}
	return false
}

// uuid returns the UUID of a bare one, in lower case.
func (h *hit) uuid(l *line) string {
	return strings.ToLower(l.content[h.start-l.at : h.end-l.at])
}

// isOnly tells whether h is all of l's value, but for punctuation.
func (l *line) isOnly(h *hit) bool {
	from, to := h.outerStart-l.valueAt, h.outerEnd-l.valueAt
	if from < 0 || to > len(l.value) {
		return false
	}
	return noWords(l.value[:from]) && noWords(l.value[to:])
}

func noWords(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// roleOf returns what a label says, in the languages whose words are known.
func roleOf(word string) role {
	if r, ok := labels[word]; ok {
		return r
	}
	switch {
	case word == "":
		return roleNone
	case holdsAny(word, externalWords):
		return roleExternal
	case holdsAny(word, participantWords):
		return roleParticipants
	case holdsAny(word, linkWords):
		return roleLink
	case strings.HasSuffix(word, "id") || strings.HasPrefix(word, "id"):
		return roleID
	case holdsAny(word, typeWords) || hasEdge(word, typeEdges):
		return roleType
	case holdsAny(word, nameWords) || hasEdge(word, nameEdges):
		return roleName
	}
	return roleOther
}

func holdsAny(word string, stems []string) bool {
	for _, stem := range stems {
		if strings.Contains(word, stem) {
			return true
		}
	}
	return false
}

// hasEdge tells whether word begins or ends with one of the stems, as its hyphen shows.
func hasEdge(word string, stems []string) bool {
	for _, stem := range stems {
		if begin, ok := strings.CutSuffix(stem, "-"); ok && strings.HasPrefix(word, begin) {
			return true
		}
		if end, ok := strings.CutPrefix(stem, "-"); ok && strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// count reads a whole number in the digits of any script, with separators between thousands.
func count(s string) (int, bool) {
	const most = 12
	n, digits, group := 0, 0, -1
	for _, r := range s {
		d, ok := digit(r)
		switch {
		case ok:
			n = n*10 + d
			if digits++; digits > most {
				return 0, false
			}
			if group >= 0 {
				group++
			}
		case strings.ContainsRune(",. '’", r) && digits > 0 && (group == 3 || group < 0 && digits <= 3):
			group = 0
		default:
			return 0, false
		}
	}
	return n, digits > 0 && (group < 0 || group == 3) && n < 1e9
}

// digit returns the value of a decimal digit of any script.
func digit(r rune) (int, bool) {
	if r < utf8.RuneSelf {
		return int(r - '0'), r >= '0' && r <= '9'
	}
	if !unicode.IsDigit(r) {
		return 0, false
	}
	// Unicode keeps the ten digits of a script together, and in order.
	zero := r
	for n := 0; n < 9 && unicode.IsDigit(zero-1); n++ {
		zero--
	}
	return int(r - zero), true
}
