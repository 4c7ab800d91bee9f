package plain

import "strings"

// CardLine gives the bare parameters of a line of a vCard of version 2.1, as in TEL;WORK;VOICE:, the names
// that later versions ask for. Other lines stay as they are.
func CardLine(l string) string {
	head, value, found := strings.Cut(l, ":")
	if !found || !strings.Contains(head, ";") || strings.Contains(head, `"`) {
		return l
	}
	parts := strings.Split(head, ";")
	for i, p := range parts[1:] {
		switch {
		case strings.Contains(p, "="):
		case strings.EqualFold(p, "QUOTED-PRINTABLE"), strings.EqualFold(p, "BASE64"):
			parts[i+1] = "ENCODING=" + p
		default:
			parts[i+1] = "TYPE=" + p
		}
	}
	return strings.Join(parts, ";") + ":" + value
}
