package link

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// seeds are texts that touch every part of the reader.
var seeds = []string{
	"Space name: A: b ](x)\r\nSpace ID: B69A0C50-3FA8-11F0-B7D6-5D17B726561B\r\nSpace URI (markdown): [A: b ](x)](webexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b)\r\nParticipant count: 2\r\n",
	"> スペース名：企画\n> スペースID：b69a0c50-3fa8-11f0-b7d6-5d17b726561b\n> 参加者数：３\n",
	"webexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b&amp;message=5ce38670-4f23-11f0-8dc1-cf25d4d2274c%3E,ciscospark://IM?email= o'neil+x@example.com",
	"webex://meet?sip=a%40b.example webextel://login?telephone=+1 webexauth://login?email=a@b.example sip:x@10.0.0.1:5060;transport=tls",
	"https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fx.webex.com%252Fmeet%252Fy&data=a%40b.example",
	"https://web.webex.com/spaces/aHR0cHM6Ly9jb252LWEud2J4Mi5jb20vY29udmVyc2F0aW9uL2FwaS92MS9jb252ZXJzYXRpb25zL2I2OWEwYzUwLTNmYTgtMTFmMC1iN2Q2LTVkMTdiNzI2NTYxYg%3D%3D?messageId=x",
	"Y2lzY29zcGFyazovL3VzL1JPT00vYjY5YTBjNTAtM2ZhOC0xMWYwLWI3ZDYtNWQxN2I3MjY1NjFi-https://eurl.io/#a_b-c. x.webex.com/x/j.php?MTID=m(1)%22",
	`Barbara <b@example.com>; "Doe, \"J\"" <mailto:j@例え.jp>, <a href="webexteams://im?email=q@example.com">R&amp;D</a><br>`,
	"https://x.webex.com/meet/a?b='\"&lt;;,x#y https://x.webex.com/m/%2e%2E/ü webexteams://meet?url=https://x.webex.com/meet/z",
}

// FuzzRecognize proves that no text makes the reader fail, and that every target it returns
// writes a link that is recognised as the same target again.
func FuzzRecognize(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	for _, file := range []string{"testdata/public.json", "testdata/synthetic.json"} {
		for _, c := range readCases(f, file).Recognize {
			f.Add(c.Text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		seen := make(map[string]bool)
		for _, target := range Recognize(text) {
			if seen[target.Key()] {
				t.Fatalf("%q twice", target.Key())
			}
			seen[target.Key()] = true
			if strings.ContainsAny(target.Name, "\r\n") || !utf8.ValidString(target.Name) {
				t.Fatalf("name %q", target.Name)
			}
			for _, f := range []Format{URL, HTML, Markdown, RichText} {
				checkReadAgain(t, target, f)
			}
		}
	})
}

// checkReadAgain fails unless target, written as f, is recognised again.
func checkReadAgain(t *testing.T, target Target, f Format) {
	t.Helper()
	out, err := Write(target, f, "")
	if err != nil {
		t.Fatalf("%s of %+v: %v", f, target, err)
	}
	if f == URL && out.Text != target.URL {
		t.Fatalf("URL %q, written %q", target.URL, out.Text)
	}
	again := Recognize(out.Text)
	same := func(a Target) bool { return a.Key() == target.Key() && a.URL == target.URL }
	// A space may be named after an address or link; then its label holds that too.
	if !slices.ContainsFunc(again, same) || f == URL && len(again) != 1 {
		t.Fatalf("%s of %+v is %q, read again as %+v", f, target, out.Text, again)
	}
}

// FuzzOpenable proves that whatever may be opened has an allowed scheme, holds nothing that a
// shell, a command line or a header could stumble over, and stays the same when asked again.
func FuzzOpenable(f *testing.F) {
	for _, s := range seeds {
		for _, word := range strings.Fields(s) {
			f.Add(word)
		}
	}
	f.Add("mailto:a@b.example?subject=x%0d%0aBcc:y&attach=/etc/passwd")
	f.Add("webexteams://im?space=0000aa-a0a0")
	f.Fuzz(func(t *testing.T, raw string) {
		url, err := Openable(raw)
		if err != nil {
			return
		}
		checkSafe(t, raw, url)
		again, err := Openable(url)
		if err != nil || again != url {
			t.Fatalf("%q became %q, then %q, %v", raw, url, again, err)
		}
	})
}

// checkSafe fails unless url, made of raw, has an allowed scheme and host and harmless characters.
func checkSafe(t *testing.T, raw, url string) {
	t.Helper()
	if strings.ContainsFunc(url, func(r rune) bool { return r <= ' ' || r >= 0x7f || strings.ContainsRune("\"'`\\<>|^{}()[];!$", r) }) {
		t.Fatalf("%q became %q", raw, url)
	}
	scheme, rest, _ := strings.Cut(url, ":")
	if scheme != "webextel" && strings.Contains(rest, "*") { // A telephone number may have one.
		t.Fatalf("%q became %q", raw, url)
	}
	switch scheme {
	case "webexteams", "webextel", "mailto":
	case "https":
		host, _, _ := strings.Cut(strings.TrimPrefix(rest, "//"), "/")
		host, _, _ = strings.Cut(host, "?")
		host, _, _ = strings.Cut(host, "#")
		if host != "eurl.io" && host != "webex.com" && !strings.HasSuffix(host, ".webex.com") {
			t.Fatalf("%q leads to %q", raw, host)
		}
	default:
		t.Fatalf("%q became %q", raw, url)
	}
}

// FuzzTemplate proves that labels are one line, whatever the template and the name.
func FuzzTemplate(f *testing.F) {
	f.Add("Join {name}, {{really}} {participants}", "A\nB")
	f.Add("{nosuch}", "x")
	f.Fuzz(func(t *testing.T, text, name string) {
		label, err := Template{Space: text}.Label(Target{Kind: Space, Name: name})
		if err == nil && (label == "" || strings.ContainsAny(label, "\r\n\x00")) {
			t.Fatalf("label %q", label)
		}
	})
}
