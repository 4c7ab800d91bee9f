package link

import "strings"

// restIDs finds bare REST ids, and the conversation addresses of the web client, by the base64 of
// their schemes.
func (s *scanner) restIDs() {
	busy := s.settle()
	for _, mark := range []string{sealedScheme, sealedHTTPS} {
		s.sealedIDs(mark, busy)
	}
}

func (s *scanner) sealedIDs(mark string, busy reserved) {
	for from := 0; ; {
		i := strings.Index(s.text[from:], mark)
		if i < 0 {
			return
		}
		start := from + i
		from = start + len(mark)
		if busy.holds(start) || start > 0 && isIDByte(s.text[start-1]) {
			continue
		}
		end := start + sealedLength(s.text[start:])
		found, ok := unseal(s.text[start:end])
		if !ok {
			// The ids themselves never hold these characters, so they belong to the text behind.
			if i := strings.IndexAny(s.text[start:end], "-_+/"); i > 0 {
				end = start + i
				found, ok = unseal(s.text[start:end])
			}
		}
		from = max(from, end)
		if !ok {
			continue
		}
		s.take(start, end)
		s.hits = append(s.hits, hit{form: formREST, start: start, end: end, outerStart: start, outerEnd: end, reading: found.reading("")})
	}
}

// uuids finds bare UUIDs by their first hyphen.
func (s *scanner) uuids() {
	busy := s.settle()
	for hyphen := s.next('-', 0); hyphen >= 0; hyphen = s.next('-', hyphen+1) {
		start := hyphen - 8
		if start < 0 || hyphen+5 >= len(s.text) || s.text[hyphen+5] != '-' || !startsUUID(s.text[start:]) {
			continue
		}
		end := start + uuidLength
		if start > 0 && endsWord(s.text[start-1]) || end < len(s.text) && (endsWord(s.text[end]) || s.text[end] == '@') || busy.holds(start) {
			continue
		}
		s.addUUID(start, end, busy.floor)
		hyphen = end - 1
	}
}

// endsWord tells whether c beside a UUID makes it part of something longer.
func endsWord(c byte) bool { return isAlnum(c) || c == '-' }

// addUUID records a bare UUID, unless it belongs to an address without scheme. Behind "space=" it
// is as good as a link.
func (s *scanner) addUUID(start, end, floor int) {
	const most = 256
	before := s.text[max(floor, start-most):start]
	if i := strings.LastIndexAny(before, " \t\n<>\"'()[]{}"); i >= 0 {
		before = before[i+1:]
	}
	h := hit{form: formUUID, start: start, end: end, outerStart: start, outerEnd: end}
	lower := strings.ToLower(before)
	switch {
	case strings.HasSuffix(lower, "im?space=") || lower == "space=" || lower == "roomid=":
		h.form = formLink
		h.reading = spaceFrom(s.text[start:end], "")
	case isForeignPath(before):
		return
	}
	s.hits = append(s.hits, h)
}

// isForeignPath tells whether s looks like host.example/path, which is no Webex host or it would
// have been found as one.
func isForeignPath(s string) bool {
	host, _, found := strings.Cut(s, "/")
	dot := strings.LastIndexByte(host, '.')
	return found && dot > 0 && dot < len(host)-1
}
