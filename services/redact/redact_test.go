package redact

import (
	"strings"
	"testing"
)

func TestWhatIsNobodysBusinessIsTakenOut(t *testing.T) {
	for text, want := range map[string]string{
		"nothing to hide in 12345":                                    "nothing to hide in 12345",
		"time=2026-11-22T10:20:41.123Z level=WARN pid=77":             "time=2026-11-22T10:20:41.123Z level=WARN pid=77",
		"to barbara@example.com, o'neil@例え.example":                   "to [address], [address]",
		"x.y@marketing.example and al@marketing":                      "[address] and [address]",
		"call +49 30 123-456 or 912345678":                            "call [number] or [number]",
		"room 403 on 22 Nov":                                          "room 403 on 22 Nov",
		"https://b:pw@cam.example.com:8443/api/x?key=1&user=b failed": "https://cam.example.com:8443/api/x failed",
		"webexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b":  "[address]",
		"space b69a0c50-3fa8-11f0-b7d6-5d17b726561b":                  "space [token]",
		"Authorization: Bearer abc":                                   "Authorization: Bearer [token]",
		`token="open sesame" rest`:                                    `token=[token] rest`,
		"http://127.0.0.1:8080/x and 10.0.0.5:443":                    "http://127.0.0.1:8080/x and 10.0.0.5:443",
		"set FOYER_MEETING_PASSWORD or createUserNameAndOwner":        "set FOYER_MEETING_PASSWORD or createUserNameAndOwner",
		"the host password or a control token":                        "the host password or a control token",
		"password = hunter2":                                          "password = [token]",
		"got dGhpcyBpcyBhIHRva2Vu99 back":                             "got [token] back",
		"got eyJhbGciOiJIUzI1NiJ9.abcdefghijklmnopqrstuvwXYZ":         "got [token].[token]",
		"the internationalizations of everything":                     "the internationalizations of everything",
		"/home/x/.local/share/foyer/foyer.db":                         "/home/x/.local/share/foyer/foyer.db",
		"about MARKETING and Marketing West, Al too":                  "about [name] and [name], Al too",
		"\xff broken": "\uFFFD broken",
		"":            "",
	} {
		if got := Text(text, "Marketing", "Marketing West", "Al", " ", ""); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

func TestManyWordsAreTakenOut(t *testing.T) {
	var words []string
	for i := range 5000 {
		words = append(words, "w"+strings.Repeat("(", i%3)+"ord"+strings.Repeat("x", i%700))
	}
	text := strings.Join(words, " ")
	if got := Text(text, words...); strings.Contains(got, "ord") {
		t.Errorf("%.200q is left", got)
	}
}

func FuzzText(f *testing.F) {
	f.Add("a token=x1 b@c.example 123456789", "c.example")
	f.Fuzz(func(t *testing.T, text, word string) {
		once := Text(text, word)
		if len(once) > 20*len(text)+20 {
			t.Errorf("%q became %q", text, once)
		}
		if email.MatchString(once) {
			t.Errorf("%q became %q", text, once)
		}
	})
}
