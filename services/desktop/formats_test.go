package desktop

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

func TestTextIsRecognisedAmongTargets(t *testing.T) {
	tests := map[string]bool{
		"":                          false,
		"TARGETS image/png":         false,
		"text/html":                 false,
		"STRING":                    true,
		"image/png UTF8_STRING":     true,
		"text/plain;charset=utf-16": true,
		"COMPOUND_TEXT":             true,
	}
	for targets, want := range tests {
		if got := holdsText(strings.Fields(targets)); got != want {
			t.Errorf("holdsText(%q) = %v, want %v", targets, got, want)
		}
	}
}

func TestOffersHoldOnlyWhatTheClipHas(t *testing.T) {
	tests := map[string]struct {
		clip Clip
		want []string
	}{
		"nothing": {Clip{}, nil},
		"text":    {Clip{Text: "t"}, []string{targetPlainUTF8, targetUTF8, targetPlain, targetText, targetString}},
		"picture": {Clip{PNG: []byte("p")}, []string{targetPNG}},
		"html":    {Clip{HTML: "h"}, []string{targetHTML}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, o := range offers(tt.clip) {
				got = append(got, o.target)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCFHTMLOffsetsCountBytes(t *testing.T) {
	for _, fragment := range []string{"", "<b>a</b>", "Büro 東京 😀", strings.Repeat("é", 1<<20)} {
		data := cfHTML(fragment)
		for key, want := range map[string]string{
			"StartHTML:":     "<html><body>",
			"StartFragment:": fragment + "<!--EndFragment-->",
			"EndFragment:":   "<!--EndFragment-->",
		} {
			at, ok := cfHTMLNumber(data, key)
			if !ok || !bytes.HasPrefix(data[at:], []byte(want)) {
				t.Errorf("%s points to byte %d, where %.20q… is not", key, at, want)
			}
		}
		if end, ok := cfHTMLNumber(data, "EndHTML:"); !ok || end != len(data) {
			t.Errorf("EndHTML = %d, want %d", end, len(data))
		}
		if got, err := parseCFHTML(append(data, 0)); err != nil || got != fragment {
			t.Errorf("parseCFHTML(cfHTML(%.20q)) = %.20q, %v", fragment, got, err)
		}
	}
}

func TestCFHTMLOfOtherProgramsIsRead(t *testing.T) {
	tests := map[string]struct {
		data, want string
		fails      bool
	}{
		"line feeds, order and spaces": {
			"Version:1.0\nEndFragment: 0000000071\nStartFragment: 0000000068\n<html>abc</html>", "abc", false},
		"source URL line": {
			"Version:0.9\r\nStartFragment:00000082\r\nEndFragment:00000085\r\nSourceURL:file:///\r\n<p>abc</p>", "abc", false},
		"no version":           {"StartFragment:1\nEndFragment:2\n<p>", "", true},
		"no end":               {"Version:0.9\nStartFragment:1\n<p>", "", true},
		"end before start":     {"Version:0.9\nStartFragment:9\nEndFragment:3\n<p>", "", true},
		"end after the data":   {"Version:0.9\nStartFragment:1\nEndFragment:999\n<p>", "", true},
		"negative":             {"Version:0.9\nStartFragment:-1\nEndFragment:3\n<p>", "", true},
		"number in the markup": {"Version:0.9\n<p>\nStartFragment:1\nEndFragment:3\n", "", true},
		"nothing":              {"", "", true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := parseCFHTML([]byte(tt.data))
			if (err != nil) != tt.fails || got != tt.want {
				t.Errorf("parseCFHTML = %q, %v, want %q, failing: %v", got, err, tt.want, tt.fails)
			}
		})
	}
}

func FuzzCFHTML(f *testing.F) {
	f.Add([]byte("Version:0.9\r\nStartFragment:1\r\nEndFragment:3\r\n<p>"))
	f.Add(cfHTML("<b>é</b>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		fragment, err := parseCFHTML(data)
		if err != nil {
			return
		}
		if again, err := parseCFHTML(cfHTML(fragment)); err != nil || again != fragment {
			t.Errorf("%q came back as %q, %v", fragment, again, err)
		}
	})
}

func TestDIBHasWhiteGroundAndRowsFromTheBottom(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 2, 2))
	img.Set(0, 0, color.NRGBA{R: 255, A: 255})
	img.Set(1, 0, color.NRGBA{G: 255, A: 255})
	img.Set(0, 1, color.NRGBA{B: 255, A: 255}) // and (1,1) stays transparent
	var picture bytes.Buffer
	if err := png.Encode(&picture, img); err != nil {
		t.Fatal(err)
	}
	data, err := dib(picture.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	want := []byte{255, 0, 0, 0, 255, 255, 255, 0, 0, 0, 255, 0, 0, 255, 0, 0} // B G R 0
	if diff := cmp.Diff(want, data[40:]); diff != "" {
		t.Error(diff)
	}
	header := []uint32{binary.LittleEndian.Uint32(data), binary.LittleEndian.Uint32(data[4:]), binary.LittleEndian.Uint32(data[8:])}
	if diff := cmp.Diff([]uint32{40, 2, 2}, header); diff != "" {
		t.Error(diff)
	}
}

func TestDIBRefusesWhatIsNoPictureOrTooLarge(t *testing.T) {
	var large bytes.Buffer
	if err := png.Encode(&large, image.NewPaletted(image.Rect(0, 0, 5000, 5000), color.Palette{color.White})); err != nil {
		t.Fatal(err)
	}
	for name, picture := range map[string][]byte{"text": []byte("text"), "too large": large.Bytes(), "cut off": large.Bytes()[:40]} {
		if _, err := dib(picture); err == nil {
			t.Errorf("%s was converted", name)
		}
	}
}

func TestTextIsCutToItsField(t *testing.T) {
	tests := map[string]struct {
		room int
		want string
	}{
		"":     {4, ""},
		"abc":  {4, "abc"},
		"abcd": {4, "ab…"},
		"ab😀":  {4, "ab…"}, // three would end within the pair
		"😀":    {3, "😀"},
		"東京都庁": {4, "東京…"},
		"a😀😀":  {5, "a😀…"},
	}
	for text, tt := range tests {
		field := make([]uint16, tt.room)
		for i := range field {
			field[i] = 'x'
		}
		fitUTF16(field, text)
		end := 0
		for end < len(field) && field[end] != 0 {
			end++
		}
		if got := string(utf16.Decode(field[:end])); end == len(field) || got != tt.want {
			t.Errorf("%q in %d units = %q (ends at %d), want %q", text, tt.room, got, end, tt.want)
		}
	}
}

func TestProgramOfARegisteredCommand(t *testing.T) {
	tests := map[string]string{
		"": "",
		`"C:\Program Files\Webex\CiscoCollabHost.exe" "%1"`:       `C:\Program Files\Webex\CiscoCollabHost.exe`,
		`C:\Program Files\Webex\CiscoCollabHost.EXE /protocol %1`: `C:\Program Files\Webex\CiscoCollabHost.EXE`,
		`rundll32 url.dll %1`: `rundll32`,
		`  "x`:                `x`,
	}
	for command, want := range tests {
		if got := commandProgram(command); got != want {
			t.Errorf("commandProgram(%q) = %q, want %q", command, got, want)
		}
	}
}

func TestSchemesAreChecked(t *testing.T) {
	for scheme, want := range map[string]bool{
		"webexteams": true, "x-a.b+1": true, "": false, "1a": false, "a b": false, "a/b": false, "Webex": false, "a;b": false, "é": false,
	} {
		if got := validScheme(scheme); got != want {
			t.Errorf("validScheme(%q) = %v, want %v", scheme, got, want)
		}
	}
}
