package link

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestNormalizeMakesOneKindOfLineEndAndBlank(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain text stays", "a b\tc\n", "a b\tc\n"},
		{"CRLF", "a\r\nb\r\n", "a\nb\n"},
		{"CR", "a\rb\r", "a\nb\n"},
		{"CR CR LF", "a\r\r\nb", "a\n\nb"},
		{"vertical tab and form feed", "a\vb\fc", "a\nb\nc"},
		{"Unicode's own line ends", "a\u0085b\u2028c\u2029d", "a\nb\nc\nd"},
		{"no-break and typographic blanks", "a\u00a0b\u202fc\u2009d\u205fe", "a b c d e"},
		{"the ideographic blank stays", "a\u3000b", "a\u3000b"},
		{"byte order mark anywhere", "\ufeffa\ufeffb", "ab"},
		{"zero-width blank and word joiner", "a\u200bb\u2060c", "abc"},
		{"bidirectional marks", "\u200ea\u200f\u202ab\u202c\u2066c\u2069\u061c", "abc"},
		{"soft hyphen", "b69a\u00ad0c50", "b69a0c50"},
		{"control characters", "a\x00b\x1bc\x7fd", "abcd"},
		{"joiners within emoji and words stay", "👩\u200d👧 می\u200cخواهم", "👩\u200d👧 می\u200cخواهم"},
		{"joiners beside ASCII go", "a\u200db\u200c", "ab"},
		{"variation selectors stay", "❤\ufe0f", "❤\ufe0f"},
		{"Windows-1252", "Zo\xeb", "Zoë"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, normalize(c.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNormalizeCutsBetweenCharacters(t *testing.T) {
	for _, unit := range []string{"é", "企", "👍"} {
		text := "x" + strings.Repeat(unit, maxText/len(unit)+1)
		got := normalize(text)
		if !utf8.ValidString(got) || len(got) > maxText || len(got) < maxText-utf8.UTFMax {
			t.Errorf("%q: %d bytes, valid %v", unit, len(got), utf8.ValidString(got))
		}
	}
}

func TestFlattenNeedsATagThatOnlyHTMLHas(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		isHTML           bool
	}{
		{"text", "a < b > c", "a < b > c", false},
		{"formatting alone may be a name", "Space name: <b>x</b>", "Space name: <b>x</b>", false},
		{"an opening paragraph alone", "Name <p@x.example> <p>", "Name <p@x.example> <p>", false},
		{"line breaks", "a<br>b<BR/>c<br />d", "a\nb\nc\nd", true},
		{"paragraphs with attributes", `<p class="x">a</p><p>b</p>`, "\na\n\nb\n", true},
		{"formatting goes", "<div><b>a</b> <span style='x'>b</span></div>", "\na b\n", true},
		{"anchors stay", `<div><a href="x">y</a></div>`, "\n<a href=\"x\">y</a>\n", true},
		{"addresses stay", "Ann <ann@x.example><br>", "Ann <ann@x.example>\n", true},
		{"links stay", "<webexteams://im?space=x><br>", "<webexteams://im?space=x>\n", true},
		{"an unfinished tag stays", "a<br>b<div", "a\nb<div", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, isHTML := flatten(c.text)
			if diff := cmp.Diff(c.want, got); diff != "" || isHTML != c.isHTML {
				t.Error(isHTML, diff)
			}
		})
	}
}

func TestBreakLabelsOnlyWhereSpaceInfoLostItsLines(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"lines stay", "Space name: x\nSpace ID: " + uuidA, "Space name: x\nSpace ID: " + uuidA},
		{"one line", "Space name: x Space ID: " + uuidA + " Conversation type: group", "Space name: x\nSpace ID: " + uuidA + "\nConversation type: group"},
		{"the Markdown label is not cut", "Space name: x Space URI: webexteams://im Space URI (markdown): [x](y)", "Space name: x\nSpace URI: webexteams://im\nSpace URI (markdown): [x](y)"},
		{"counts", "Space ID: " + uuidA + " Space ID: " + uuidA + " Participant count: 2 External participant count: 0", "Space ID: " + uuidA + "\nSpace ID: " + uuidA + "\nParticipant count: 2\nExternal participant count: 0"},
		{"a label in a name", "Space name: about Space ID: what", "Space name: about Space ID: what"},
		{"running text", "see the Space ID: " + uuidA + " there", "see the Space ID: " + uuidA + " there"},
		{"quoted", "> Space name: x Space ID: " + uuidA, "> Space name: x\nSpace ID: " + uuidA},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, breakLabels(c.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
