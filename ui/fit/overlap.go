package fit

import (
	"fyne.io/fyne/v2/canvas"

	"foyer/ui/widget"
)

// judgeOverlaps looks for words on top of other words or pictures, and for words half under a control.
func (j *judge) judgeOverlaps() {
	all := j.sight.drawn
	var shown []int
	for i, d := range all {
		if (j.sight.words(i) != nil || d.pictures()) && !d.visible().empty() && !j.hidden(i) {
			shown = append(shown, i)
		}
	}
	for n, below := range shown {
		for _, above := range shown[n+1:] {
			both := all[below].visible().and(all[above].visible())
			if both.right-both.left <= slack || both.bottom-both.top <= slack || j.between(below, above, both) {
				continue
			}
			if words := j.either(below, above); words != "" {
				j.report("overlaps with "+j.name(below, above), words, all[above].in, both)
			}
		}
	}
	for _, i := range shown {
		if t := j.sight.words(i); t != nil {
			j.judgeControls(i, t)
		}
	}
}

// hidden reports whether something is wholly under something else.
func (j *judge) hidden(i int) bool {
	seen := j.sight.drawn[i].visible()
	for _, above := range j.sight.drawn[i+1:] {
		if above.covers() && above.visible().holds(seen, 0, 0) {
			return true
		}
	}
	return false
}

// between reports whether something that covers this part lies between two things.
func (j *judge) between(below, above int, part rect) bool {
	for _, d := range j.sight.drawn[below+1 : above] {
		if d.covers() && d.visible().holds(part, slack, slack) {
			return true
		}
	}
	return false
}

// judgeControls looks for a button or the like that hides a part of words. What floats over a page, such as
// a panel, may do that.
func (j *judge) judgeControls(i int, t *canvas.Text) {
	words := j.sight.drawn[i]
	for _, d := range j.sight.drawn[i+1:] {
		both := words.visible().and(d.visible())
		if !d.covers() || both.right-both.left <= slack || both.bottom-both.top <= slack {
			continue
		}
		switch c := d.in.widget.(type) {
		case *widget.Button, *widget.Chip, *widget.Segments, *widget.Entry, *widget.KeyCap:
			name := ""
			if n, is := c.(named); is {
				name = n.Words()
			}
			j.report("is half under "+name, t.Text, d.in, both)
		}
		return
	}
}

// either returns the words of two things that overlap.
func (j *judge) either(below, above int) string {
	for _, i := range []int{above, below} {
		if t := j.sight.words(i); t != nil {
			return t.Text
		}
	}
	return ""
}

// name names the other one of two things that overlap.
func (j *judge) name(below, above int) string {
	if a, b := j.sight.words(above), j.sight.words(below); a != nil && b != nil {
		return b.Text
	}
	return "a picture"
}
