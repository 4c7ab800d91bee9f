package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// The names of keys as they stand on key caps; they are printed on keyboards, not translated.
const (
	keyEnter     = "Enter"
	keyEscape    = "Esc"
	keyCtrlEnter = "Ctrl+Enter"
	keySearch    = "Ctrl+K"
	keyHelp      = "F1"
)

// shortcut is a combination of keys and what it does.
type shortcut struct {
	key      fyne.KeyName
	modifier fyne.KeyModifier
	do       func()
}

// shortcuts is the keyboard map of the whole window. Fields hand the combinations that they do
// not use themselves to the canvas, so that these work wherever the focus is.
func (s *Shell) shortcuts() []shortcut {
	const ctrl, shift = fyne.KeyModifierShortcutDefault, fyne.KeyModifierShift
	all := []shortcut{
		{fyne.KeyK, ctrl, s.OpenSearch},
		{fyne.KeyK, ctrl | shift, s.config.Paste},
		{fyne.KeyReturn, ctrl, func() { s.page().Primary() }},
		{fyne.KeyEnter, ctrl, func() { s.page().Primary() }},
		{fyne.KeyW, ctrl, s.config.Close},
		{fyne.KeyComma, ctrl, func() { s.Show(s.last()) }},
	}
	for i := range s.entries {
		all = append(all, shortcut{fyne.KeyName(rune('1' + i)), ctrl, func() { s.Show(s.entries[i].Key) }})
	}
	return all
}

// addPageShortcuts lets the canvas know a page's own shortcuts; each goes to the page in front.
func (s *Shell) addPageShortcuts(c fyne.Canvas, page Page) {
	keyed, ok := page.(Keyed)
	if !ok {
		return
	}
	for _, k := range keyed.Keys() {
		if !s.keys[k.Name] {
			s.keys[k.Name] = true
			s.addShortcut(c, &desktop.CustomShortcut{KeyName: k.Name, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) { s.pageKey(k.Name) })
		}
	}
}

func (s *Shell) pageKey(name fyne.KeyName) {
	keyed, ok := s.page().(Keyed)
	if !ok || s.search != nil {
		return
	}
	for _, k := range keyed.Keys() {
		if k.Name == name {
			k.Do()
		}
	}
}

// covered reports whether something other than the search lies over the window, such as a sheet: it
// is asked first, and the window's keys rest.
func (s *Shell) covered() bool {
	c := s.canvas()
	if c == nil {
		return false
	}
	top := c.Overlays().Top()
	return top != nil && (s.search == nil || top != fyne.CanvasObject(s.search))
}

// addShortcut lets the canvas know a shortcut, which rests while something lies over the window.
func (s *Shell) addShortcut(c fyne.Canvas, shortcut fyne.Shortcut, do func(fyne.Shortcut)) {
	c.AddShortcut(shortcut, func(sc fyne.Shortcut) {
		if !s.covered() {
			do(sc)
		}
	})
}

func (s *Shell) addShortcuts(c fyne.Canvas) {
	add := func(shortcut fyne.Shortcut, do func(fyne.Shortcut)) { s.addShortcut(c, shortcut, do) }
	for _, e := range s.entries {
		s.addPageShortcuts(c, e.Page)
	}
	for _, k := range s.shortcuts() {
		if k.do != nil {
			add(&desktop.CustomShortcut{KeyName: k.key, Modifier: k.modifier}, func(fyne.Shortcut) { k.do() })
		}
	}
	add(&fyne.ShortcutUndo{}, func(fyne.Shortcut) {
		if u, ok := s.page().(Undoer); ok {
			u.Undo()
		}
	})
	add(&fyne.ShortcutCopy{}, func(fyne.Shortcut) {
		if p, ok := s.page().(Copier); ok {
			p.Copy()
		}
	})
	add(&fyne.ShortcutPaste{}, func(sc fyne.Shortcut) {
		paste, isPaste := sc.(*fyne.ShortcutPaste)
		t, takes := s.page().(Taker)
		if isPaste && takes && paste.Clipboard != nil {
			t.Take(paste.Clipboard.Content(), "")
		}
	})
}

// last is the key of the last page, which stands at the foot: the settings.
func (s *Shell) last() string { return s.entries[len(s.entries)-1].Key }
