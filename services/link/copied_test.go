package link

import (
	"strings"
	"testing"
)

func TestSpaceInfoInEveryLanguageIsWhatWebexCopies(t *testing.T) {
	seen := 0
	for _, file := range []string{"testdata/public.json", "testdata/synthetic.json"} {
		for _, c := range readCases(t, file).Recognize {
			if len(c.Want) != 1 || c.Want[0].Kind != Space || c.Want[0].Name == "" || c.Want[0].Participants == nil {
				continue
			}
			seen++
			got, ok := Copied(c.Text)
			if !ok || got.Key() != c.Want[0].Key() {
				t.Errorf("%s: %+v, %v", c.Name, got, ok)
			}
		}
	}
	if seen < 5 {
		t.Errorf("only %d cases are space info", seen)
	}
}

func TestOneLinkAloneIsWhatWebexCopies(t *testing.T) {
	const space = "webexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b"
	for text, want := range map[string]bool{
		space: true, " " + space + "\r\n": true,
		"https://web.webex.com/spaces/b69a0c50-3fa8-11f0-b7d6-5d17b726561b": true,
		"https://example.webex.com/meet/barbara":                            true,
		"Come to " + space:                                                  false,
		space + "\n" + strings.Replace(space, "b69a", "b69b", 1):            false,
		"b69a0c50-3fa8-11f0-b7d6-5d17b726561b":                              false,
		"barbara@example.com":                                               false,
		"mailto:barbara@example.com":                                        false,
		"webexteams://im?email=barbara@example.com":                         false,
		"Barbara Example <barbara@example.com>":                             false,
		"https://example.com/":                                              false,
		"":                                                                  false,
		" \n":                                                               false,
		space + strings.Repeat(" ", longestCopy) + "x":                      false,
	} {
		if got, ok := Copied(text); ok != want {
			t.Errorf("%.60q is %v (%+v), want %v", text, ok, got, want)
		}
	}
}

func TestTextThatMentionsASpaceIsNotWhatWebexCopies(t *testing.T) {
	for _, text := range []string{
		"Dear all,\nplease join webexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b today.\nBarbara",
		infoBlock + "\n" + strings.ReplaceAll(infoBlock, "0c50", "0c51"),
	} {
		if got, ok := Copied(text); ok {
			t.Errorf("%.60q is %+v", text, got)
		}
	}
}
