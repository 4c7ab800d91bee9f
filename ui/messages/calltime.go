package messages

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// quickChoices are times that are one tap away, in the words that the field understands.
var quickChoices = []struct{ word, typed string }{
	{"messages.call-hour", "in 1 hour"},
	{"messages.call-today", "today 18:00"},
	{"messages.call-tomorrow", "tomorrow 18:00"},
}

func (t *callTab) buildTime(in func() *pane) {
	p := t.page
	say := p.config.Say
	for _, c := range quickChoices {
		chip := widget.NewChip(say.T(c.word), "", func() { t.set(c.typed) })
		t.choices = append(t.choices, chip)
	}
	t.words = widget.NewEntry("clock", say.T("messages.call-words"))
	t.date = widget.NewEntry("", say.T("messages.call-date"))
	t.clock = widget.NewEntry("", say.T("messages.call-clock"))
	t.date.SetAction(widget.NewIconButton("calendar", say.T("messages.call-pick"), t.pick))
	t.words.OnChanged = func(string) {
		if !t.filling {
			t.understand()
			p.show()
		}
	}
	for _, e := range []*widget.Entry{t.date, t.clock} {
		e.OnChanged = func(string) {
			if !t.filling {
				t.compose()
			}
		}
	}
	for _, e := range []*widget.Entry{t.words, t.date, t.clock} {
		e.OnSubmitted = func(string) { t.primary() }
		e.OnFocus = func(on bool) {
			if on {
				in().reveal(e)
			}
		}
	}
}

// set types words into the field.
func (t *callTab) set(words string) {
	t.words.SetText(words)
	t.page.focus(t.words.Input())
	t.words.CursorToEnd()
}

// understand reads the words and says what they mean.
func (t *callTab) understand() {
	now := t.page.config.Now()
	typed := strings.TrimSpace(t.words.Text())
	for i, c := range quickChoices {
		t.choices[i].Set("", strings.EqualFold(typed, c.typed))
	}
	t.expires = time.Time{}
	tone, sentence := widget.Notice, t.page.config.Say.T("messages.call-example")
	var err error
	if typed != "" {
		t.expires, err = message.ParseExpiry(typed, now)
		switch {
		case err != nil:
			t.expires = time.Time{}
			tone, sentence = widget.Trouble, t.page.config.Say.Reason(err)
		default:
			tone, sentence = widget.Fine, t.until(t.expires, now)
		}
	}
	t.words.SetInvalid(err != nil)
	t.said = sentence
	t.echo.Set(widget.Part{Object: newNote(nil, tone, sentence, "", nil)})
	if err == nil && !t.expires.IsZero() {
		t.fill()
	}
}

// fill shows the time that was understood as date and time.
func (t *callTab) fill() {
	t.filling = true
	at := t.expires.In(t.page.config.Now().Location())
	if d := at.Format(time.DateOnly); t.date.Text() != d && !t.date.Focused() {
		t.date.SetText(d)
	}
	if c := at.Format("15:04"); t.clock.Text() != c && !t.clock.Focused() {
		t.clock.SetText(c)
	}
	t.filling = false
}

// compose writes what date and time say as words.
func (t *callTab) compose() {
	date, clock := strings.TrimSpace(t.date.Text()), strings.TrimSpace(t.clock.Text())
	if date == "" {
		date = t.page.config.Now().Format(time.DateOnly)
	}
	if clock == "" {
		clock = "18:00"
	}
	t.filling = true
	t.words.SetText(date + " " + clock)
	t.filling = false
	t.understand()
	t.page.show()
}

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
		return say.T("when.today", "Time", at.Format("15:04"))
	}
	return say.T("messages.day-at", "Weekday", say.Weekday(at), "Day", say.Recent(at, now), "Time", at.Format("15:04"))
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
