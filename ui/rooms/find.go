package rooms

import (
	"context"
	"strconv"
	"strings"
	"time"

	"foyer/services/fault"
	"foyer/services/room"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// finder asks when, how long, for how many people and with which words a room is wanted, and answers as
// soon as it can.
type finder struct {
	page                *Page
	sheet               *widget.Sheet
	when, people, words *widget.Entry
	wrong               *widget.Prose
	answers             *widget.Column
	query               room.Query
	found               []room.Answer
}

// answersMost is how many rooms are answered with.
const answersMost = 30

// find opens the sheet that finds a room.
func (p *Page) find() {
	c, say := p.canvas(), p.config.Say
	if c == nil || !p.model.read {
		return
	}
	f := &finder{page: p, answers: widget.NewColumn(0), wrong: widget.NewProse("", style.Caption, style.InUse)}
	f.sheet = widget.NewSheet(say.T("rooms.find-title"), say.T("rooms.close"), say.T("rooms.find-show"), f.showFirst)
	f.when = f.field("clock", say.T("rooms.find-when-hint"))
	f.people = f.field("people", say.T("rooms.find-people-hint"))
	f.words = f.field("search", say.T("rooms.find-words-hint"))
	f.when.SetText(say.T("rooms.find-when"))
	label := func(key string) widget.Part {
		return widget.Part{Above: style.FieldGap, Object: widget.NewText(say.T(key), style.Caption, style.Ink2)}
	}
	f.sheet.Add(label("rooms.find-when-label"), widget.Part{Above: style.Unit, Object: f.when}, widget.Part{Above: style.Unit, Object: f.wrong},
		label("rooms.find-people-label"), widget.Part{Above: style.Unit, Object: f.people},
		label("rooms.find-words-label"), widget.Part{Above: style.Unit, Object: f.words},
		widget.Part{Above: style.GroupGap, Object: f.answers})
	p.sheet = f.sheet
	f.ask()
	f.sheet.Open(c, f.when.Input())
	f.when.SelectAll()
}

func (f *finder) field(icon, hint string) *widget.Entry {
	e := f.sheet.Field(widget.NewEntry(icon, hint))
	e.OnChanged = func(string) { f.ask() }
	return e
}

// ask reads the fields and looks for rooms.
func (f *finder) ask() {
	p := f.page
	from, to, err := room.ParseWhen(p.config.Say.InDay(f.when.Text()), p.now())
	people, bad := 0, false
	if words := strings.TrimSpace(f.people.Text()); words != "" {
		n, err := strconv.Atoi(words)
		people, bad = n, err != nil || n < 0
	}
	f.when.SetInvalid(err != nil && f.when.Text() != "")
	f.people.SetInvalid(bad)
	f.wrong.Hidden = err == nil
	if err != nil || bad {
		f.wrong.SetText(p.config.Say.Reason(err))
		f.wrong.Hidden = err == nil
		f.show(nil)
		return
	}
	f.query = room.Query{From: from, To: to, People: people, Words: f.words.Text()}
	f.search()
}

// search reads the days that the wish touches, and the one after them.
func (f *finder) search() {
	p, q := f.page, f.query
	zone := p.config.zone()
	first, last := room.DateOf(q.From.In(zone)), room.DateOf(q.To.Add(-time.Nanosecond).In(zone))
	p.tasks.Latest("find", func(ctx context.Context) func() {
		var days []room.Snapshot
		for d := first; d.Compare(last) <= 0 && len(days) < 8; d = d.AddDays(1) {
			s, err := p.config.Board.Day(ctx, d)
			if err != nil {
				return func() {
					if fault.KindOf(err) != fault.Cancelled {
						f.say(p.config.Say.T("rooms.load-failed", "Why", p.config.Say.Reason(err)))
					}
				}
			}
			s.Date = d
			days = append(days, s)
		}
		found := room.Find(q, zone, days...)
		return func() { f.show(found) }
	})
}

func (f *finder) say(sentence string) {
	f.answers.Set(widget.Part{Object: widget.NewProse(sentence, style.Body, style.Ink2)})
	f.sheet.Refresh()
}

// show lists the answers: the free rooms first, then why the others cannot be had.
func (f *finder) show(found []room.Answer) {
	p, say := f.page, f.page.config.Say
	f.found = found
	f.sheet.OK().Disable()
	var parts []widget.Part
	free := 0
	for i, a := range found {
		if a.Free {
			free++
		}
		if i == free && (i > 0 || !a.Free) && i < len(found) && !a.Free {
			parts = append(parts, widget.Part{Above: style.FieldGap, Object: widget.NewText(say.T("rooms.find-others"), style.Caption, style.Ink3)})
		}
		if i == answersMost {
			parts = append(parts, widget.Part{Above: style.IconGap, Object: widget.NewText(say.N("rooms.more-rooms", len(found)-i), style.Caption, style.Ink2)})
			break
		}
		parts = append(parts, f.answer(a))
	}
	if free > 0 {
		f.sheet.OK().Enable()
	}
	if len(found) == 0 {
		parts = append(parts, widget.Part{Object: widget.NewProse(say.T("rooms.find-nothing"), style.Body, style.Ink2)})
	} else {
		head := widget.NewProse(widget.Strong(say.N("rooms.find-free", free, "From", p.moment(f.query.From), "To", p.moment(f.query.To))), style.Body, style.Ink)
		parts = append([]widget.Part{{Object: head}}, parts...)
	}
	f.answers.Set(parts...)
	f.sheet.Refresh()
}

// answer is a room with its shape, its name, and until when it is free or why it is not.
func (f *finder) answer(a room.Answer) widget.Part {
	state := widget.RoomFree
	switch {
	case !a.Free && a.Why == room.NotKnown:
		state = widget.RoomUnknown
	case !a.Free:
		state = widget.RoomInUse
	}
	name := widget.NewButton(widget.Linked, "", a.Room.Name, func() { f.open(a) })
	words := widget.NewProse(f.page.why(a), style.Caption, state.Color())
	seats := widget.NewText("", style.Caption, style.Ink2)
	if a.Room.Capacity > 0 {
		seats.SetText(f.page.config.Say.N("rooms.seats-count", a.Room.Capacity))
	}
	return widget.Part{Above: style.IconGap, Object: widget.NewLine(style.IconGap, 2, widget.NewMark(state), name, words, seats)}
}

// why says until when a room is free, or why it is not and when it will be.
func (p *Page) why(a room.Answer) string {
	say := p.config.Say
	switch {
	case a.Free && a.Until.IsZero():
		return say.T("rooms.find-free-open")
	case a.Free:
		return say.T("rooms.free-until", "Time", p.moment(a.Until))
	case a.Why == room.TooSmall:
		return say.T("rooms.find-too-small")
	case a.Why == room.NotKnown:
		return say.T("rooms.not-known")
	}
	words := say.T("rooms.find-taken")
	switch {
	case a.InTheWay == nil:
	case a.InTheWay.AllDay:
		words = say.T("rooms.title-all-day", "Title", p.title(a.InTheWay))
	default:
		words = say.T("rooms.find-taken-by", "Title", p.title(a.InTheWay), "From", p.clock(a.InTheWay.Start), "To", p.clock(a.InTheWay.End))
	}
	if !a.NextFree.IsZero() {
		words = say.T("rooms.find-next", "Why", words, "Time", p.moment(a.NextFree))
	}
	return words
}

// showFirst shows the best answer on the board.
func (f *finder) showFirst() {
	if len(f.found) > 0 && f.found[0].Free {
		f.open(f.found[0])
	}
}

// open shows a room on the day of the wish.
func (f *finder) open(a room.Answer) {
	p := f.page
	f.sheet.Close()
	p.goTo(room.DateOf(f.query.From.In(p.config.zone())))
	p.ShowRoom(a.Room.ID)
	p.table.ScrollTo(max(since(p.model.board, f.query.From)-time.Hour, 0))
	p.focus(p.table)
}
