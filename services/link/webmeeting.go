package link

import "strings"

// isMeeting tells whether a leads into a Webex meeting: a personal room, an invitation, or the
// join service.
func (a webAddress) isMeeting() bool {
	segments := strings.Split(strings.ToLower(strings.Trim(a.path, "/")), "/")
	last := segments[len(segments)-1]
	switch last {
	case "j.php", "e.php", "g.php":
		return param(a.query, "mtid") != ""
	}
	for i, segment := range segments[:len(segments)-1] {
		switch segment {
		case "meet", "m", "join":
			if i <= 1 {
				return true
			}
		case "joinservice":
			return i > 0 && segments[i-1] == "wbxmjs"
		case "meeting", "meetings":
			return i > 0 && segments[0] == "webappng"
		}
	}
	return false
}

// signsIn tells whether a signs somebody in or out, which no pasted text may do.
func (a webAddress) signsIn() bool {
	if strings.HasPrefix(a.host, "idbroker") {
		return true
	}
	for segment := range strings.SplitSeq(strings.ToLower(unescape(a.path)), "/") {
		switch segment {
		case "logout", "login", "signin", "signout", "logout.php", "login.php":
			return true
		}
	}
	return strings.Contains(strings.ToLower(a.query), "ulc-success=") || strings.Contains(strings.ToLower(a.query), "ulc-error=")
}

// canonical writes a again from its parts, without fragment.
func (a webAddress) canonical() string {
	url := "https://" + a.host + strings.ReplaceAll(cleanURL(a.path), "&", "%26")
	if a.query != "" {
		url += "?" + cleanURL(a.query)
	}
	return trimLink(url)
}

// cleanURL writes a path or query with nothing in it that a program could take for the end of the
// link or for a command: what is percent-encoded stays so, in upper case, and what should be
// becomes so.
func cleanURL(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 8)
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
			b.WriteString(strings.ToUpper(s[i : i+3]))
			i += 2
		case isAlnum(c) || strings.IndexByte("-._~/@:=&+?", c) >= 0:
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(upperHex[c>>4])
			b.WriteByte(upperHex[c&15])
		}
	}
	return b.String()
}
