package profile

import (
	"strings"
	"testing"
)

func TestServerURLIsAWebAddress(t *testing.T) {
	for value, want := range map[string]string{
		"": "", "https://cam.example.com": "https://cam.example.com", " http://CAM.example.com:8080/ ": "http://cam.example.com:8080",
		"HTTPS://cam.example.com/Office//": "https://cam.example.com/Office", "http://[::1]:8080/cam": "http://[::1]:8080/cam",
	} {
		if got, ok := readURL(value); got != want || !ok {
			t.Errorf("%q is read as %q, %v, want %q", value, got, ok, want)
		}
	}
	for _, value := range []string{
		"cam.example.com", "ftp://cam.example.com", "https://", "https://:8080", "//cam.example.com", "https://barbara:pw@cam.example.com",
		"https://cam.example.com/?token=x", "https://cam.example.com/?", "https://cam.example.com/#x", "https://cam.example.com/#",
		"https://cam.exa mple.com", "https://cam.example.com:port", "https://cam.example.com/" + strings.Repeat("x", textLimit), "https://cam.example.com/\n",
	} {
		if got, ok := readURL(value); ok && got != "https://cam.example.com" {
			t.Errorf("%q is taken as %q", value, got)
		}
	}
}

func TestBadServerURLInTheFileCountsAsNone(t *testing.T) {
	f := written(t, "[chat-messenger]\nurl = \"cam.example.com\"\n")
	if v := f.Values().Messenger.URL; v != "" {
		t.Errorf("the URL is %q", v)
	}
	if w := f.Warnings(); len(w) != 1 || w[0].Key != MessengerURL || w[0].Code != CodeBadValue {
		t.Errorf("warnings %+v", w)
	}
}
