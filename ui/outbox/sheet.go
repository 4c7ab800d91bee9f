package outbox

import (
	"slices"
	"strings"

	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// edit opens the sheet in which a message is changed that has not left.
func (p *Page) edit(i message.Item) {
	c := p.canvas()
	if c == nil || i.State != message.Queued && i.State != message.Failed {
		return
	}
	e := newEditSheet(p, i)
	if e.room != nil {
		e.sheet.Open(c, e.text.Input())
	} else {
		e.sheet.Open(c, e.people.Input())
	}
}

// editSheet holds the fields of a message while they are changed.
type editSheet struct {
	page     *Page
	item     message.Item
	sheet    *widget.Sheet
	room     *widget.Entry // nil for a direct message
	people   *widget.ChipsEntry
	list     []message.Recipient // in people: recipients, or who is mentioned
	text     *widget.Entry
	envelope *widget.Check
	problem  *widget.Prose
	built    bool
}

func newEditSheet(p *Page, i message.Item) *editSheet {
	say := p.config.Say
	e := &editSheet{page: p, item: i, problem: widget.NewProse("", style.Caption, style.InUse)}
	save := "outbox.save"
	if i.State == message.Failed {
		save = "outbox.save-retry"
	}
	e.sheet = widget.NewSheet(say.T("outbox.edit-title", "Name", p.to(i.Message)), say.T("widget.cancel"), say.T(save), e.save)
	label := func(key string, above float32) {
		e.sheet.Add(widget.Part{Above: above, Object: widget.NewText(say.T(key), style.Caption, style.Ink2)})
	}
	addresses, who, above := i.To, "outbox.field-to", float32(0)
	if !i.IsDirect() {
		label("outbox.field-room", 0)
		e.room = e.sheet.Field(widget.NewEntry("", ""))
		e.room.SetText(i.Room)
		e.room.OnChanged = func(string) { e.check() }
		e.sheet.Add(widget.Part{Above: 4, Object: e.room})
		addresses, who, above = i.Mentions, "outbox.field-mentions", style.FieldGap
	}
	for _, a := range addresses {
		e.list = append(e.list, message.Recipient{Address: a, Name: p.model.names[strings.ToLower(a)], Raw: a, Valid: true})
	}
	e.people = e.sheet.Chips(widget.NewChipsEntry(say.T("outbox.add-people"), say.T("outbox.remove")))
	e.people.OnText = e.read
	e.people.OnRemove = func(at int) {
		e.list = slices.Delete(e.list, at, at+1)
		e.check()
	}
	e.people.OnActivated = e.change
	e.people.OnResized(e.sheet.Refresh)
	label(who, above)
	e.sheet.Add(widget.Part{Above: 4, Object: e.people})
	e.text = e.sheet.Field(widget.NewArea("", "", 4, 10))
	e.text.SetText(i.Text)
	e.text.OnChanged = func(string) { e.check() }
	e.text.OnResized(e.sheet.Refresh)
	label("outbox.field-text", style.FieldGap)
	e.sheet.Add(widget.Part{Above: 4, Object: e.text})
	e.envelope = e.sheet.Check(widget.NewCheck(say.T("outbox.field-envelope"), nil))
	e.envelope.SetOn(i.Envelope)
	e.sheet.Add(widget.Part{Above: style.FieldGap, Object: e.envelope}, widget.Part{Above: 8, Object: e.problem})
	e.built = true
	e.check()
	return e
}

// read makes chips of what was typed or pasted.
func (e *editSheet) read(text string) {
	for _, r := range message.ReadRecipients(text) {
		if !slices.ContainsFunc(e.list, func(have message.Recipient) bool {
			return strings.EqualFold(have.Raw, r.Raw) || r.Valid && strings.EqualFold(have.Address, r.Address)
		}) {
			e.list = append(e.list, r)
		}
	}
	e.check()
}

// change puts somebody back into the field.
func (e *editSheet) change(at int) {
	r := e.list[at]
	e.list = slices.Delete(e.list, at, at+1)
	e.check()
	e.people.Choose(-1)
	e.people.SetText(r.Raw)
}

// message returns the message as the fields say.
func (e *editSheet) message() message.Message {
	m := e.item.Message
	var addresses []string
	for _, r := range e.list {
		if r.Valid {
			addresses = append(addresses, r.Address)
		} else {
			addresses = append(addresses, r.Raw)
		}
	}
	if e.room != nil {
		m.Room, m.Mentions = strings.TrimSpace(e.room.Text()), addresses
	} else {
		m.To = addresses
	}
	m.Text, m.Envelope = e.text.Text(), e.envelope.On()
	return m
}

// problems are what keeps the changed message from being sent.
func (e *editSheet) problems() []message.Problem {
	m := e.message()
	if e.room != nil && m.Room == "" {
		return []message.Problem{{Code: message.ProblemNoRoom}}
	}
	return m.Check()
}

// check draws the chips, and says what keeps the message from being sent.
func (e *editSheet) check() {
	if !e.built {
		return
	}
	chips := make([]widget.EntryChip, len(e.list))
	for i, r := range e.list {
		switch {
		case !r.Valid || slices.ContainsFunc(message.Message{To: []string{r.Address}, Text: "."}.Check(), func(message.Problem) bool { return true }):
			chips[i] = widget.EntryChip{Tone: widget.Trouble, Words: r.Raw}
		case r.Name != "":
			chips[i] = widget.EntryChip{Icon: "person", Tone: widget.Notice, Words: r.Name, Tip: r.Address}
		default:
			chips[i] = widget.EntryChip{Icon: "person", Tone: widget.Notice, Words: r.Address}
		}
	}
	e.people.SetChips(chips...)
	problems := e.problems()
	e.problem.SetText("")
	e.problem.Hidden = len(problems) == 0
	if len(problems) == 0 {
		e.sheet.OK().Enable()
	} else {
		e.problem.SetText(e.page.config.Say.T("problem."+problems[0].Code, "Subject", problems[0].Subject))
		e.sheet.OK().Disable()
	}
	e.sheet.Refresh()
}

func (e *editSheet) save() {
	e.people.Flush()
	if len(e.problems()) > 0 {
		return
	}
	e.sheet.Close()
	e.page.edited(e.item, e.message())
}
