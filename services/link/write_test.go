package link

import (
	"bytes"
	"errors"
	"image/png"
	"strings"
	"testing"

	"foyer/services/fault"

	"github.com/google/go-cmp/cmp"
)

const (
	uuidA = "b69a0c50-3fa8-11f0-b7d6-5d17b726561b"
	uuidB = "5ce38670-4f23-11f0-8dc1-cf25d4d2274c"
)

func TestWriteEscapesForEachFormat(t *testing.T) {
	space := Target{Kind: Space, ID: uuidA, Message: uuidB, Name: `A<b>&"'[c]\` + "\nd"}
	url := "webexteams://im?space=" + uuidA + "&message=" + uuidB
	href := strings.ReplaceAll(url, "&", "&amp;")
	for _, c := range []struct {
		target Target
		format Format
		label  string
		want   Output
	}{
		{space, URL, "", Output{Text: url}},
		{space, HTML, "", Output{Text: `<a href="` + href + `">Join me in the A&lt;b&gt;&amp;&#34;&#39;[c]\ d Webex space</a>`}},
		{space, Markdown, `x[y]\` + "\r\nz", Output{Text: `[x\[y\]\\ z](` + url + `)`}},
		{space, RichText, "Go <now>", Output{Text: "Go <now>: " + url, HTML: `<a href="` + href + `">Go &lt;now&gt;</a>`}},
		{space, RichText, "Here?", Output{Text: "Here? " + url, HTML: `<a href="` + href + `">Here?</a>`}},
		{Target{Kind: Space, ID: uuidA}, HTML, " \n ", Output{Text: `<a href="webexteams://im?space=` + uuidA + `">Join me in a Webex space</a>`}},
		{Target{Kind: Space, ID: strings.ToUpper(uuidA)}, RoomID, "", Output{Text: "Y2lzY29zcGFyazovL3VzL1JPT00vYjY5YTBjNTAtM2ZhOC0xMWYwLWI3ZDYtNWQxN2I3MjY1NjFi"}},
		{Target{Kind: Space, ID: uuidA, Cluster: "urn:TEAM:us-west-2_r"}, RoomID, "", Output{Text: "Y2lzY29zcGFyazovL3VybjpURUFNOnVzLXdlc3QtMl9yL1JPT00vYjY5YTBjNTAtM2ZhOC0xMWYwLWI3ZDYtNWQxN2I3MjY1NjFi"}},
		{Target{Kind: Space, ID: uuidA}, WebLink, "", Output{Text: "https://web.webex.com/spaces/Y2lzY29zcGFyazovL3VzL1JPT00vYjY5YTBjNTAtM2ZhOC0xMWYwLWI3ZDYtNWQxN2I3MjY1NjFi"}},
		{Target{Kind: Person, Email: "a b+ü@ex.example"}, URL, "", Output{Text: "webexteams://im?email=a%20b%2B%C3%BC@ex.example"}},
		{Target{Kind: Meeting, SIP: "a&b@ex.example"}, Markdown, "", Output{Text: "[Create a meeting with me in Webex](webexteams://meet?sip=a%26b@ex.example)"}},
		{Target{Kind: Meeting, URL: "https://X.webex.com/meet/a(b)"}, Markdown, "", Output{Text: "[Join me in a Webex meeting](https://x.webex.com/meet/a%28b%29)"}},
		{Target{Kind: Person, Name: "Zoë; Example", Email: "zoe@ex.example", SIP: "z@sip.ex.example"}, VCard, "", Output{Text: strings.ReplaceAll("BEGIN:VCARD\nVERSION:4.0\nEMAIL:zoe@ex.example\nFN:Zoë; Example\nIMPP;PREF=1:webexteams://im?email=zoe@ex.example\nIMPP:webexteams://meet?sip=z@sip.ex.example\nIMPP:sip:z@sip.ex.example\nKIND:individual\nEND:VCARD\n", "\n", "\r\n")}},
	} {
		t.Run(string(c.target.Kind)+" as "+string(c.format), func(t *testing.T) {
			got, err := Write(c.target, c.format, c.label)
			if c.target.Email == "a b+ü@ex.example" {
				if fault.KindOf(err) != fault.Invalid {
					t.Fatalf("an address with a blank was written as %q", got.Text)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWriteRefusesWhatHasNoSuchForm(t *testing.T) {
	person := Target{Kind: Person, Email: "a@b.example"}
	for _, c := range []struct {
		target Target
		format Format
		code   string
	}{
		{person, RoomID, "no-such-format"},
		{person, WebLink, "no-such-format"},
		{person, CSV, "no-such-format"},
		{person, "nonsense", "no-such-format"},
		{Target{Kind: Space, ID: "0000aa-a0a0"}, RoomID, "no-such-format"},
		{Target{Kind: Space, ID: uuidA}, VCard, "no-such-format"},
		{Target{Kind: Person}, URL, "no-address"},
		{Target{Kind: Person, Email: "not an address"}, URL, "broken-link"},
		{Target{Kind: Space, ID: "a b"}, URL, "broken-link"},
		{Target{Kind: Meeting, URL: "https://evil.example/meet/x"}, URL, "broken-link"},
		{Target{Kind: Meeting, URL: "file:///etc/passwd"}, URL, "not-openable"},
		{Target{}, URL, "not-openable"},
	} {
		out, err := Write(c.target, c.format, "")
		var failure *fault.Error
		if !errors.As(err, &failure) || failure.Kind != fault.Invalid || failure.Code != c.code {
			t.Errorf("%+v as %s: %+v, %v, want %s", c.target, c.format, out, err, c.code)
		}
	}
}

func TestOffersAgreesWithWrite(t *testing.T) {
	for _, target := range []Target{{Kind: Space, ID: uuidA}, {Kind: Space, ID: "x"}, {Kind: Space, URL: "https://eurl.io/#x"}, {Kind: Person, Email: "a@b.example"}, {Kind: Meeting, SIP: "a@b.example"}, {Kind: Meeting, URL: "https://x.webex.com/meet/y"}} {
		for _, f := range Formats() {
			if _, err := Write(target, f, ""); (err == nil) != target.Offers(f) {
				t.Errorf("%+v as %s: %v", target, f, err)
			}
		}
	}
}

func TestQRHasQuietZoneAndSharpModules(t *testing.T) {
	out, err := Write(Target{Kind: Space, ID: uuidA}, QR, "")
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(out.PNG))
	if err != nil {
		t.Fatal(err)
	}
	size := picture.Bounds().Size()
	if size.X < 256 || size.X != size.Y || size.X%leastModule != 0 {
		t.Errorf("size %v", size)
	}
	const quiet = 4 * leastModule
	for i := range size.X {
		for j := range quiet {
			for _, p := range [][2]int{{i, j}, {j, i}, {i, size.Y - 1 - j}, {size.X - 1 - j, i}} {
				if r, _, _, _ := picture.At(p[0], p[1]).RGBA(); r < 0xf000 {
					t.Fatalf("dark at %v in the quiet zone", p)
				}
			}
		}
	}
	if r, _, _, _ := picture.At(quiet, quiet).RGBA(); r > 0x1000 {
		t.Error("no module where the finder pattern begins")
	}
	svg, err := Write(Target{Kind: Space, ID: uuidA, Name: "R&D"}, SVG, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`<svg xmlns="http://www.w3.org/2000/svg"`, "<title>Join me in the R&amp;D Webex space</title>", "M4 4h7v1h-7z", "</svg>"} {
		if !strings.Contains(svg.Text, part) {
			t.Errorf("no %q in the SVG", part)
		}
	}
}

func TestKeysIdentifyWhatLinksLeadTo(t *testing.T) {
	for want, target := range map[string]Target{
		"space:" + uuidA:               {Kind: Space, ID: uuidA, Name: "x"},
		"space:" + uuidA + "#" + uuidB: {Kind: Space, ID: uuidA, Message: uuidB},
		"space:https://eurl.io/#x":     {Kind: Space, URL: "https://eurl.io/#x"},
		"person:a@b.example":           {Kind: Person, Email: "A@B.example"},
		"meeting:a@b.example":          {Kind: Meeting, SIP: "a@B.example"},
		"meeting:https://x.webex.com":  {Kind: Meeting, URL: "https://x.webex.com"},
	} {
		if got := target.Key(); got != want {
			t.Errorf("key %q, want %q", got, want)
		}
	}
}

func TestTitlesNameTheMostTelling(t *testing.T) {
	for want, target := range map[string]Target{
		"Plan": {Kind: Space, ID: uuidA, Name: "Plan"}, uuidA: {Kind: Space, ID: uuidA}, "a@b.example": {Kind: Person, Email: "a@b.example"},
		"s@b.example": {Kind: Meeting, SIP: "s@b.example"}, "x.webex.com/meet/y": {Kind: Meeting, URL: "https://x.webex.com/meet/y"}, "odd": {URL: "odd"},
	} {
		if got := target.Title(); got != want {
			t.Errorf("title %q, want %q", got, want)
		}
	}
}

func TestAPersonIsCalledBySIPElseByEmail(t *testing.T) {
	m, ok := Target{Kind: Person, Name: "B", Email: "b@x.example", SIP: "b@sip.example"}.Meet()
	if diff := cmp.Diff(Target{Kind: Meeting, Name: "B", SIP: "b@sip.example", URL: "webexteams://meet?sip=b@sip.example"}, m); !ok || diff != "" {
		t.Error(diff)
	}
	if m, ok = (Target{Kind: Person, Email: "b@x.example"}).Meet(); !ok || m.SIP != "b@x.example" {
		t.Errorf("%+v", m)
	}
	if _, ok := (Target{Kind: Space, ID: uuidA}).Meet(); ok {
		t.Error("a space was called")
	}
}

func TestCaveatsBelongToTheLinkNotToTheText(t *testing.T) {
	if diff := cmp.Diff([]Warning{WarnOlderForm}, Target{Kind: Meeting, SIP: "a@b.example"}.Caveats()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Warning{WarnShortLink}, Target{Kind: Space, URL: "https://eurl.io/#x"}.Caveats()); diff != "" {
		t.Error(diff)
	}
	if got := (Target{Kind: Space, ID: uuidA}).Caveats(); got != nil {
		t.Error(got)
	}
	if diff := cmp.Diff([]Warning{WarnUnofficial}, WebLink.Caveats()); diff != "" {
		t.Error(diff)
	}
	if got := URL.Caveats(); got != nil {
		t.Error(got)
	}
}
