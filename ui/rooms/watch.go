package rooms

import (
	"context"
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"

	"foyer/services/room"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// watching reports whether a room is watched.
func (p *Page) watching(id string) bool {
	return slices.Contains(p.model.watched, room.Watch{RoomID: id})
}

// watches reports whether a booking of the shown day is watched.
func (p *Page) watches(k *room.Booking) bool {
	return len(p.model.belled) > 0 && p.model.belled[k.Key()]
}

// watchable returns the wish to be told about a booking: one that is to come, or that is watched.
func (p *Page) watchable(k *room.Booking) (room.Watch, bool) {
	w, ok := room.WatchOf(k, p.config.zone())
	return w, ok && (k.Start.After(p.now()) || p.watches(k))
}

// findWatched finds out which bookings of the shown day are watched.
func (p *Page) findWatched() {
	m := &p.model
	m.belled = map[string]bool{}
	for _, w := range m.watched {
		if k := m.board.Watched(w); k != nil {
			m.belled[k.Key()] = true
		}
	}
}

// watch begins or ends to watch a room or a booking, and remembers it. What days that are over had to
// tell is forgotten.
func (p *Page) watch(w room.Watch, on bool) {
	m := &p.model
	about := m.board.Watched(w)
	m.watched = slices.DeleteFunc(room.Current(m.watched, room.DateOf(p.now())), func(o room.Watch) bool {
		return o == w || about != nil && m.board.Watched(o) == about
	})
	m.wishes++
	if on {
		m.watched = append(m.watched, w)
	}
	p.findWatched()
	p.remember(KeyWatched, m.watched)
	p.show()
}

// recallWatched reads anew what is watched, which other windows and the command line change as well. It
// waits for what is being remembered, and what is ticked meanwhile counts.
func (p *Page) recallWatched() {
	if p.config.Preferences == nil {
		return
	}
	wishes := p.model.wishes
	p.stores.Add(func(ctx context.Context) func() {
		text, err := p.config.Preferences.Get(ctx, KeyWatched)
		var watched []room.Watch
		if err == nil && text != "" {
			err = json.Unmarshal([]byte(text), &watched)
		}
		return func() {
			if err != nil {
				p.config.Log.Warn("rooms page", "what", "recalling "+KeyWatched, "err", err)
				return
			}
			if wishes == p.model.wishes {
				p.model.watched = watched
				p.findWatched()
				p.show()
			}
		}
	})
}

// watchBox is the box that says whether something is watched, with why nothing would be told.
func (n *panel) watchBox(words string, w room.Watch, on bool) []widget.Part {
	p := n.page
	box := widget.NewCheck(words, func(on bool) { p.watch(w, on) })
	box.SetOn(on)
	n.stops = append(n.stops, box)
	n.side.Watch(box)
	parts := []widget.Part{{Above: style.GroupGap, Object: box}}
	if on && !p.telling() {
		parts = append(parts, widget.Part{Above: style.Unit, Object: widget.NewHint("info", style.Ink2, p.config.Say.T("rooms.watch-silent"))})
	}
	return parts
}

// watchItem is the same in a menu.
func (p *Page) watchItem(words string, w room.Watch, on bool) *fyne.MenuItem {
	item := fyne.NewMenuItem(words, func() { p.watch(w, !on) })
	item.Checked = on
	return item
}

// telling reports whether notifications about rooms are switched on.
func (p *Page) telling() bool { return p.config.Telling == nil || p.config.Telling() }
