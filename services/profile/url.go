package profile

import (
	"net/url"
	"strings"
)

// readURL returns a server's address without the slash at its end, and whether it is one. It may
// have a path. A user name, a query or a fragment is refused: nothing would use it, and it could be
// a secret.
func readURL(value string) (string, bool) {
	value = strings.TrimSpace(value)
	if value == "" {
		return "", true
	}
	u, err := url.Parse(value)
	if err != nil || len(value) > textLimit {
		return value, false
	}
	isWeb := u.Scheme == "http" || u.Scheme == "https"
	if !isWeb || u.Hostname() == "" || u.User != nil || u.RawQuery != "" || u.ForceQuery || strings.Contains(value, "#") {
		return value, false
	}
	u.Host = strings.ToLower(u.Host)
	return strings.TrimRight(u.String(), "/"), true
}
