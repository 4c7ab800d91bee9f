package widget

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"foyer/ui/style"
)

func TestCutNeverExceedsTheWidthAndKeepsWholeCharacters(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(style.Light, 100))
	seed := rand.New(rand.NewPCG(1, 2))
	letters := []rune("aWi m.@-éßжЯ佐藤花子🙂…")
	for range 400 {
		words := make([]rune, seed.IntN(40))
		for i := range words {
			words[i] = letters[seed.IntN(len(letters))]
		}
		full, width, bold := string(words), float32(seed.IntN(200)), seed.IntN(2) == 0
		got := Cut(full, width, 13, bold)
		if !utf8.ValidString(got) {
			t.Fatalf("%q at %v is cut within a character: %q", full, width, got)
		}
		if got == full {
			continue
		}
		head, dots := strings.CutSuffix(got, "…")
		if !dots || !strings.HasPrefix(full, head) || strings.HasSuffix(head, " ") {
			t.Fatalf("%q at %v becomes %q", full, width, got)
		}
		if w := measure(got, 13, bold); w > width+0.5 && head != "" {
			t.Fatalf("%q is %v px wide, more than %v", got, w, width)
		}
	}
}

func TestCutLeavesWhatFits(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.NewTheme(style.Light, 100))
	const words = "Barbara Example"
	exact := measure(words, 13, false)
	if got := Cut(words, exact, 13, false); got != words {
		t.Errorf("at its own width it is %q", got)
	}
	if got := Cut(words, exact-1, 13, false); got == words || !strings.HasSuffix(got, "…") {
		t.Errorf("one pixel less gives %q", got)
	}
	if got := Cut(words, 0, 13, false); got != "…" {
		t.Errorf("without room it is %q", got)
	}
	if got := Cut("", 0, 13, false); got != "" {
		t.Errorf("nothing becomes %q", got)
	}
}

func TestTextIsShortenedOnlyWhereItMayBe(t *testing.T) {
	var whole, short *Text
	s := show(t, func() fyne.CanvasObject {
		whole, short = NewText("A name that is far too long", style.Body, style.Ink), NewText("A name that is far too long", style.Body, style.Ink)
		short.Elide = true
		return NewColumn(0, Part{0, whole, false}, Part{0, short, false})
	}, 100, 60)
	if whole.Shown() != whole.Words() {
		t.Errorf("shows %q without Elide", whole.Shown())
	}
	if short.Shown() == short.Words() || short.Words() != "A name that is far too long" {
		t.Errorf("shows %q of %q", short.Shown(), short.Words())
	}
	short.SetText("Short")
	if short.Shown() != "Short" {
		t.Errorf("shows %q", short.Shown())
	}
	s.window.Resize(fyne.NewSize(400, 60))
	short.SetText("A name that is far too long")
	if short.Shown() != short.Words() {
		t.Errorf("with room it shows %q", short.Shown())
	}
}

func TestTextIsAsHighAsItsLine(t *testing.T) {
	for _, percent := range []int{100, 200} {
		showAs(t, style.Light, percent, func() fyne.CanvasObject {
			for _, r := range []style.Role{style.Caption, style.Body, style.Heading, style.PageTitle} {
				if got, want := NewText("Ag", r, style.Ink).MinSize().Height, r.Line*float32(percent)/100; got != want {
					t.Errorf("%v at %d %% is %v high, want %v", r, percent, got, want)
				}
			}
			return NewSpace(1, 1)
		}, 10, 10)
	}
}

// said returns the lines of a prose as they are drawn, bold words between asterisks.
func said(p *Prose) []string {
	var lines []string
	for _, line := range p.lines {
		var b strings.Builder
		for _, part := range line {
			if part.bold {
				b.WriteString("*" + part.words + "*")
			} else {
				b.WriteString(part.words)
			}
		}
		lines = append(lines, b.String())
	}
	return lines
}

// prose lays words out at a width.
func prose(t *testing.T, words string, width float32, maxLines int) *Prose {
	t.Helper()
	var p *Prose
	show(t, func() fyne.CanvasObject {
		p = NewProse(words, style.Body, style.Ink)
		p.MaxLines = maxLines
		return NewColumn(0, Part{0, p, false})
	}, width, 400)
	return p
}

