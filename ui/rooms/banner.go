package rooms

import (
	"fmt"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
	"foyer/services/room"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// notice is a banner whose buttons stay the same while only its words change, so that the focus stays
// on them.
type notice struct {
	*widget.Banner
	about string
	made  []*widget.Button
}

func newNotice() *notice {
	n := &notice{Banner: widget.NewBanner(widget.Notice, "").Bleed()}
	n.Hide()
	return n
}

// say shows a sentence, or nothing without one. What it is about decides whether the buttons are made
// anew.
func (n *notice) say(about string, tone widget.Tone, sentence string, actions func() []*widget.Button) {
	n.Hidden = sentence == ""
	if n.Hidden {
		n.about = ""
		return
	}
	if n.about != about {
		n.about, n.made = about, actions()
	}
	n.Set(tone, sentence, n.made...)
}

// showBanner says why what is shown is old, or why there is nothing.
func (p *Page) showBanner(working bool) {
	say := p.config.Say
	b := p.model.current()
	switch {
	case p.trouble != nil:
		p.banner.say("load", widget.Trouble, say.T("rooms.load-failed", "Why", say.Reason(p.trouble)), func() []*widget.Button {
			return []*widget.Button{widget.NewButton(widget.Linked, "", say.T("rooms.read-again"), p.Load)}
		})
	case !working || p.kiosk && p.model.view != viewNow:
		p.banner.say("", 0, "", nil)
	case b.Freshness == room.Stale, b.Freshness == room.Unread && b.Reading.Why != nil:
		tone, words := p.staleWords(b)
		p.banner.say(fmt.Sprint(b.Reading.Since, tone, b.Reading.Why != nil), tone, words, func() []*widget.Button { return p.staleActions(b.Reading.Why, tone) })
	default:
		p.banner.say("", 0, "", nil)
	}
}

// staleWords say as of when the board is, since when the server is away and why, and when it is tried
// again.
func (p *Page) staleWords(b *room.Board) (widget.Tone, string) {
	say, r := p.config.Say, b.Reading
	tone, words := p.staleSince(r)
	if !r.At.IsZero() {
		words = widget.Strong(say.T("rooms.stale-as-of", "When", p.moment(r.At))) + " " + words
	}
	if r.At.IsZero() && r.Why != nil {
		words += " " + say.Reason(r.Err())
	}
	if left := r.NextTry.Sub(p.now()); left > 0 {
		words += " " + say.T("rooms.stale-next", "In", p.seconds(left))
	}
	return tone, words
}

// staleSince says since when the server is away, and why.
func (p *Page) staleSince(r room.Reading) (widget.Tone, string) {
	say := p.config.Say
	switch {
	case r.Why == nil:
		return widget.Caution, say.T("rooms.stale-silent")
	case r.Why.Kind == fault.Refused:
		return widget.Trouble, say.T("rooms.stale-refused", "Since", p.moment(r.Since))
	case r.Why.Kind == fault.Unreachable:
		return widget.Caution, say.T("rooms.stale-unreachable", "Since", p.moment(r.Since))
	}
	return widget.Caution, say.T("rooms.stale-faulty", "Since", p.moment(r.Since))
}

func (p *Page) seconds(d time.Duration) string {
	if d < 90*time.Second {
		return p.config.Say.T("rooms.seconds", "Seconds", int((d+time.Second-1)/time.Second))
	}
	return p.in(d)
}

func (p *Page) staleActions(why *message.Failure, tone widget.Tone) (all []*widget.Button) {
	say := p.config.Say
	if why != nil {
		all = append(all, widget.NewButton(widget.Linked, "", say.T("rooms.server-said"), func() { p.serverSaid(why) }))
	}
	if tone == widget.Trouble && p.config.Connect != nil {
		all = append(all, widget.NewButton(widget.Linked, "", say.T("rooms.settings"), p.config.Connect))
	}
	return append(all, widget.NewButton(widget.Outlined, "refresh", say.T("rooms.try-now"), p.refreshNow))
}

// serverSaid shows why the last try brought nothing, with the server's own words.
func (p *Page) serverSaid(why *message.Failure) {
	c, say := p.canvas(), p.config.Say
	if c == nil {
		return
	}
	reason := p.config.Say.Reason(room.Reading{Why: why}.Err())
	var sheet *widget.Sheet
	sheet = widget.NewSheet(say.T("rooms.server-said"), say.T("rooms.copy"), say.T("rooms.close"), func() { sheet.Close() })
	sheet.Add(widget.Part{Object: widget.NewProse(reason, style.Body, style.Ink)})
	raw := why.Words
	if raw != "" {
		sheet.Add(widget.Part{Above: style.FieldGap, Object: widget.NewProse(raw, style.Body, style.Ink2)})
	}
	if why.Status > 0 {
		sheet.Add(widget.Part{Above: style.FieldGap, Object: widget.NewText(say.T("rooms.status", "Status", why.Status), style.Caption, style.Ink2)})
	}
	sheet.OnCancel(func() { p.copyText(reason + "\n" + raw) })
	sheet.Open(c, nil)
}
