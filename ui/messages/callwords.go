package messages

import (
	"time"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/ui/style"
)

// until says when something ends, and how long that is from now.
func (t *callTab) until(at, now time.Time) string {
	say := t.page.config.Say
	return say.T("messages.call-until-when", "When", t.page.future(at, now), "In", t.page.within(at.Sub(now)))
}

// future is a time to come within a sentence.
func (p *Page) future(at, now time.Time) string {
	say := p.config.Say
	at = at.In(now.Location())
	if at.Year() == now.Year() && at.YearDay() == now.YearDay() {
		return say.T("when.today", "Time", say.Clock(at))
	}
	return say.T("messages.day-at", "Weekday", say.Weekday(at), "Day", say.Recent(at, now), "Time", say.Clock(at))
}

// within says how long something is from now.
func (p *Page) within(d time.Duration) string {
	say := p.config.Say
	switch d = d.Round(time.Minute); {
	case d < time.Hour:
		return say.N("messages.in-minutes", max(int(d/time.Minute), 1))
	case d < 48*time.Hour && d%time.Hour == 0:
		return say.N("messages.in-hours", int(d/time.Hour))
	case d < 24*time.Hour:
		return say.T("messages.in-hours-minutes", "Hours", int(d/time.Hour), "Minutes", int(d%time.Hour/time.Minute))
	case d < 48*time.Hour:
		return say.N("messages.in-hours", int(d.Round(time.Hour)/time.Hour))
	}
	return say.N("messages.in-days", int(d.Round(24*time.Hour)/(24*time.Hour)))
}

// pick opens a calendar below the date.
func (t *callTab) pick() {
	c := t.page.canvas()
	if c == nil {
		return
	}
	now := t.page.config.Now()
	chosen := t.expires
	if chosen.IsZero() {
		chosen = now
	}
	var popup *fynewidget.PopUp
	m := newMonth(t.page.config.Say, now, chosen, func(day time.Time) {
		popup.Hide()
		t.date.SetText(day.Format(time.DateOnly))
		t.page.focus(t.clock.Input())
	}, func() {
		popup.Hide()
		t.page.focus(t.date.Input())
	})
	popup = fynewidget.NewPopUp(m, c)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.date)
	need := popup.MinSize()
	y := at.Y + t.date.Size().Height + style.Unit
	if y+need.Height > c.Size().Height {
		y = max(at.Y-need.Height-style.Unit, 0)
	}
	popup.ShowAtPosition(fyne.NewPos(min(at.X, max(c.Size().Width-need.Width, 0)), y))
	c.Focus(m)
}
