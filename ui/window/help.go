package window

import (
	"fyne.io/fyne/v2"

	"foyer/ui/style"
	"foyer/ui/text"
	"foyer/ui/widget"
)

// Helper is a page that can be explained.
type Helper interface{ Help() Help }

// Help explains a page.
type Help struct {
	Topic text.Topic
	// Keys are those of its widgets; those that Keyed lists need not be here.
	Keys []KeyWord
}

// KeyWord is a key or a combination as it stands on key caps, and what it does.
type KeyWord struct{ Keys, Does string }

// MenuKeys open the menu of what is chosen, for the help of pages that have one.
const MenuKeys = "Menu, Shift+F10"

// Keys lists the keys that work on every page, for the help and for the settings.
func Keys(say *text.Catalogue) []KeyWord {
	return []KeyWord{
		{keyHelp, say.T("help.key.help")},
		{keySearch, say.T("help.key.search")},
		{Keys: "Ctrl+Shift+K", Does: say.T("help.key.paste")},
		{keyCtrlEnter, say.T("help.key.primary")},
		{Keys: "Ctrl+1 … 6", Does: say.T("help.key.pages")},
		{Keys: "Ctrl+,", Does: say.T("help.key.settings")},
		{Keys: "Ctrl+Z", Does: say.T("help.key.undo")},
		{Keys: "Ctrl+W", Does: say.T("help.key.close")},
		{Keys: "Tab, Shift+Tab", Does: say.T("help.key.tab")},
		{Keys: "Up, Down, Left, Right", Does: say.T("help.key.arrows")},
		{Keys: "PgUp, PgDn", Does: say.T("help.key.turn")},
		{keyEnter, say.T("help.key.press")},
		{keyEscape, say.T("help.key.escape")},
	}
}

// pageKeys lists the keys of a page.
func pageKeys(p Page) []KeyWord {
	var all []KeyWord
	if keyed, ok := p.(Keyed); ok {
		for _, k := range keyed.Keys() {
			if k.Does != "" {
				all = append(all, KeyWord{"Ctrl+" + string(k.Name), k.Does})
			}
		}
	}
	if h, ok := p.(Helper); ok {
		all = append(all, h.Help().Keys...)
	}
	return all
}

// OpenHelp explains the page in front, with its keys.
func (s *Shell) OpenHelp() {
	h, ok := s.page().(Helper)
	if !ok {
		s.OpenTopics()
		return
	}
	s.CloseSearch()
	parts := s.paragraphs(h.Help().Topic)
	for _, group := range []struct {
		title string
		keys  []KeyWord
	}{{s.config.Say.T("help.keys-page"), pageKeys(s.page())}, {s.config.Say.T("help.keys-everywhere"), Keys(s.config.Say)}} {
		if len(group.keys) == 0 {
			continue
		}
		parts = append(parts, widget.Part{Above: style.PageMargin, Object: widget.NewBold(group.title, style.Body)})
		for i, k := range group.keys {
			above := style.Unit
			if i == 0 {
				above = style.GroupGap
			}
			parts = append(parts, widget.Part{Above: above, Object: widget.NewKeyRow(k.Keys, k.Does)})
		}
	}
	s.openReading(s.config.Say.HelpTitle(h.Help().Topic), parts)
}

// OpenTopic shows a topic of the help.
func (s *Shell) OpenTopic(t text.Topic) {
	s.openReading(s.config.Say.HelpTitle(t), s.paragraphs(t))
}

// OpenTopics shows all topics of the help.
func (s *Shell) OpenTopics() {
	c := s.canvas()
	if c == nil {
		return
	}
	say := s.config.Say
	var sheet *widget.Sheet
	var parts []widget.Part
	for _, t := range text.Topics() {
		parts = append(parts, widget.Part{Above: style.Unit, Left: true, Object: widget.NewButton(widget.Linked, "", say.HelpTitle(t), func() {
			sheet.Close()
			s.OpenTopic(t)
		})})
	}
	sheet = widget.NewReading(say.T("help.topics"), say.T("help.close"), parts...)
	sheet.Open(c, parts[0].Object.(*widget.Button))
}

func (s *Shell) paragraphs(t text.Topic) []widget.Part {
	var parts []widget.Part
	for _, p := range s.config.Say.HelpText(t) {
		parts = append(parts, widget.Part{Above: style.GroupGap, Object: widget.NewProse(p, style.Body, style.Ink)})
	}
	return parts
}

// openReading shows something to read, with the way to all topics.
func (s *Shell) openReading(title string, parts []widget.Part) {
	c := s.canvas()
	if c == nil {
		return
	}
	sheet := widget.NewReading(title, s.config.Say.T("help.close"), parts...)
	sheet.Wide = true
	sheet.Beside(s.config.Say.T("help.all"), s.OpenTopics)
	sheet.Open(c, nil)
}

// helpable reports whether F1 shows something now: over a sheet it does not.
func (s *Shell) helpable() bool {
	c := s.canvas()
	return c != nil && (c.Overlays().Top() == nil || s.search != nil && c.Overlays().Top() == fyne.CanvasObject(s.search))
}
