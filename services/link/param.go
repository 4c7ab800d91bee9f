package link

import "strings"

// spaceKeys and messageKeys are the names under which links carry the ids.
var (
	spaceKeys   = []string{"space", "spaceid", "roomid", "room"}
	messageKeys = []string{"message", "messageid"}
)

// param returns the first value in query that has one of the keys and is not empty, decoded and
// trimmed. Keys are compared without case.
func param(query string, keys ...string) string {
	for query != "" {
		var pair string
		pair, query, _ = strings.Cut(query, "&")
		key, value, found := strings.Cut(pair, "=")
		if !found {
			continue
		}
		key = strings.TrimSpace(key)
		for _, want := range keys {
			if !strings.EqualFold(key, want) {
				continue
			}
			if value = strings.TrimSpace(unescape(value)); value != "" {
				return value
			}
		}
	}
	return ""
}

// plainAmpersands undoes the entity that links get when they pass through HTML, also more than once.
func plainAmpersands(s string) string {
	for range 3 {
		if !strings.Contains(s, "&amp;") {
			break
		}
		s = strings.ReplaceAll(s, "&amp;", "&")
	}
	return s
}

// spaceID reads the value of a link that names a space: a UUID, a REST id or a conversation
// address. Punctuation around it is ignored; a UUID that goes on is none.
func spaceID(value string) (sealed, bool) {
	value = strings.TrimLeft(value, "<({[\"' ")
	if startsUUID(value) {
		if len(value) > uuidLength && isIDByte(value[uuidLength]) {
			return sealed{}, false
		}
		return sealed{kind: "ROOM", id: strings.ToLower(value[:uuidLength])}, true
	}
	return unseal(value[:sealedLength(value)])
}

// messageID reads the value of a link that names a message.
func messageID(value string) (string, bool) {
	if found, ok := spaceID(value); ok && found.kind == "ROOM" && found.cluster == "" {
		return found.id, true
	}
	found, ok := unseal(value[:sealedLength(value)])
	id := strings.ToLower(found.id)
	return id, ok && found.kind == "MESSAGE" && isUUID(id)
}

// sealedLength returns how much of s is written in either base64 alphabet.
func sealedLength(s string) int {
	i := 0
	for i < len(s) && (isIDByte(s[i]) || s[i] == '+' || s[i] == '/') {
		i++
	}
	for i < len(s) && s[i] == '=' {
		i++
	}
	return i
}

// isIDByte tells whether c would make a UUID before it longer.
func isIDByte(c byte) bool { return isAlnum(c) || c == '-' || c == '_' }

// noticeFor returns the notice for a REST id of the given type.
func noticeFor(kind string) NoticeKind {
	switch kind {
	case "MESSAGE":
		return NoticeMessageID
	case "PEOPLE":
		return NoticePersonID
	case "TEAM":
		return NoticeTeamID
	case "MEMBERSHIP":
		return NoticeMembershipID
	}
	return NoticeOtherID
}
