package meetings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"foyer/services/meeting"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// open puts a sheet over the window.
func (p *Page) open(s *widget.Sheet, focus fyne.Focusable) {
	if c := p.canvas(); c != nil {
		s.Open(c, focus)
	}
}

// ask asks before something that cannot be taken back. What is asked for is not the button in focus.
func (p *Page) ask(title, question, yes string, do func()) {
	var sheet *widget.Sheet
	sheet = widget.NewSheet(title, p.config.Say.T("widget.cancel"), yes, func() {
		sheet.Close()
		do()
	}, widget.Part{Object: widget.NewProse(question, style.Body, style.Ink)})
	p.open(sheet, nil)
}

// labelled is a field below its name.
func labelled(name string, o fyne.CanvasObject) []widget.Part {
	return []widget.Part{{Above: style.FieldGap, Object: widget.NewText(name, style.Caption, style.Ink2)}, {Above: style.Unit, Object: o}}
}

// endMeeting ends the meeting for everybody, which asks first.
func (p *Page) endMeeting() {
	say, a := p.config.Say, p.model.asked
	p.ask(say.T("meetings.end"), say.T("meetings.end-sure"), say.T("meetings.end-yes"), func() {
		p.sends.Add(func(ctx context.Context) func() {
			err := p.host().End(ctx, a)
			return func() {
				if err != nil {
					p.failed("meetings.end-failed", err)
				}
				p.lookUp()
			}
		})
	})
}

// openLink opens the meeting's page in the browser.
func (p *Page) openLink() {
	url := p.model.meeting.JoinURL
	p.stores.Add(func(ctx context.Context) func() {
		if err := p.config.Desk.OpenPage(ctx, url); err != nil {
			return func() { p.failed("meetings.open-failed", err) }
		}
		return nil
	})
}

// openNumber asks for one number to be called with the meeting's password, which works where no control
// token can be had.
func (p *Page) openNumber() {
	say := p.config.Say
	number := widget.NewEntry("phone", say.T("meetings.number-hint"))
	password := widget.NewSecretEntry("key", "")
	a := p.typedAccess()
	password.SetText(a.Password)
	note := widget.NewProse(say.T("meetings.number-note"), style.Caption, style.Ink2)
	trouble := widget.NewProse("", style.Body, style.InUse)
	trouble.Hide()
	var sheet *widget.Sheet
	done := func(err error) {
		if err == nil {
			sheet.Close()
			p.toast.Say(widget.Fine, say.T("meetings.number-called", "Number", widget.Strong(number.Text())), "", nil)
			return
		}
		able(sheet.OK(), true)
		trouble.SetText(p.why(err))
		trouble.Show()
		sheet.Refresh()
	}
	sheet = widget.NewSheet(strings.TrimSuffix(say.T("meetings.call-number"), "…"), say.T("widget.cancel"), say.T("meetings.call"), func() {
		with := meeting.Access{ID: a.ID, Password: strings.TrimSpace(password.Text())}
		to := strings.TrimSpace(number.Text())
		number.SetInvalid(to == "")
		password.SetInvalid(with.Password == "")
		if to == "" || with.Password == "" || !goodID(with.ID) || sheet.OK().Disabled() {
			return
		}
		able(sheet.OK(), false)
		p.sends.Add(func(ctx context.Context) func() {
			err := p.host().InviteNumber(ctx, with, to)
			return func() { done(err) }
		})
	})
	sheet.Add(widget.Part{Object: note})
	sheet.Add(labelled(say.T("meetings.number"), sheet.Field(number))...)
	sheet.Add(labelled(say.T("meetings.meeting-password"), sheet.Field(password))...)
	if !goodID(a.ID) {
		trouble.SetText(say.T("meetings.number-id"))
		trouble.Show()
		able(sheet.OK(), false)
	}
	sheet.Add(widget.Part{Above: style.FieldGap, Object: trouble})
	p.open(sheet, number.Input())
}

// openPreview shows the request that would be sent, with its secrets masked.
func (p *Page) openPreview() {
	p.table.Commit()
	rows, _ := p.model.ready()
	if chunk := p.chunk(); len(rows) > chunk {
		rows = rows[:chunk]
	}
	a, all := p.typedAccess(), p.counted.ready
	p.tasks.Latest("preview", func(ctx context.Context) func() {
		r, err := p.host().Preview(ctx, a, rows)
		return func() {
			if err != nil {
				p.failed("meetings.preview-failed", err)
				return
			}
			p.showPreview(r, len(rows), all)
		}
	})
}

// chunk is how many people go into one request.
func (p *Page) chunk() int {
	chunk := p.config.Preferences.Chunk()
	if chunk <= 0 {
		chunk = meeting.DefaultChunk
	}
	return min(chunk, meeting.MaxInvite)
}

// previewMost is how much of a request is shown, in lines; the rest is copied with it.
const previewMost = 400

func (p *Page) showPreview(r meeting.Request, first, all int) {
	say := p.config.Say
	var head strings.Builder
	head.WriteString(r.Method + " " + r.URL + "\n")
	for _, h := range r.Header {
		head.WriteString(h[0] + ": " + h[1] + "\n")
	}
	whole := head.String() + "\n" + r.Body
	shown := strings.Split(whole, "\n")
	cut := len(shown) > previewMost
	if cut {
		shown = append(shown[:previewMost], "…")
	}
	var sheet *widget.Sheet
	sheet = widget.NewSheet(say.T("meetings.preview-title"), say.T("meetings.close"), say.T("meetings.copy-curl"), func() {
		sheet.Close()
		p.copyText(r.Curl, "meetings.curl-copied")
	})
	sheet.Wide = true
	words := say.T("meetings.preview-note")
	if all > first {
		words = say.N("meetings.preview-first", first, "All", all) + " " + words
	}
	sheet.Add(widget.Part{Object: widget.NewProse(words, style.Caption, style.Ink2)},
		widget.Part{Above: style.FieldGap, Object: newListing(shown)},
		widget.Part{Above: style.FieldGap, Left: true, Object: p.link(say.T("meetings.copy-request"), func() {
			sheet.Close()
			p.copyText(whole, "meetings.request-copied")
		})})
	p.open(sheet, nil)
}