func TestProseWraps(t *testing.T) {
	for name, c := range map[string]struct {
		words string
		width float32
		want  []string
	}{
		"at blanks":                        {"one two three four", 70, []string{"one two", "three four"}},
		"not where it fits":                {"one two three", 300, []string{"one two three"}},
		"at its own line breaks":           {"one\ntwo", 300, []string{"one", "two"}},
		"keeping empty lines":              {"one\n\ntwo", 300, []string{"one", "", "two"}},
		"nothing":                          {"", 300, []string{""}},
		"between ideographs":               {"Aurora会議室", 46, []string{"Aurora", "会議室"}},
		"a long link after its signs":      {"webexteams://im?space=b69a0c50-3fa8", 120, []string{"webexteams://im?", "space=b69a0c50-", "3fa8"}},
		"a long word where it must":        {"Donaudampfschifffahrt", 60, []string{"Donauda", "mpfschiff", "fahrt"}},
		"with strong words":                {"Found " + Strong("Marketing") + ", a space", 300, []string{"Found *Marketing*, a space"}},
		"with strong words over the lines": {"Found " + Strong("Design and Marketing") + " here", 90, []string{"Found *Design*", "*and*", "*Marketing*", "here"}},
	} {
		t.Run(name, func(t *testing.T) {
			p := prose(t, c.words, c.width, 0)
			if diff := cmp.Diff(c.want, said(p)); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
		})
	}
}

func TestNoLineOfProseIsWiderThanItsWidth(t *testing.T) {
	words := "Links open in " + Strong("Webex") + ". https://example.webex.com/meet/barbara.example?token=0123456789 佐藤花子 and averyveryverylongwordwithoutanyblank; " + Strong("bold averyveryverylongboldword")
	for width := float32(40); width < 400; width += 23 {
		p := prose(t, words, width, 0)
		for i, line := range p.lines {
			for _, part := range line {
				if right := part.x + measure(strings.TrimRight(part.words, " "), 13, part.bold); right > width+0.5 {
					t.Errorf("at %v, line %d ends at %v", width, i, right)
				}
			}
		}
		if got := strings.ReplaceAll(strings.Join(strings.Fields(strings.ReplaceAll(strings.Join(said(p), ""), "*", "")), ""), " ", ""); got != strings.Join(strings.Fields(Plain(words)), "") {
			t.Fatalf("at %v letters are lost or doubled: %q", width, got)
		}
	}
}

func TestHeightForIsWhatIsDrawn(t *testing.T) {
	words := "Press Ctrl+Shift+K in a space, come back, and paste. " + Strong("Foyer") + " recognises what Webex copied, in any language."
	for width := float32(30); width < 500; width += 31 {
		p := prose(t, words, width, 0)
		if got, want := p.HeightFor(width), float32(len(p.lines))*20; got != want || p.Size().Height != want {
			t.Errorf("at %v: HeightFor %v, drawn %v, given %v", width, got, want, p.Size().Height)
		}
		for _, o := range test.WidgetRenderer(p).Objects() {
			if bottom := o.Position().Y + o.Size().Height; bottom > p.Size().Height {
				t.Errorf("at %v a line ends at %v of %v", width, bottom, p.Size().Height)
			}
		}
	}
}

func TestProseEndsAfterItsMostLines(t *testing.T) {
	words := strings.Repeat("one two three four five ", 10)
	p := prose(t, words, 120, 2)
	lines := said(p)
	if len(lines) != 2 || !strings.HasSuffix(lines[1], "…") || strings.HasSuffix(lines[0], "…") {
		t.Errorf("lines are %q", lines)
	}
	if p.HeightFor(120) != 40 {
		t.Errorf("is %v high", p.HeightFor(120))
	}
	if w := measure(p.lines[1][len(p.lines[1])-1].words, 13, false); w > 120.5 {
		t.Errorf("the last line is %v wide", w)
	}
	if lines := said(prose(t, "one two", 120, 2)); len(lines) != 1 || lines[0] != "one two" {
		t.Errorf("what fits becomes %q", lines)
	}
	// A line break that is cut at may leave nothing to put the dots behind.
	for words, want := range map[string][]string{"one\n\nthree": {"one", "…"}, "one\ntwo\nthree": {"one", "two…"}} {
		if diff := cmp.Diff(want, said(prose(t, words, 120, 2))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", words, diff)
		}
	}
}

func TestANameCannotBreakOutOfItsMarks(t *testing.T) {
	evil := string(strongEnds) + "x" + string(strongBegins) + "y*<b>"
	p := prose(t, "Saved "+Strong(evil)+" now", 300, 0)
	if diff := cmp.Diff([]string{"Saved *xy*<b>* now"}, said(p)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	if got := p.Words(); got != "Saved xy*<b> now" {
		t.Errorf("words are %q", got)
	}
}

func TestProseSurvivesAnything(t *testing.T) {
	for _, words := range []string{string(strongBegins), string(strongEnds), Strong(""), " ", "\n", "   \n  ", "\xff\xfe broken", strings.Repeat("x", 2000), "a\u00a0b", "\u202Ertl"} {
		for _, width := range []float32{0, 1, 13, 200} {
			p := prose(t, words, width, 3)
			if h := p.HeightFor(width); h < 20 || h > 60 {
				t.Errorf("%q at %v is %v high", words, width, h)
			}
		}
	}
}
