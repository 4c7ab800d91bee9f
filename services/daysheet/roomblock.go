package daysheet

import (
	"strings"

	"foyer/services/room"
)

// roomHead is a room's name with what is known of the room, and what it is if nothing is booked in it.
func (l *layout) roomHead(r *room.Line, name string) []part {
	w := l.sheet.Words
	state := ""
	switch {
	case len(r.Slots) > 0:
	case r.Status == room.Unknown:
		state = w.Unknown
	default:
		state = w.Free
	}
	right := line{}
	if all := l.t.wrap(state, bodyType, whoWidth, 1); len(all) > 0 {
		right = all[0]
	}
	const aside = whoWidth + columnGap
	names := l.t.wrap(name, roomType, l.right()-margin-aside, 2)
	facts := l.t.wrap(w.Facts(r.Room), captionType, l.right()-margin-aside, 2)
	parts := []part{l.rule(roomGap - 5)}
	beside := len(names) == 1 && len(facts) == 1 && (names[0].width*roomType.size+facts[0].width*captionType.size)/em+8 <= l.right()-margin-aside
	high := float64(len(names)) * roomType.line
	if !beside {
		high += float64(len(facts)) * captionType.line
	}
	high = max(high, roomType.line) + 4
	return append(parts, part{height: high, draw: func(p *pen, y float64) {
		for i, words := range names {
			p.text(margin, y+float64(i)*roomType.line, words, roomType, ink)
		}
		for i, words := range facts {
			if beside {
				p.text(margin+names[0].width*roomType.size/em+8, y+2.2, words, captionType, ink2)
			} else {
				p.text(margin, y+float64(len(names))*roomType.line+float64(i)*captionType.line, words, captionType, ink2)
			}
		}
		l.state(p, y, right, r)
	}})
}

// state draws the shape and the words of a room without bookings.
func (l *layout) state(p *pen, y float64, words line, r *room.Line) {
	if len(words.runs) == 0 {
		return
	}
	c := free
	if r.Status == room.Unknown {
		c = unknown
	}
	x := l.right() - words.width*bodyType.size/em
	p.text(x, y+1, words, bodyType, c)
	if middle := y + 1 + bodyType.line/2; r.Status == room.Unknown {
		p.dash(x-9, middle, 3.5, c)
	} else {
		p.ring(x-9, middle, 3.2, c)
	}
}

// slot is a booking: when, what, who.
func (l *layout) slot(s *room.Slot) part {
	w := l.sheet.Words
	title, who := l.about(s.Booking)
	x := margin + timeWidth + columnGap
	whoX := l.right() - whoWidth
	when := l.t.wrap(w.Span(s), bodyType, timeWidth-9, 3)
	what := l.t.wrap(title, bodyType, whoX-columnGap-x, 4)
	whom := l.t.wrap(who, bodyType, whoWidth, 2)
	var double []line
	c := booking
	if s.Double() {
		double = l.t.wrap(w.Double, captionType, whoX-columnGap-x-12, 1)
		c = warning
	}
	high := max(float64(max(len(when), len(whom), 1))*bodyType.line, float64(len(what))*bodyType.line+float64(len(double))*captionType.line)
	const below = 4.0
	return part{height: high + below, draw: func(p *pen, y float64) {
		p.fill(margin, y+1, barWidth, high-2, c)
		for i, words := range when {
			p.text(margin+9, y+float64(i)*bodyType.line, words, bodyType, ink)
		}
		for i, words := range what {
			p.text(x, y+float64(i)*bodyType.line, words, bodyType, ink)
		}
		for _, words := range double {
			under := y + float64(len(what))*bodyType.line
			p.triangle(x+4, under+captionType.line/2-0.5, 3.6, warning)
			p.text(x+12, under, words, captionType, warning)
		}
		for i, words := range whom {
			p.text(whoX, y+float64(i)*bodyType.line, words, bodyType, ink2)
		}
	}}
}

// about is the title of a booking and who made it; of a veiled one, neither is on the sheet.
func (l *layout) about(k *room.Booking) (title, who string) {
	w := l.sheet.Words
	switch {
	case k.Private && l.sheet.Veiled:
		return w.Private, ""
	case strings.TrimSpace(k.Title) == "" && k.Private:
		return w.Private, k.Organizer.String()
	case strings.TrimSpace(k.Title) == "":
		return w.Untitled, k.Organizer.String()
	}
	return k.Title, k.Organizer.String()
}
