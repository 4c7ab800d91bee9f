package link

import "testing"

func TestLinksEndWhereTheTextGoesOn(t *testing.T) {
	const link = "https://x.example/a"
	for _, c := range []struct{ name, before, link, after string }{
		{"blank", "", link, " b"},
		{"line end", "", link, "\nb"},
		{"end of text", "", link, ""},
		{"angle bracket", "<", link, ">b"},
		{"double quote", `"`, link, `"b`},
		{"apostrophe that was opened", "'", link, "'b"},
		{"apostrophe within", "", "https://x.example/o'neil", " b"},
		{"bracket that was not opened", "(", link, ")b"},
		{"bracket that was opened within", "", "https://x.example/(a)", " b"},
		{"square bracket", "[", link, "]b"},
		{"brace", "{", link, "}b"},
		{"backslash", "", link, `\b`},
		{"backquote", "`", link, "`b"},
		{"bar", "|", link, "|b"},
		{"comma before a link", "", link, ",https://b"},
		{"semicolon before a link", "", link, ";webexteams://b"},
		{"comma before anything else", "", link + ",b", ""},
		{"entity of a bracket", "", link, "&gt;b"},
		{"entity of a quote", "", link, "&quot;b"},
		{"ampersand", "", link + "&b=c", " d"},
		{"Japanese text", "", link, "を見る"},
		{"Chinese full stop", "", link, "。"},
		{"Thai text", "", link, "ครับ"},
		{"emoji", "", link, "👍"},
		{"letters of other scripts", "", "https://x.example/müller/Иван", " b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := c.before + c.link + c.after
			start := len(c.before)
			if got := text[start:extent(text, start, start+len("https:"))]; got != c.link {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestWhatTrailsALinkIsTrimmed(t *testing.T) {
	for raw, want := range map[string]string{
		"x":              "x",
		"x.":             "x",
		"x...":           "x",
		"x,;:!?":         "x",
		"x).":            "x",
		"x(a)":           "x(a)",
		"x(a)).":         "x(a)",
		"x((a)":          "x((a)",
		"x)))":           "x",
		"x>":             "x",
		"x%3E":           "x",
		"x%3e.%22":       "x",
		"x%3C":           "x",
		"x%3D%3D":        "x%3D%3D",
		"x*":             "x",
		"x'":             "x",
		"x&nbsp;":        "x",
		"x&amp;":         "x",
		"x&":             "x",
		"x-":             "x-",
		"x/":             "x/",
		"x=":             "x=",
		"...":            "",
		"":               "",
		"x]}>).,;%3E%3E": "x",
	} {
		if got := trimLink(raw); got != want {
			t.Errorf("%q: %q, want %q", raw, got, want)
		}
	}
}

func TestSchemesBeginLinksAndLabelsDoNot(t *testing.T) {
	for text, want := range map[string]scheme{
		"webexteams:im?x":     schemeApp,
		"WebexTeams://im":     schemeApp,
		"ciscospark://im":     schemeApp,
		"webex://im":          schemeApp,
		"webex:im?x":          schemeApp,
		"webex:meet/x":        schemeApp,
		"Webex: tomorrow":     schemeNone,
		"webex:important":     schemeNone,
		"xwebexteams:im":      schemeNone,
		"my-webexteams:im":    schemeNone,
		"evilwebexteams://im": schemeOther,
		"webextel:1":          schemeCall,
		"webexauth://login":   schemeAuth,
		"https://x":           schemeWeb,
		"http://x":            schemeWeb,
		"Seehttps://x":        schemeWeb,
		"https: x":            schemeNone,
		"mailto:a":            schemeMail,
		"sip:a":               schemeSIP,
		"SIPS:a":              schemeSIP,
		"gossip:a":            schemeNone,
		"ftp://x":             schemeOther,
		"zoom+tel://x":        schemeOther,
		"label: x":            schemeNone,
		"://x":                schemeNone,
		" ://x":               schemeNone,
	} {
		colon := 0
		for text[colon] != ':' {
			colon++
		}
		if got, _ := schemeBefore(text, colon); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}
