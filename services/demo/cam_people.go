package demo

import (
	"slices"
	"strings"
)

// domains are those of the office, and those of the vendor's own samples.
var domains = []string{
	"example.com", "example.net", "example.org", "example.fr", "example.es", "example.co.jp", "example.jp", "example.de",
	"xxx.com", "test.com",
}

// tlds are reserved for samples and tests, RFC 2606.
var tlds = []string{".example", ".test"}

// nobodies do not work here, so that a refusal can be seen.
var nobodies = []string{"nobody", "unknown"}

// works reports whether somebody has this address: everybody at a domain for examples but the
// nobodies. No real address is taken, so that nobody believes that a message went to a real person.
//
// undocumented: what becomes of messages to addresses that nobody has.
func works(address string) bool {
	local, domain, found := strings.Cut(strings.ToLower(address), "@")
	if !found || local == "" || slices.Contains(nobodies, local) || strings.ContainsAny(address, " <>\"") {
		return false
	}
	return slices.Contains(domains, domain) || slices.ContainsFunc(tlds, func(tld string) bool {
		return strings.HasSuffix(domain, tld) && len(domain) > len(tld)
	})
}
