package tray

import (
	"foyer/services/agent"
	"foyer/ui/text"
)

// Found is what watching the clipboard has found and nobody has used yet.
type Found struct {
	// Token says which one it is, for PasteFound.
	Token uint64
	// Name is the space's; "" for a link alone.
	Name string
	// URL is the link.
	URL string
}

// ShortcutNotice says that another program has the keys that are to paste.
func ShortcutNotice(words *text.Catalogue, chord string) Notice {
	return Notice{Title: words.T("tray.shortcut-taken", "Keys", chord), Body: words.T("advice.shortcut-taken"),
		Choices: []Choice{{Label: words.T("tray.shortcuts"), Action: Action{Verb: Show, Page: agent.PageShortcuts}}}}
}

// FoundNotice says that something was copied that Foyer can make a link of. Nothing has been done to it.
func FoundNotice(words *text.Catalogue, f Found) Notice {
	n := Notice{Title: words.T("tray.found-link"), Body: words.T("tray.found-body")}
	if f.Name != "" {
		n.Title = words.T("tray.found", "Name", Shorten(f.Name, longestName))
	}
	n.Choices = []Choice{
		{Label: words.T("tray.copy-link"), Action: f.action()},
		{Label: words.T("tray.open-link"), Action: Action{Verb: OpenTarget, URL: f.URL}},
	}
	return n
}

func (f Found) action() Action { return Action{Verb: PasteFound, Found: f.Token} }

// foundItems are the first lines of the menu as long as nobody has used what was found.
func foundItems(words *text.Catalogue, f *Found) []Item {
	if f == nil {
		return nil
	}
	label := words.T("tray.copy-found-link")
	if f.Name != "" {
		label = words.T("tray.copy-found", "Name", Shorten(f.Name, longestName))
	}
	return []Item{{Label: label, Action: f.action()}, {}}
}
