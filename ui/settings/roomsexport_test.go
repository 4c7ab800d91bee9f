package settings

import (
	"fyne.io/fyne/v2"

	"foyer/ui/widget"
)

// What the tests of the section about rooms look at and touch.

func (p *Page) PollingControl() fyne.Focusable { return p.rooms.polling }
func (p *Page) PollControl() fyne.Focusable    { return p.rooms.poll }
func (p *Page) ZoneControl() fyne.Focusable    { return p.rooms.zone.entry.Input() }
func (p *Page) PrivateControl() fyne.Focusable { return p.rooms.private }
func (p *Page) TellControl() fyne.Focusable    { return p.rooms.tell }

// Rooms is what the controls say.
func (p *Page) Rooms() RoomValues {
	r := p.rooms
	return RoomValues{Polling: r.polling.On(), Poll: r.polls[r.poll.Selected()], Zone: r.zone.entry.Text(), HidePrivate: r.private.On(), Tell: r.tell.On()}
}

// PollOffered reports whether it can be chosen how often rooms are read.
func (p *Page) PollOffered() bool { return !p.rooms.every.Hidden && p.rooms.off.Hidden }

// ZoneWords is what stands below the zone, "" for nothing.
func (p *Page) ZoneWords() string {
	if p.rooms.zone.words.Hidden {
		return ""
	}
	return widget.Plain(p.rooms.zone.words.Words())
}

// TypeZone replaces the zone as somebody types it.
func (p *Page) TypeZone(s string) { p.rooms.zone.entry.SetText(s) }
