package transport

import (
	"errors"
	"net/url"
	"strings"

	"foyer/services/fault"
)

var errBadURL = errors.New("not an http or https URL with a host and without a user")

// parse returns the URL if a request can go there. A URL with a user or password is none, because it
// would come up in logs.
func parse(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return nil, errBadURL
	}
	return u, nil
}

// Origin returns scheme, host and port of a URL in the one form in which Config.PlainAllowed gets them,
// such as "http://cam.example.com:8080"; "" for what is no http or https URL with a host.
func Origin(address string) string {
	u, err := parse(address)
	if err != nil {
		return ""
	}
	return origin(u)
}

func origin(u *url.URL) string {
	host, port := strings.ToLower(strings.TrimSuffix(u.Hostname(), ".")), portOf(u)
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if port == defaultPort(u.Scheme) {
		return u.Scheme + "://" + host
	}
	return u.Scheme + "://" + host + ":" + port
}

func portOf(u *url.URL) string {
	if port := u.Port(); port != "" {
		return port
	}
	return defaultPort(u.Scheme)
}

func defaultPort(scheme string) string {
	if scheme == "https" {
		return "443"
	}
	return "80"
}

// BaseURL reads the URL of a service, below whose path its functions lie. One with a user is refused
// because it would come up in logs, one with a query because the functions' names go behind its path.
// Errors are *fault.Error of kind NotConfigured with CodeNoURL or CodeBadURL.
func BaseURL(op, service, address string) (*url.URL, error) {
	failure := &fault.Error{Op: op, Service: service, Kind: fault.NotConfigured, Code: CodeNoURL}
	address = strings.TrimSpace(address)
	if address == "" {
		return nil, failure
	}
	u, err := url.Parse(address)
	if err != nil || u.RawQuery != "" || u.Fragment != "" || Origin(address) == "" {
		failure.Code = CodeBadURL
		return nil, failure
	}
	return u, nil
}
