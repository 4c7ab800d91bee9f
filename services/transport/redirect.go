package transport

import (
	"net/http"
	"net/url"
	"strings"
)

const maxHops = 5

// follow lets a GET be redirected within its server, and to the same server's https. Everything else
// is given back as it came: net/http would take the token along to any host, and would make a GET
// of a POST.
func follow(next *http.Request, via []*http.Request) error {
	first := via[0]
	if first.Method != http.MethodGet || len(via) > maxHops || !stays(via[len(via)-1].URL, next.URL) {
		return http.ErrUseLastResponse
	}
	next.Header.Del("Referer")
	return nil
}

// stays reports whether both are the same server, encrypted no less.
func stays(from, to *url.URL) bool {
	if !strings.EqualFold(from.Hostname(), to.Hostname()) || to.User != nil {
		return false
	}
	if from.Scheme == to.Scheme {
		return portOf(from) == portOf(to)
	}
	return from.Scheme == "http" && to.Scheme == "https" && portOf(from) == "80" && portOf(to) == "443"
}

// elsewhere is where a redirect points to, without what may be secret in it.
func elsewhere(response *http.Response) string {
	to, err := response.Location()
	if err != nil {
		return ""
	}
	return to.Scheme + "://" + to.Host + to.Path
}
