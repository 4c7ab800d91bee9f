package room

// passage is what happened between two boards.
type passage struct{ before, after *Board }

// room tells whether a room became free.
func (p passage) room(w Watch) []Alert {
	was, is := p.before.Line(w.RoomID), p.after.Line(w.RoomID)
	if was == nil || is == nil || is.Status != Free || was.Status != InUse && was.Status != Soon {
		return nil
	}
	return []Alert{{Kind: BecameFree, Room: is.Room, Booking: is.Next, Until: is.Until}}
}

// booking tells whether a booking starts, moved or is gone.
func (p passage) booking(w Watch) []Alert {
	lineWas, was := p.before.find(w, "")
	title := ""
	if was != nil {
		title = was.Title
	}
	line, is := p.after.find(w, title)
	var alerts []Alert
	switch {
	case is == nil:
		if was != nil && p.isGone(w) {
			alerts = append(alerts, Alert{Kind: BookingGone, Room: lineWas.Room, Booking: was})
		}
		return alerts
	case was != nil && (was.RoomID != is.RoomID || !was.Start.Equal(is.Start)):
		alerts = append(alerts, Alert{Kind: BookingMoved, Room: line.Room, Booking: is, Before: was})
	}
	if p.after.startsOrRuns(is) && !p.wasTold(was, is) {
		alerts = append(alerts, Alert{Kind: Starting, Room: line.Room, Booking: is})
	}
	return alerts
}

// wasTold tells whether the board before showed already that the booking starts.
func (p passage) wasTold(was, is *Booking) bool {
	if was != nil {
		return p.before.startsOrRuns(was)
	}
	// The day before did not know of it; what had started by then is old news.
	return p.before.Date != p.after.Date && !p.before.Now.Before(is.Start)
}

// startsOrRuns tells whether a booking starts soon or has started, and is not over.
func (b *Board) startsOrRuns(k *Booking) bool {
	return k.Start.Sub(b.Now) <= b.Soon && k.End.After(b.Now)
}

// isGone tells whether a booking that is not found would be there.
func (p passage) isGone(w Watch) bool {
	if p.before.Date != p.after.Date || p.after.Date != w.Date || p.after.Freshness == Unread {
		return false
	}
	l := p.after.Line(w.RoomID)
	return l == nil || l.Status != Unknown
}

// find returns the watched booking and its room, nil when it is not on the board: the one that starts
// nearest to when it did. In another room it has to have the same title, as IDs may count from 1 in
// each.
func (b *Board) find(w Watch, title string) (*Line, *Booking) {
	if b.Date != w.Date {
		return nil, nil
	}
	if l := b.Line(w.RoomID); l != nil {
		if k := l.nearest(w); k != nil {
			return l, k
		}
	}
	for i := range b.Lines {
		l := &b.Lines[i]
		if k := l.nearest(w); k != nil && title != "" && k.Title == title {
			return l, k
		}
	}
	return nil, nil
}

// nearest returns the booking of the line that has the watched one's ID and starts nearest to it.
func (l *Line) nearest(w Watch) *Booking {
	var same []*Booking
	for i := range l.Slots {
		if k := l.Slots[i].Booking; k.ID == w.BookingID {
			same = append(same, k)
		}
	}
	if len(same) == 0 {
		return nil
	}
	return same[nearest(same, w.Start)]
}
