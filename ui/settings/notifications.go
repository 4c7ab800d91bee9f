package settings

import (
	"strconv"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// notifications is the section about what Foyer tells of.
type notifications struct {
	column *widget.Column
	checks []told
}

// told is one thing that Foyer tells of, or not.
type told struct {
	key   string
	check *widget.Check
	of    func(Values) bool
}

func newNotifications(p *Page) *notifications {
	say := p.config.Say
	n := &notifications{}
	n.add(p, KeyCopied, say.T("settings.notify-copied"), func(v Values) bool { return v.LinkCopied })
	if p.config.Services != nil {
		n.add(p, KeyFailed, say.T("services.notify-failed"), func(v Values) bool { return v.MessageFailed })
	}
	parts := []widget.Part{{Object: newCardHead("bell", say.T("preferences.tell"), say.T("services.notify-about"))}}
	for i, t := range n.checks {
		above := style.FieldGap
		if i == 0 {
			above = style.GroupGap
		}
		parts = append(parts, widget.Part{Above: above, Object: t.check, Left: true})
	}
	n.column = widget.NewColumn(0, widget.Part{Object: newCard(style.PageMargin, parts...)})
	return n
}

func (n *notifications) add(p *Page, key, words string, of func(Values) bool) {
	check := widget.NewCheck(words, func(on bool) { p.set(key, strconv.FormatBool(on)) })
	p.watch(check)
	n.checks = append(n.checks, told{key: key, check: check, of: of})
}

// show draws the settings.
func (n *notifications) show(v Values) {
	for _, t := range n.checks {
		t.check.SetOn(t.of(v))
	}
}
