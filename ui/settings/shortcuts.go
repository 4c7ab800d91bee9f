package settings

import (
	"slices"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/chord"
	"foyer/ui/style"
	"foyer/ui/widget"
	"foyer/ui/window"
)

// shortcuts is the section about the shortcut that works in the whole desktop, and the keys of the window.
type shortcuts struct {
	page    *Page
	column  *widget.Column
	field   *lineField
	clear   *widget.Button
	usual   *widget.Button
	here    *fact // what became of the shortcut
	clash   *fact // who else uses the keys
	command *widget.Text
	copy    *widget.Button
	bind    *widget.Line // what to bind where the desktop reserves nothing
}

// The keys that Webex itself takes for copying space info, and what pastes it from anywhere without a
// window.
const (
	webexKeys    = "Ctrl+Shift+K"
	pasteCommand = "foyer paste"
)

func newShortcuts(p *Page) *shortcuts {
	say := p.config.Say
	s := &shortcuts{page: p, here: newFact(), clash: newFact(), command: widget.NewBold(pasteCommand, style.Body)}
	s.field = newLineField(p, KeyShortcut, say.T("preferences.shortcut-keys"), say.T("preferences.shortcut-none"))
	s.field.catching()
	s.field.changed = s.showClash
	s.clear = widget.NewButton(widget.Outlined, "", say.T("preferences.shortcut-off"), func() { s.field.set("") })
	s.usual = widget.NewButton(widget.Outlined, "", say.T("preferences.shortcut-default", "Keys", DefaultShortcut), func() { s.field.set(DefaultShortcut) })
	s.copy = widget.NewIconButton("copy", say.T("preferences.shortcut-copy"), func() { p.copyPath(pasteCommand) })
	s.bind = widget.NewLine(style.IconGap, -1, s.command, s.copy)
	s.bind.Hide()
	p.watch(s.clear, s.usual, s.copy)
	s.column = widget.NewColumn(0,
		widget.Part{Object: newCard(style.PageMargin,
			widget.Part{Object: newCardHead("keyboard", say.T("preferences.shortcut"), say.T("preferences.shortcut-about"))},
			widget.Part{Above: style.GroupGap, Object: s.field.column},
			widget.Part{Above: style.Unit, Object: widget.NewProse(say.T("preferences.shortcut-how"), style.Caption, style.Ink2)},
			widget.Part{Above: style.FieldGap, Object: newFlow(s.usual, s.clear)},
			widget.Part{Above: style.FieldGap, Object: s.here.line},
			widget.Part{Above: style.Unit, Object: s.bind, Left: true},
			widget.Part{Above: style.FieldGap, Object: s.clash.line})},
		widget.Part{Above: style.FieldGap, Object: s.windowCard()})
	return s
}

// windowCard lists the keys that work on every page of the window.
func (s *shortcuts) windowCard() *card {
	p := s.page
	say := p.config.Say
	parts := []widget.Part{{Object: newCardHead("keyboard", say.T("preferences.keys"), say.T("preferences.keys-about"))}}
	for i, k := range window.Keys(say) {
		above := style.IconGap
		if i == 0 {
			above = style.GroupGap
		}
		parts = append(parts, widget.Part{Above: above, Object: widget.NewKeyRow(k.Keys, k.Does)})
	}
	return newCard(style.PageMargin, parts...)
}

// show draws the setting.
func (s *shortcuts) show(v Values) {
	s.field.take(v.Shortcut)
	s.usual.Hidden, s.clear.Hidden = v.Shortcut == DefaultShortcut, v.Shortcut == ""
	s.showClash()
}

// look asks the running Foyer what became of the shortcut.
func (s *shortcuts) look(bool) {
	set := s.page.values.Shortcut
	s.page.readHeld("shortcut", func(state *agent.ShortcutState, _ *agent.WatchingState, err error) { s.showHeld(set, state, err) })
}

// showHeld says what became of the shortcut of the settings.
func (s *shortcuts) showHeld(set string, state *agent.ShortcutState, err error) {
	say := s.page.config.Say
	s.bind.Hide()
	switch {
	case set == "":
		s.here.say(widget.Notice, say.T("preferences.shortcut-is-off"))
	case err != nil || state == nil || state.Chord != set:
		s.here.say(widget.Notice, say.T("preferences.held-unknown"))
	case state.State == agent.HoldHeld:
		s.here.say(widget.Fine, s.withDetail(say.T("preferences.shortcut-works"), state))
	case state.State == agent.HoldTaken:
		s.here.say(widget.Trouble, say.T("preferences.shortcut-taken"))
	case state.State == agent.HoldUnsupported:
		s.here.say(widget.Caution, say.T("preferences.shortcut-unsupported"))
		s.bind.Show()
	default:
		s.here.say(widget.Trouble, s.page.adviceOr(state.Advice, "preferences.shortcut-failed"))
	}
	s.page.remeasure()
}

// withDetail says which keys the desktop waits for in place of those that were asked for.
func (s *shortcuts) withDetail(words string, state *agent.ShortcutState) string {
	if state.Detail == "" || state.Detail == state.Chord {
		return words
	}
	return s.page.config.Say.T("preferences.shortcut-instead", "Keys", state.Detail)
}

// showClash warns of keys that something else uses as well.
func (s *shortcuts) showClash() {
	say := s.page.config.Say
	keys := s.field.typed()
	all := window.Keys(say)
	at := slices.IndexFunc(all, func(k window.KeyWord) bool { return sameChord(k.Keys, keys) })
	switch {
	case keys == "":
		s.clash.say(widget.Notice, "")
	case sameChord(keys, webexKeys):
		s.clash.say(widget.Caution, say.T("preferences.shortcut-webex", "Keys", webexKeys))
	case at >= 0:
		s.clash.say(widget.Caution, say.T("preferences.shortcut-window", "Keys", keys, "Does", all[at].Does))
	case sameChord(keys, "Ctrl+C"), sameChord(keys, "Ctrl+V"), sameChord(keys, "Ctrl+X"), sameChord(keys, "Ctrl+A"), isPageKey(keys):
		s.clash.say(widget.Caution, say.T("preferences.shortcut-everywhere", "Keys", keys))
	default:
		s.clash.say(widget.Notice, "")
	}
	s.page.remeasure()
}

func sameChord(a, b string) bool {
	first, err := chord.Parse(a)
	second, other := chord.Parse(b)
	return err == nil && other == nil && !first.None() && first == second
}

// isPageKey reports whether the keys lead to a page of the window.
func isPageKey(keys string) bool {
	return slices.ContainsFunc([]string{"1", "2", "3", "4", "5", "6"}, func(n string) bool { return sameChord(keys, "Ctrl+"+n) })
}

// control is what a test or the page gives the focus to first.
func (s *shortcuts) control() fyne.Focusable { return s.field.entry.Input() }
