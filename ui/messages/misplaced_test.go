package messages

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// placed is an object with its place on the window.
type placed struct {
	what string
	at   fyne.Position
	size fyne.Size
}

func (p placed) over(q placed) bool {
	const slack = 0.6
	return p.at.X+p.size.Width > q.at.X+slack && q.at.X+q.size.Width > p.at.X+slack &&
		p.at.Y+p.size.Height > q.at.Y+slack && q.at.Y+q.size.Height > p.at.Y+slack
}

func place(what string, o fyne.CanvasObject) placed {
	return placed{what, fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()}
}

// Misplaced says what is drawn beyond the page or over something else.
func (p *Page) Misplaced() []string {
	if p.under.Hidden { // all of it is below the panel
		return nil
	}
	var faults []string
	page := place("the page", p)
	frame := p.framed()
	for i, a := range frame {
		if a.at.X < page.at.X-0.6 || a.at.Y < page.at.Y-0.6 || a.at.X+a.size.Width > page.at.X+page.size.Width+0.6 || a.at.Y+a.size.Height > page.at.Y+page.size.Height+0.6 {
			faults = append(faults, fmt.Sprintf("%s leaves the page: %v %v", a.what, a.at, a.size))
		}
		for _, b := range frame[i+1:] {
			if a.over(b) {
				faults = append(faults, fmt.Sprintf("%s %v %v stands on %s %v %v", a.what, a.at, a.size, b.what, b.at, b.size))
			}
		}
	}
	for t, pane := range map[tab]*pane{p.people: p.people.pane, p.room: p.room.pane, p.batch: p.batch.start, p.call: p.call.pane, p.manager: p.manager.pane} {
		if t == p.current() && pane.Visible() && t.content().Visible() {
			faults = append(faults, stacked(pane.body)...)
		}
	}
	return append(faults, p.beyond(page)...)
}

// framed are the parts of the page that do not scroll.
func (p *Page) framed() []placed {
	if p.scrolls.Visible() {
		return []placed{place("the header", p.header), place("the first use", p.scrolls)}
	}
	all := []placed{place("the header", p.header), place("the tabs", p.tabs)}
	if p.banner.Visible() {
		all = append(all, place("the banner", p.banner))
	}
	if c := p.current().content(); c.Visible() {
		all = append(all, place("the content", c))
	}
	if f := p.current().foot(); f != nil && f.Visible() {
		all = append(all, place("the foot", f))
	}
	if p.side.Visible() && !p.side.overlay {
		all = append(all, place("the panel", p.side))
	}
	return all
}

// stacked says which parts of a pane stand on each other, or have too little height.
func stacked(b *paneBody) []string {
	var faults []string
	end := float32(0)
	for i, part := range b.parts {
		if !part.object.Visible() {
			continue
		}
		o := part.object
		if o.Position().Y < end-0.6 {
			faults = append(faults, fmt.Sprintf("part %d begins at %v, before %v", i, o.Position().Y, end))
		}
		if need := heightAt(o, o.Size().Width); o.Size().Height < need-0.6 {
			faults = append(faults, fmt.Sprintf("part %d is %v high and needs %v", i, o.Size().Height, need))
		}
		end = o.Position().Y + o.Size().Height
	}
	return faults
}

// beyond says which words of the page end outside of it at a side.
func (p *Page) beyond(page placed) []string {
	var faults []string
	for _, o := range test.LaidOutObjects(p) {
		words, ok := o.(*canvas.Text)
		if !ok || words.Text == "" || !shown(o) {
			continue
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		if at.X+words.MinSize().Width > page.at.X+page.size.Width+1 {
			faults = append(faults, fmt.Sprintf("%q ends at %v of %v", words.Text, at.X+words.MinSize().Width, page.at.X+page.size.Width))
		}
	}
	return faults
}

func shown(o fyne.CanvasObject) bool { return o.Visible() && o.Size().Width > 0 }
