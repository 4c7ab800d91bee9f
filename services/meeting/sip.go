package meeting

import (
	"net/netip"
	"strconv"
	"strings"

	"foyer/services/person"
)

// parseSIP reads user@host or user@host:port. The host is a name or an address, IPv6 in brackets.
// Parameters and headers are no part of what the service calls, and are refused rather than cut off.
func parseSIP(s string) (string, bool) {
	at := strings.LastIndexByte(s, '@')
	user, host := s[:at], strings.ToLower(s[at+1:])
	if !validUser(user) {
		return "", false
	}
	name, port, ok := cutPort(host)
	if !ok || !validHost(name) || port != "" && !validPort(port) {
		return "", false
	}
	return user + "@" + host, true
}

// cutPort takes the port off a host.
func cutPort(host string) (name, port string, ok bool) {
	if strings.HasPrefix(host, "[") {
		end := strings.IndexByte(host, ']')
		if end < 0 {
			return "", "", false
		}
		rest := host[end+1:]
		if rest == "" {
			return host, "", true
		}
		port, ok = strings.CutPrefix(rest, ":")
		return host[:end+1], port, ok && port != ""
	}
	name, port, found := strings.Cut(host, ":")
	return name, port, !found || port != ""
}

func validPort(s string) bool {
	n, err := strconv.ParseUint(s, 10, 16)
	return err == nil && n > 0
}

func validHost(s string) bool {
	if inner, found := strings.CutPrefix(s, "["); found {
		a, err := netip.ParseAddr(strings.TrimSuffix(inner, "]"))
		return err == nil && a.Is6() && a.Zone() == ""
	}
	return person.ValidSIP("a@" + s)
}

// validUser tells whether s can be the user of a SIP address: RFC 3261's unreserved and user-unreserved
// signs and escapes, without the ; and ? that begin parameters, and letters of any script.
func validUser(s string) bool {
	if s == "" {
		return false
	}
	for i, r := range s {
		switch {
		case r >= 0x80:
			if !person.ValidSIP(string(r) + "@a") {
				return false
			}
		case r == '%':
			if _, err := strconv.ParseUint(s[i+1:min(i+3, len(s))], 16, 8); err != nil || i+3 > len(s) {
				return false
			}
		case !isUserSign(byte(r)):
			return false
		}
	}
	return true
}

func isUserSign(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || strings.IndexByte("-_.!~*'()&=+$,/", c) >= 0
}
