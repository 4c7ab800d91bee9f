package plain

import (
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var encodings = []struct{ name, bytes, text string }{
	{"ASCII", "plain", "plain"},
	{"UTF-8", "Zoë 企画", "Zoë 企画"},
	{"UTF-8 with mark", "\xef\xbb\xbfZoë", "Zoë"},
	{"UTF-16 LE with mark", "\xff\xfeZ\x00o\x00\xeb\x00\x01\x4f", "Zoë企"},
	{"UTF-16 BE with mark", "\xfe\xff\x00Z\x00o\x00\xeb\x4f\x01", "Zoë企"},
	{"UTF-16 LE without mark", "Z\x00o\x00:\x00 \x00x\x00", "Zo: x"},
	{"UTF-16 BE without mark", "\x00Z\x00o\x00:\x00 \x00x", "Zo: x"},
	{"nothing", "", ""},
}

func TestDecodeKnowsTheEncodings(t *testing.T) {
	for _, c := range encodings {
		if diff := cmp.Diff(c.text, Decode([]byte(c.bytes))); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
	if diff := cmp.Diff("Zoë – “x”", Decode([]byte("Zo\xeb \x96 \x93x\x94"))); diff != "" {
		t.Errorf("Windows-1252: %s", diff)
	}
	if got := Decode([]byte("a\x00b")); got != "a\x00b" {
		t.Errorf("a single zero byte made it UTF-16: %q", got)
	}
}

func TestNewReaderReadsTheSameTexts(t *testing.T) {
	for _, c := range encodings {
		b, err := io.ReadAll(NewReader(strings.NewReader(c.bytes)))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.text, string(b)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestLineMakesOneLine(t *testing.T) {
	for text, want := range map[string]string{
		"a": "a", " a  b ": "a  b", "a\r\nb": "a b", "a\t\n\vb\u2028c": "a b c", "\n": "", "a\x00b\x7f\u0085c": "a b c", "Zoë 企画": "Zoë 企画",
	} {
		if diff := cmp.Diff(want, Line(text)); diff != "" {
			t.Error(diff)
		}
	}
}

// FuzzDecode proves that any bytes become valid UTF-8.
func FuzzDecode(f *testing.F) {
	for _, c := range encodings {
		f.Add([]byte(c.bytes))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		text := Decode(b)
		if strings.ToValidUTF8(text, "") != text {
			t.Fatalf("%q", text)
		}
		if line := Line(text); strings.ContainsAny(line, "\r\n\t\x00") {
			t.Fatalf("%q", line)
		}
	})
}
