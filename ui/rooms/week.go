package rooms

import (
	"context"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/room"
	"foyer/ui/widget"
)

// week is the strip of the shown week, with how full its days are as far as that is known.
type week struct {
	page  *Page
	strip *widget.WeekStrip
	dates [7]room.Date
	uses  map[room.Date]dayUse
	again bool // something was read: what the week lacks may be there now
}

// dayUse is how full a day is, and when that was read.
type dayUse struct {
	room.DayUse
	read time.Time
}

// How old what is known of a day may be: beyond oldUse it is read again, beyond greyUse its bar has no
// colour.
const (
	oldUse  = 10 * time.Minute
	greyUse = time.Hour
)

func newWeek(p *Page) *week {
	w := &week{page: p, strip: widget.NewWeekStrip(), uses: map[room.Date]dayUse{}}
	w.strip.Hidden = true
	w.strip.OnActivated = func(day int) { p.goTo(w.dates[day]) }
	w.strip.OnWeek = func(by int) { p.goTo(p.model.date.AddDays(7 * by)) }
	w.strip.OnKey = func(k *fyne.KeyEvent) bool { return p.key(k) }
	return w
}

// show draws the week of the shown day.
func (w *week) show() {
	p := w.page
	today := room.DateOf(p.now())
	w.dates = p.model.date.Week(p.config.Say.FirstWeekday())
	days := make([]widget.WeekDay, len(w.dates))
	for i, d := range w.dates {
		weekday := d.Weekday()
		days[i] = widget.WeekDay{Name: p.shortDay(weekday), Word: strconv.Itoa(d.Day), Tip: p.panelDate(d), Today: d == today, Shown: d == p.model.date,
			Rest: weekday == time.Saturday || weekday == time.Sunday, Over: d.Compare(today) < 0}
		w.fill(&days[i], d)
	}
	w.strip.Set(days)
}

// fill says how full a day is, in the rooms that the filter chooses.
func (w *week) fill(day *widget.WeekDay, d room.Date) {
	p := w.page
	known, ok := w.uses[d]
	use := known.In(p.model.filter)
	if !ok || !use.Known || day.Rest && use.Bookings == 0 {
		return
	}
	say := p.config.Say
	day.Known, day.Percent = true, use.Percent()
	words := say.T("rooms.day-use", "Percent", day.Percent, "Bookings", say.N("rooms.bookings", use.Bookings))
	if p.now().Sub(known.read) > greyUse {
		day.Over = true
		words = say.T("rooms.place", "Room", words, "When", say.T("rooms.as-of", "When", p.moment(known.read)))
	}
	day.Tip = say.T("rooms.day-tip", "Day", day.Tip, "Use", words)
}

// lacks reports whether what is known of a day of the week is to be read.
func (w *week) lacks() bool {
	now := w.page.now()
	for _, d := range w.dates {
		if u, ok := w.uses[d]; !ok || now.Sub(u.read) > oldUse {
			return true
		}
	}
	return false
}

// load reads how full the days of the week are, off the UI goroutine, if the strip is in sight. What
// cannot be read leaves days without a bar.
func (w *week) load() {
	p := w.page
	if !w.again || !w.strip.Visible() || !p.model.read || !w.lacks() {
		return
	}
	w.again = false
	dates, zone, board := w.dates, p.config.zone(), p.config.Board
	uses := map[room.Date]dayUse{}
	for _, d := range dates {
		if u, ok := w.uses[d]; ok {
			uses[d] = u
		}
	}
	p.tasks.Latest("week", func(ctx context.Context) func() {
		for i, d := range dates {
			if i > 0 && room.MonthOf(d) == room.MonthOf(dates[i-1]) {
				continue
			}
			if err := weekUses(ctx, board, room.MonthOf(d), dates, zone, uses); err != nil {
				p.config.Log.Info("rooms page", "what", "reading how full the week is", "err", err)
			}
		}
		return func() {
			w.uses = uses
			if dates == w.dates {
				w.show()
			}
		}
	})
}

// weekUses adds how full those of the days are that a month holds.
func weekUses(ctx context.Context, board Board, m room.Month, dates [7]room.Date, zone *time.Location, uses map[room.Date]dayUse) error {
	month, err := board.Month(ctx, m)
	if err != nil || month.At.IsZero() || month.Month != m {
		return err
	}
	for _, u := range room.Usage(month.Plan, zone, room.DefaultHours) {
		for _, d := range dates {
			if u.Date == d {
				uses[d] = dayUse{u, month.At}
			}
		}
	}
	return nil
}
