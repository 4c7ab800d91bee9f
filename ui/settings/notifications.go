package settings

import (
	"context"
	"strconv"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// notifications is the section about what Foyer tells of.
type notifications struct {
	page   *Page
	column *widget.Column
	checks []told
	here   *fact // whether this desktop shows any
}

// told is one thing that Foyer tells of, or not.
type told struct {
	key   string
	check *widget.Check
	of    func(Values) bool
}

func newNotifications(p *Page) *notifications {
	say := p.config.Say
	n := &notifications{page: p, here: newFact()}
	n.add(KeyCopied, say.T("settings.notify-copied"), func(v Values) bool { return v.LinkCopied })
	n.add(KeyFound, say.T("preferences.notify-found"), func(v Values) bool { return v.Found })
	if p.config.Services != nil {
		n.add(KeyFailed, say.T("services.notify-failed"), func(v Values) bool { return v.MessageFailed })
		n.add(KeyRoomsTell, say.T("room-settings.tell"), func(v Values) bool { return v.Rooms.Tell })
	}
	parts := []widget.Part{{Object: newCardHead("bell", say.T("preferences.tell"), say.T("services.notify-about"))}}
	for i, t := range n.checks {
		above := style.FieldGap
		if i == 0 {
			above = style.GroupGap
		}
		parts = append(parts, widget.Part{Above: above, Object: t.check, Left: true})
	}
	parts = append(parts, widget.Part{Above: style.GroupGap, Object: n.here.line})
	n.column = widget.NewColumn(0, widget.Part{Object: newCard(style.PageMargin, parts...)})
	return n
}

func (n *notifications) add(key, words string, of func(Values) bool) {
	check := widget.NewCheck(words, func(on bool) { n.page.set(key, strconv.FormatBool(on)) })
	n.page.watch(check)
	n.checks = append(n.checks, told{key: key, check: check, of: of})
}

// show draws the settings.
func (n *notifications) show(v Values) {
	for _, t := range n.checks {
		t.check.SetOn(t.of(v))
	}
}

// look asks the desktop what it does with notifications. That takes programs, so it is asked once in a look.
func (n *notifications) look(arrived bool) {
	around := n.page.config.Surroundings
	if around == nil || !arrived {
		return
	}
	n.page.tasks.Latest("notifications", func(ctx context.Context) func() {
		state := around.Notifications(ctx)
		return func() { n.showHere(state) }
	})
}

// showHere says whether this desktop shows notifications.
func (n *notifications) showHere(state Notifications) {
	say := n.page.config.Say
	switch {
	case state.Unknown:
		n.here.say(widget.Notice, say.T("preferences.notices-unknown"))
	case !state.Shown:
		n.here.say(widget.Caution, say.T("preferences.notices-missing", "Advice", n.page.advice(state.Advice)))
	case state.Advice != "":
		n.here.say(widget.Caution, say.T("preferences.notices-plain", "Advice", n.page.advice(state.Advice)))
	default:
		n.here.say(widget.Fine, say.T("preferences.notices-shown"))
	}
	n.page.remeasure()
}

// advice is the sentence for a code of the desktop's, "" without one.
func (p *Page) advice(code string) string {
	if key := "advice." + code; code != "" && p.config.Say.Has(key) {
		return p.config.Say.T(key)
	}
	return ""
}
