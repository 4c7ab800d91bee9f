package tray

import (
	"cmp"
	"foyer/services/agent"
	"foyer/services/link"
	"foyer/ui/text"
)

// shownLinks is how many saved links the menu has.
const shownLinks = 5

// Marks before the links. The blank is as wide as the star, so that names stand in one column.
const (
	pinnedMark   = "★ "
	unpinnedMark = "\u2003 "
)

// Verb says what a click asks for.
type Verb int

// The verbs. The zero Verb is no click at all.
const (
	// Nothing is the verb of separators.
	Nothing Verb = iota
	// Paste turns the clipboard's content into links.
	Paste
	// CopyLink copies the saved link Action.Ref.
	CopyLink
	// Show opens the window at Action.Page.
	Show
	// Undo takes the paste Action.Undo back.
	Undo
	// OpenLink opens the saved link Action.Ref.
	OpenLink
	// OpenTarget opens Action.URL, a link that could not be saved.
	OpenTarget
	// Quit ends Foyer.
	Quit
	// PasteFound turns what watching has found into a link, if it is still Action.Found.
	PasteFound
)

// Action is what a click asks for.
type Action struct {
	Verb Verb
	Page string
	URL  string
	Ref  int64
	Undo uint64
	// Found is a Found's token.
	Found uint64
}

// Item is one line of the menu. Without a verb it is a separator.
type Item struct {
	// Label is what is to be read; Escaped makes it safe for a desktop's menu.
	Label string
	// Shortcut is shown beside the label. Pressing it does nothing here: it is the key that
	// copies space info in Webex.
	Shortcut string
	Action   Action
}

// pasteShortcut is what copies space info in Webex on Windows and Linux. It stands beside the command
// where no keys do the same from anywhere.
const pasteShortcut = "Ctrl+Shift+K"

// Menu returns the lines of the menu, in the language in use.
func Menu(words *text.Catalogue, s State) []Item {
	separator := Item{}
	items := append(foundItems(words, s.Found), []Item{
		{Label: words.T("tray.paste"), Shortcut: cmp.Or(s.Keys, pasteShortcut), Action: Action{Verb: Paste}},
		{Label: words.T("tray.new-link"), Action: Action{Verb: Show, Page: agent.PageNewLink}},
		separator,
	}...)
	links := s.Links[:min(len(s.Links), shownLinks)]
	for _, l := range links {
		items = append(items, Item{Label: mark(l, links) + Shorten(l.Title(), longestName), Action: Action{Verb: CopyLink, Ref: l.Ref}})
	}
	items = append(items, Item{Label: words.T("tray.all-links"), Action: Action{Verb: Show, Page: agent.PageLinks}}, separator)
	if s.Rooms != nil {
		items = append(append(items, roomItems(words, *s.Rooms)...), separator)
	}
	items = append(items,
		Item{Label: words.T("tray.send"), Action: Action{Verb: Show, Page: agent.PageMessages}},
		Item{Label: words.T("tray.invite"), Action: Action{Verb: Show, Page: agent.PageMeetings}},
	)
	if summary := outbox(words, s.Outbox); summary != "" {
		items = append(items, Item{Label: words.T("tray.outbox", "Counts", summary), Action: Action{Verb: Show, Page: agent.PageOutbox}})
	}
	return append(items,
		separator,
		Item{Label: words.T("tray.open"), Action: Action{Verb: Show}},
		Item{Label: words.T("tray.settings"), Action: Action{Verb: Show, Page: agent.PageSettings}},
		Item{Label: words.T("tray.quit"), Action: Action{Verb: Quit}},
	)
}

// mark returns what stands before a link: the star, or its width when others have one.
func mark(l link.Saved, all []link.Saved) string {
	switch {
	case l.Pinned:
		return pinnedMark
	case len(all) > 0 && all[0].Pinned:
		return unpinnedMark
	default:
		return ""
	}
}

// Tooltip returns what is shown when the pointer rests on the icon.
func Tooltip(words *text.Catalogue, s State) string {
	name := words.T("tray.tooltip")
	if s.Demo {
		name = words.T("tray.demo")
	}
	detail := outbox(words, s.Outbox)
	switch {
	case len(s.Problems) > 0:
		detail = words.T("tray.problem." + s.Problems[0])
	case detail != "":
		detail = words.T("tray.outbox-tip", "Counts", detail)
	case s.Rooms != nil:
		detail = s.Rooms.tip(words)
	default:
		return name
	}
	return words.T("tray.tooltip-detail", "Name", name, "Detail", detail)
}
