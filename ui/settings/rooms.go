package settings

import (
	"slices"
	"strconv"
	"time"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// rooms is the section about how meeting rooms are read and shown.
type rooms struct {
	page    *Page
	column  *widget.Column
	polling *widget.Check
	off     *widget.Prose  // what there is not without polling
	every   *widget.Column // holds the choice
	poll    *widget.Segments
	polls   []time.Duration
	zone    *zoneField
	private *widget.Check
	tell    *widget.Check
}

func newRooms(p *Page) *rooms {
	say := p.config.Say
	r := &rooms{page: p, off: widget.NewProse(say.T("room-settings.polling-off"), style.Caption, style.Ink2), every: widget.NewColumn(0), zone: newZoneField(p)}
	r.polling = widget.NewCheck(say.T("room-settings.polling"), func(on bool) {
		r.showPolling(on)
		p.set(KeyRoomsPolling, strconv.FormatBool(on))
	})
	r.private = widget.NewCheck(say.T("room-settings.hide-private"), func(on bool) { p.set(KeyRoomsPrivate, strconv.FormatBool(on)) })
	r.tell = widget.NewCheck(say.T("room-settings.tell"), func(on bool) { p.set(KeyRoomsTell, strconv.FormatBool(on)) })
	p.watch(r.polling, r.private, r.tell)
	r.offerPolls(time.Minute)
	r.column = widget.NewColumn(0,
		widget.Part{Object: newCard(style.PageMargin,
			widget.Part{Object: newCardHead("refresh", say.T("room-settings.reading"), say.T("room-settings.reading-about"))},
			widget.Part{Above: style.GroupGap, Object: r.polling, Left: true},
			widget.Part{Above: style.IconGap, Object: r.off},
			widget.Part{Above: style.FieldGap, Object: r.every})},
		widget.Part{Above: style.FieldGap, Object: newCard(style.PageMargin,
			widget.Part{Object: newCardHead("clock", say.T("room-settings.zone"), say.T("room-settings.zone-about"))},
			widget.Part{Above: style.GroupGap, Object: r.zone.column})},
		widget.Part{Above: style.FieldGap, Object: newCard(style.PageMargin,
			widget.Part{Object: newCardHead("rooms", say.T("room-settings.showing"), say.T("room-settings.showing-about"))},
			widget.Part{Above: style.GroupGap, Object: r.private, Left: true},
			widget.Part{Above: style.FieldGap, Object: r.tell, Left: true})})
	return r
}

// show draws the settings. What is being typed stays.
func (r *rooms) show(v RoomValues) {
	r.polling.SetOn(v.Polling)
	r.offerPolls(v.Poll)
	r.poll.Select(slices.Index(r.polls, v.Poll))
	r.zone.take(v.Zone)
	r.private.SetOn(v.HidePrivate)
	r.tell.SetOn(v.Tell)
	r.showPolling(v.Polling)
}

// showPolling offers how often, or says what there is not without it.
func (r *rooms) showPolling(on bool) {
	r.off.Hidden, r.every.Hidden = on, !on
	r.page.remeasure()
}

// offerPolls offers the usual intervals and the one in use, which may be any.
func (r *rooms) offerPolls(now time.Duration) {
	polls := []time.Duration{15 * time.Second, 30 * time.Second, time.Minute, 2 * time.Minute, 5 * time.Minute, 15 * time.Minute}
	if !slices.Contains(polls, now) {
		polls = append(polls, now)
		slices.Sort(polls)
	}
	if slices.Equal(polls, r.polls) {
		return
	}
	r.polls = polls
	words := make([]string, len(polls))
	for i, d := range polls {
		words[i] = r.page.interval(d)
	}
	r.poll = widget.NewSegments(words, func(i int) {
		r.page.set(KeyRoomsPoll, strconv.Itoa(int(r.polls[i]/time.Second)))
	})
	r.page.watch(r.poll)
	r.every.Set(widget.Part{Object: caption(r.page.config.Say.T("room-settings.every"))}, widget.Part{Above: style.Unit, Object: r.poll, Left: true})
}

// interval is a length of time in whole minutes, or else in seconds.
func (p *Page) interval(d time.Duration) string {
	if d%time.Minute == 0 {
		return p.config.Say.T("room-settings.minutes", "Minutes", int(d/time.Minute))
	}
	return p.config.Say.T("room-settings.seconds", "Seconds", int(d/time.Second))
}
