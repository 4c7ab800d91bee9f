package daysheet

import (
	"strings"

	"github.com/go-text/typesetting/segmenter"
)

// longest is how many characters of a text are looked at: more than fit on any number of lines here.
const longest = 1000

const ellipsis = "…"

// wrap sets a text in at most so many lines of a width in points. What does not fit is cut with an
// ellipsis. The empty text has no line.
func (t *typesetter) wrap(text string, in typeface, width float64, most int) []line {
	text = clean(text)
	if all := []rune(text); len(all) > longest {
		text = string(all[:longest])
	}
	w := wrapper{t: t, in: in, width: width * em / in.size}
	var seg segmenter.Segmenter
	seg.InitWithString(text)
	for lines := seg.LineIterator(); lines.Next(); {
		w.add(string(lines.Line().Text))
	}
	w.flush()
	var all []line
	for i, l := range w.lines {
		if i == most-1 && len(w.lines) > most {
			all = append(all, w.cut(l))
			break
		}
		all = append(all, t.set(strings.TrimRight(l, " "), in.bold))
	}
	return all
}

// wrapper fills lines.
type wrapper struct {
	t     *typesetter
	in    typeface
	width float64 // in units of em
	lines []string
	now   strings.Builder
	used  float64
}

func (w *wrapper) measure(text string) float64 { return w.t.set(text, w.in.bold).width }

// add adds what must not be broken, unless it is longer than a line.
func (w *wrapper) add(word string) {
	bare := w.measure(strings.TrimRight(word, " "))
	if w.used > 0 && w.used+bare > w.width {
		w.flush()
	}
	if bare > w.width {
		w.pieces(word)
		return
	}
	w.now.WriteString(word)
	w.used += w.measure(word)
}

// pieces breaks a word that is longer than a line.
func (w *wrapper) pieces(word string) {
	var seg segmenter.Segmenter
	seg.InitWithString(word)
	for all := seg.GraphemeIterator(); all.Next(); {
		piece := string(all.Grapheme().Text)
		size := w.measure(piece)
		if w.used > 0 && w.used+size > w.width {
			w.flush()
		}
		w.now.WriteString(piece)
		w.used += size
	}
}

func (w *wrapper) flush() {
	if w.now.Len() > 0 {
		w.lines = append(w.lines, w.now.String())
	}
	w.now.Reset()
	w.used = 0
}

// cut ends a line with an ellipsis.
func (w *wrapper) cut(text string) line {
	all := []rune(strings.TrimRight(text, " "))
	for len(all) > 0 && w.measure(string(all)+ellipsis) > w.width {
		all = all[:len(all)-1]
	}
	return w.t.set(strings.TrimRight(string(all), " ")+ellipsis, w.in.bold)
}
