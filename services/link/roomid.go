package link

import (
	"encoding/base64"
	"strings"
)

// sealedScheme is how base64 writes "ciscospark://", by which REST ids are known in any text.
const sealedScheme = "Y2lzY29zcGFyazov"

// sealedHTTPS is how base64 writes "https://".
const sealedHTTPS = "aHR0cHM6Ly9"

// roomID writes the REST id of a space: base64 of its address, without padding. A UUID does not
// tell its cluster; without one the documented "us" is written, which may not be the id that the
// API uses for that space.
func roomID(t Target) string {
	cluster := t.Cluster
	if cluster == "" {
		cluster = "us"
	}
	return base64.RawStdEncoding.EncodeToString([]byte("ciscospark://" + cluster + "/ROOM/" + strings.ToLower(t.ID)))
}

// sealed is what a base64 id holds: a REST id of some type, or the address of a conversation.
type sealed struct {
	kind    string // upper case, such as "ROOM"
	cluster string
	id      string
}

// unseal decodes a REST id or a conversation address, padded or not, in either base64 alphabet.
func unseal(s string) (sealed, bool) {
	s = strings.TrimRight(s, "=")
	if len(s) < 20 || len(s) > 512 {
		return sealed{}, false
	}
	if strings.ContainsAny(s, "-_") {
		s = strings.NewReplacer("-", "+", "_", "/").Replace(s)
	}
	raw, err := base64.RawStdEncoding.DecodeString(s)
	if err != nil {
		return sealed{}, false
	}
	text := string(raw)
	if rest, ok := cutPrefixFold(text, "ciscospark://"); ok {
		return restID(rest)
	}
	if rest, ok := cutPrefixFold(text, "https://"); ok {
		return conversation(rest)
	}
	return sealed{}, false
}

// restID reads <cluster>/<TYPE>/<id>.
func restID(s string) (sealed, bool) {
	part := strings.Split(s, "/")
	if len(part) != 3 || part[0] == "" || part[1] == "" || part[2] == "" {
		return sealed{}, false
	}
	found := sealed{kind: strings.ToUpper(part[1]), cluster: part[0], id: part[2]}
	if found.kind != "ROOM" {
		return found, true
	}
	found.id = strings.ToLower(found.id)
	return found, isUUID(found.id)
}

// conversation reads what the browser's address bar holds: the address of a conversation at
// Webex's own service, which ends in the UUID of the space.
func conversation(s string) (sealed, bool) {
	host, path, _ := strings.Cut(s, "/")
	host = strings.ToLower(host)
	id := strings.ToLower(path[strings.LastIndexByte(path, '/')+1:])
	if !isWithin(host, "wbx2.com") && !isWithin(host, "webex.com") && !isWithin(host, "ciscospark.com") {
		return sealed{}, false
	}
	return sealed{kind: "ROOM", id: id}, strings.Contains(path, "conversations/") && isUUID(id)
}

// isWithin tells whether host is domain or below it.
func isWithin(host, domain string) bool {
	rest, found := strings.CutSuffix(host, domain)
	return found && (rest == "" || rest[len(rest)-1] == '.')
}

// isUUID tells whether s is a UUID of either case and nothing else.
func isUUID(s string) bool { return len(s) == uuidLength && startsUUID(s) }

const uuidLength = 36

// startsUUID tells whether s begins with the five groups of a UUID.
func startsUUID(s string) bool {
	if len(s) < uuidLength || s[8] != '-' || s[13] != '-' || s[18] != '-' || s[23] != '-' {
		return false
	}
	for i := range uuidLength {
		if i != 8 && i != 13 && i != 18 && i != 23 && !isHex(s[i]) {
			return false
		}
	}
	return true
}

func cutPrefixFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}
