package meetings

import (
	"context"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"foyer/services/meeting"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// The service's limits of a meeting, and its usual length.
const (
	subjectMost = 128
	lengthLeast = 15 * time.Minute
	lengthMost  = 24 * time.Hour
	lengthUsual = 30
)

// create is the sheet of a new meeting.
type create struct {
	page            *Page
	sheet           *widget.Sheet
	subject, length *widget.Entry
	day, at         *widget.Entry
	later           *widget.Check
	trouble         *widget.Prose
	when            []fyne.CanvasObject // is asked for later meetings only
}

// openCreate asks for a new meeting.
func (p *Page) openCreate() {
	say, now := p.config.Say, p.config.Now()
	c := &create{page: p, subject: widget.NewEntry("", say.T("meetings.subject-hint")), length: widget.NewEntry("clock", ""),
		day: widget.NewEntry("calendar", ""), at: widget.NewEntry("clock", ""), trouble: widget.NewProse("", style.Body, style.InUse)}
	c.later = widget.NewCheck(say.T("meetings.later"), func(bool) { c.show() })
	c.length.SetText(strconv.Itoa(lengthUsual))
	next := now.Truncate(time.Hour).Add(time.Hour)
	c.day.SetText(next.Format(time.DateOnly))
	c.at.SetText(say.Clock(next))
	c.sheet = widget.NewSheet(say.T("meetings.new-title"), say.T("widget.cancel"), say.T("meetings.create"), c.make)
	c.sheet.Add(labelled(say.T("meetings.subject"), c.sheet.Field(c.subject))...)
	c.sheet.Add(labelled(say.T("meetings.length"), c.sheet.Field(c.length))...)
	c.sheet.Add(widget.Part{Above: style.FieldGap, Object: c.sheet.Check(c.later)})
	for _, part := range append(labelled(say.T("meetings.day"), c.sheet.Field(c.day)), labelled(say.T("meetings.time"), c.sheet.Field(c.at))...) {
		c.when = append(c.when, part.Object)
		c.sheet.Add(part)
	}
	c.sheet.Add(widget.Part{Above: style.FieldGap, Object: c.trouble})
	c.trouble.Hide()
	c.show()
	p.open(c.sheet, c.subject.Input())
}

func (c *create) show() {
	for _, o := range c.when {
		if c.later.On() {
			o.Show()
		} else {
			o.Hide()
		}
	}
	c.sheet.Refresh()
}

// say shows what is wrong.
func (c *create) say(words string) {
	c.trouble.SetText(words)
	c.trouble.Hidden = words == ""
	c.sheet.Refresh()
}

// draft reads the sheet; a sentence says what cannot be used.
func (c *create) draft() (d meeting.Draft, wrong string) {
	say, now := c.page.config.Say, c.page.config.Now()
	d.Subject = strings.TrimSpace(c.subject.Text())
	minutes, err := strconv.Atoi(strings.TrimSpace(c.length.Text()))
	d.Length = time.Duration(minutes) * time.Minute
	switch {
	case d.Subject == "":
		return d, say.T("meetings.subject-needed")
	case utf8.RuneCountInString(d.Subject) > subjectMost:
		return d, say.T("meetings.subject-long", "Limit", subjectMost)
	case err != nil || d.Length < lengthLeast || d.Length > lengthMost:
		return d, say.T("meetings.length-wrong", "Least", int(lengthLeast/time.Minute), "Most", int(lengthMost/time.Minute))
	case !c.later.On():
		return d, ""
	}
	day, err := time.ParseInLocation(time.DateOnly, strings.TrimSpace(c.day.Text()), now.Location())
	hour, minute, ok := say.ReadClock(c.at.Text())
	if err != nil || !ok {
		return d, say.T("meetings.time-wrong")
	}
	d.Start = time.Date(day.Year(), day.Month(), day.Day(), hour, minute, 0, 0, now.Location())
	if d.Start.Before(now) {
		return d, say.T("meetings.time-past")
	}
	return d, ""
}

// make creates the meeting and takes it into the page. The sheet stays when it was refused.
func (c *create) make() {
	p := c.page
	d, wrong := c.draft()
	c.say(wrong)
	if wrong != "" || c.sheet.OK().Disabled() {
		return
	}
	able(c.sheet.OK(), false)
	p.sends.Add(func(ctx context.Context) func() {
		made, err := p.host().Create(ctx, d)
		return func() {
			if err != nil {
				able(c.sheet.OK(), true)
				c.say(p.why(err))
				p.config.Log.Warn("meetings page", "what", "creating a meeting", "err", err)
				return
			}
			c.sheet.Close()
			p.toast.Say(widget.Fine, p.config.Say.T("meetings.created", "Subject", widget.Strong(d.Subject)), "", nil)
			p.useMeeting(made, false)
		}
	})
}
