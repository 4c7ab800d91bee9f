package meeting

import (
	"strings"

	"foyer/services/plain"
)

// unfolder puts the folded lines of a card together: those of versions 3 and 4 begin with a blank, and
// those of quoted-printable in version 2.1 end with =.
type unfolder struct {
	strings.Builder
	soft bool
}

// add adds a line.
func (u *unfolder) add(l string) {
	soft := u.soft
	switch {
	case soft:
		l = strings.TrimLeft(l, " \t")
	case u.Len() > 0 && l != "" && (l[0] == ' ' || l[0] == '\t'):
		l = l[1:]
	default:
		if u.Len() > 0 {
			u.WriteByte('\n')
		}
		l = plain.CardLine(l)
		head, _, _ := strings.Cut(l, ":")
		soft = strings.Contains(strings.ToUpper(head), "QUOTED-PRINTABLE")
	}
	if u.soft = soft && strings.HasSuffix(l, "="); u.soft {
		l = l[:len(l)-1]
	}
	u.WriteString(l)
}
