package text_test

import (
	"testing"

	"foyer/assets"
	"foyer/services/fault"
	"foyer/ui/text"
)

func TestAReasonSaysWhatWouldBeTaken(t *testing.T) {
	say, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	for want, e := range map[string]*fault.Error{
		"The setting meetings.chunk takes a whole number from 1 to 500.":     {Code: "bad-number", Words: "meetings.chunk", Allowed: []string{"1", "500"}},
		"The setting look.theme takes one of these: system, light, dark.":    {Code: "bad-choice", Words: "look.theme", Allowed: []string{"system", "light", "dark"}},
		"The setting links.template does not take this value.":               {Code: "bad-value", Words: "links.template"},
		"The proxy proxy.example.com:3128 wants a user name and a password.": {Code: "proxy-auth", Words: "proxy.example.com:3128"},
	} {
		if got := say.Reason(e); got != want {
			t.Errorf("%s: %q, want %q", e.Code, got, want)
		}
	}
}
