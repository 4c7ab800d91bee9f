package profile

import (
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// noProxy is the value that means none, whatever the environment says.
const noProxy = "none"

// proxySchemes are the kinds of proxy that Foyer can talk to.
var proxySchemes = []string{"http", "https", "socks5", "socks5h"}

// readProxy returns the address of a proxy in its one spelling, and the code of what is wrong with it,
// "" for nothing. Without a scheme it is one of http. A user name is refused: it comes with a password,
// and no secret belongs into the settings.
func readProxy(value string) (proxy, code string) {
	value = strings.TrimSpace(value)
	if value == "" || strings.EqualFold(value, noProxy) {
		return strings.ToLower(value), ""
	}
	if !strings.Contains(value, "://") {
		value = "http://" + value
	}
	u, err := url.Parse(value)
	if strings.Contains(value, "@") {
		return "", CodeProxySecret // whatever else is wrong with it
	}
	if err != nil || len(value) > textLimit || !isProxy(u) || strings.Contains(value, "#") {
		return "", CodeBadProxy
	}
	one := url.URL{Scheme: strings.ToLower(u.Scheme), Host: strings.ToLower(u.Host)}
	return one.String(), ""
}

// isProxy reports whether an address is that of a host, and of nothing there.
func isProxy(u *url.URL) bool {
	isKnown := slices.Contains(proxySchemes, strings.ToLower(u.Scheme))
	isBare := strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && !u.ForceQuery
	return isKnown && isBare && isHost(u.Hostname()) && isPort(u)
}

// isHost reports whether words can be a host: a name in ASCII, of 253 characters at most, or an address.
func isHost(words string) bool {
	if _, err := netip.ParseAddr(words); err == nil {
		return true
	}
	const most = 253
	return words != "" && len(words) <= most && !strings.ContainsFunc(words, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("-._", r)
	})
}

// isPort reports whether the address names a port that there can be, or none.
func isPort(u *url.URL) bool {
	if u.Port() == "" {
		return !strings.HasSuffix(u.Host, ":")
	}
	port, err := strconv.Atoi(u.Port())
	return err == nil && port > 0 && port < 1<<16
}
