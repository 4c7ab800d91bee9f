package fit

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"foyer/ui/widget"
)

// slack is what may be missing or too much at a side, px: sizes are on whole pixels, words are not.
const slack float32 = 1

// judge collects what does not fit.
type judge struct {
	sight *sight
	own   *Own
	found []Misfit
}

func (j *judge) report(why, words string, in *nest, at rect) {
	m := Misfit{Why: why, Words: words, At: fyne.NewPos(at.left, at.top), Size: fyne.NewSize(at.right-at.left, at.bottom-at.top)}
	if in != nil {
		m.Of = in.path()
	}
	j.found = append(j.found, m)
}

// named is what has words on it.
type named interface{ Words() string }

// sized is what knows its height only at a width.
type sized interface{ HeightFor(width float32) float32 }

// judgeWidget looks whether a widget has the room that it asks for.
func (j *judge) judgeWidget(p placed) {
	size, words := p.widget.Size(), ""
	if n, is := p.widget.(named); is {
		words = n.Words()
	}
	switch w := p.widget.(type) {
	case *widget.Prose:
		j.judgeProse(w, p.in)
	case *widget.Button:
		need := w.MinSize()
		if w.Weight != widget.Linked && need.Width > size.Width+slack || need.Height > size.Height+slack {
			j.report("is on a button too small for it", words, p.in, p.in.at)
		}
	case *widget.Chip, *widget.KeyCap:
		if need := w.MinSize(); need.Width > size.Width+slack || need.Height > size.Height+slack {
			j.report("stands in something too small for it", words, p.in, p.in.at)
		}
	}
	if needsHeight(p, words) > size.Height+slack {
		j.report("stands in something too low for it", words, p.in, p.in.at)
	}
}

// needsHeight is the height that a widget with words, or one that stacks others, needs at the width it has;
// 0 for one that says nothing about that.
func needsHeight(p placed, words string) float32 {
	_, isColumn := p.widget.(*widget.Column)
	_, isLine := p.widget.(*widget.Line)
	s, is := p.widget.(sized)
	if width := p.widget.Size().Width; is && width > 0 && (isColumn && !p.in.holdsScroll || isLine || words != "") {
		return s.HeightFor(width)
	}
	return 0
}

// judgeProse looks for words that are left out at the end, and words that are broken.
func (j *judge) judgeProse(p *widget.Prose, in *nest) {
	whole := p.Words()
	if !j.own.is(whole) {
		return
	}
	rest := []rune(whole)
	y := float32(0)
	for i, o := range test.WidgetRenderer(p).Objects() {
		t := o.(*canvas.Text)
		before := rest
		for len(rest) > 0 && unicode.IsSpace(rest[0]) {
			rest = rest[1:]
		}
		if i > 0 && t.Position().Y > y+1 && len(rest) == len(before) && breaksWord([]rune(whole), len([]rune(whole))-len(rest)) {
			j.report("is broken within a word: "+t.Text, whole, in, in.at)
		}
		y = t.Position().Y
		for _, r := range strings.TrimSpace(t.Text) {
			if len(rest) == 0 || rest[0] != r {
				j.report("ends early: "+t.Text, whole, in, in.at)
				return
			}
			rest = rest[1:]
		}
	}
}

// breaksWord reports whether a line that ends before the character at i ends within a word that is spelled
// with letters.
func breaksWord(words []rune, i int) bool {
	return i > 0 && i < len(words) && spelled(words[i-1]) && spelled(words[i])
}

func spelled(r rune) bool {
	return unicode.IsLetter(r) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// judgeWords looks whether words are whole, and inside of what they belong to.
func (j *judge) judgeWords(i int, t *canvas.Text) {
	d := j.sight.drawn[i]
	whole := t.Text
	if d.in.widget == nil {
		j.judgePlace(d, whole)
		return
	}
	switch w := d.in.widget.(type) {
	case *widget.Prose:
		whole = w.Words()
	case *widget.Text:
		whole = w.Words()
		if whole != t.Text && j.own.is(whole) {
			j.report("is cut to "+t.Text, whole, d.in, d.at)
		}
	default:
		if n, is := d.in.widget.(named); is && strings.HasSuffix(t.Text, "…") && strings.HasPrefix(n.Words(), strings.TrimSuffix(t.Text, "…")) {
			whole = n.Words()
		}
		if whole != t.Text && j.own.is(whole) || j.own.isCut(t.Text) {
			j.report("is cut to "+t.Text, whole, d.in, d.at)
		}
	}
	j.judgePlace(d, whole)
}

// judgePlace looks whether words are inside of all that they stand in, up to the window or to what scrolls.
func (j *judge) judgePlace(d drawn, words string) {
	above := (d.at.bottom - d.at.top) * 0.1
	if d.in.clips() {
		return // what is drawn there is larger than what is seen of it
	}
	for n := d.in; n != nil && n.widget != nil; n = n.up {
		if n.scrolls {
			beside := rect{n.seen.left, d.at.top, n.seen.right, d.at.bottom}
			if (!n.sideways || j.own.is(words)) && !n.seen.empty() && !beside.holds(d.at, slack, 0) {
				j.report("is wider than what it is seen in", words, n, d.at)
			}
			return
		}
		if !n.at.holds(d.at, slack, above) {
			j.report("stands outside", words, n, d.at)
			return
		}
	}
	if !j.sight.window.holds(d.at, slack, above) {
		j.report("leaves the window", words, d.in, d.at)
	}
}
