package transport

import "testing"

func TestAnOriginHasOneSpelling(t *testing.T) {
	for address, want := range map[string]string{
		"http://CAM.example.com:8080/cam?x":  "http://cam.example.com:8080",
		"http://cam.example.com:80/":         "http://cam.example.com",
		"https://cam.example.com.:443":       "https://cam.example.com",
		"https://cam.example.com:80":         "https://cam.example.com:80",
		"http://[2001:DB8::1]:8080/":         "http://[2001:db8::1]:8080",
		"http://[::1]":                       "http://[::1]",
		"ftp://cam.example.com":              "",
		"cam.example.com":                    "",
		"http://user:password@example.com/x": "",
		"":                                   "",
	} {
		if got := Origin(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}
