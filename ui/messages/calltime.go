package messages

import (
	"strings"
	"time"

	"foyer/services/message"
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
		t.expires, err = message.ParseExpiry(t.page.config.Say.InDay(typed), now)
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
	if c := t.page.config.Say.Clock(at); t.clock.Text() != c && !t.clock.Focused() {
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
