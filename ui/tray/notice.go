package tray

import (
	"strings"

	"foyer/services/agent"
	"foyer/services/link"
	"foyer/ui/text"
)

// Notice is what a notification says, and what can be clicked in it.
type Notice struct {
	Title, Body string
	Choices     []Choice
	// Urgent notices stay until they are read.
	Urgent bool
}

// Choice is a button of a notification.
type Choice struct {
	Label  string
	Action Action
}

// PasteNotice says what came of a paste.
func PasteNotice(words *text.Catalogue, p agent.Pasted, err error) Notice {
	switch {
	case err != nil && p.Nothing():
		return FailureNotice(words, words.T("tray.paste-failed"), err)
	case err != nil:
		n := FailureNotice(words, savedOnly(words, p), err)
		n.Choices = undoChoice(words, p)
		return n
	case p.Nothing() && p.Ambiguous > 0:
		return Notice{Title: words.T("tray.which"), Body: words.N("tray.ambiguous", p.Ambiguous),
			Choices: []Choice{{Label: words.T("tray.choose"), Action: Action{Verb: Show, Page: agent.PageChoose}}}}
	case p.Nothing():
		return Notice{Title: words.T("tray.nothing"), Body: found(words, p.Notices)}
	}
	n := copied(words, p)
	n.Choices = append(n.Choices, undoChoice(words, p)...)
	return n
}

// CopyNotice says that a saved link was copied.
func CopyNotice(words *text.Catalogue, p agent.Pasted, err error) Notice {
	if err != nil {
		return FailureNotice(words, words.T("tray.copy-failed", "Name", name(words, p)), err)
	}
	return copied(words, p)
}

// UndoNotice says that a paste was taken back.
func UndoNotice(words *text.Catalogue, err error) Notice {
	if err != nil {
		return FailureNotice(words, words.T("tray.undo-failed"), err)
	}
	return Notice{Title: words.T("tray.undone"), Body: words.T("tray.undone-body")}
}

// copied is the notice of one or several links that are on the clipboard now.
func copied(words *text.Catalogue, p agent.Pasted) Notice {
	n := Notice{Title: words.N("tray.copied", len(p.Links))}
	if len(p.Links) == 1 {
		n.Title = words.T("tray.copied-one", "Name", name(words, p))
	}
	lines := []string{as(words, p)}
	if p.Unsaved > 0 {
		lines = append(lines, words.N("tray.unsaved", p.Unsaved))
		n.Urgent = true
	}
	if p.Ambiguous > 0 {
		lines = append(lines, words.N("tray.left-out", p.Ambiguous))
	}
	for _, w := range warnings(p.Links) {
		lines = append(lines, words.T("warning."+string(w)))
	}
	n.Body = strings.Join(lines, "\n")
	if len(p.Links) == 1 {
		n.Choices = []Choice{{Label: words.T("tray.open-link"), Action: opening(p.Links[0])}}
	}
	return n
}

// savedOnly says what is saved and not on the clipboard.
func savedOnly(words *text.Catalogue, p agent.Pasted) string {
	if n := len(p.Links) - p.Unsaved; n != 1 {
		return words.N("tray.saved-not-copied", n)
	}
	return words.T("tray.saved-not-copied-one", "Name", name(words, p))
}

func opening(s link.Saved) Action {
	if s.Ref == 0 {
		return Action{Verb: OpenTarget, URL: s.URL}
	}
	return Action{Verb: OpenLink, Ref: s.Ref}
}

func undoChoice(words *text.Catalogue, p agent.Pasted) []Choice {
	if p.Undo == 0 {
		return nil
	}
	return []Choice{{Label: words.T("tray.undo"), Action: Action{Verb: Undo, Undo: p.Undo}}}
}

// as says in which format the links were copied, and why not in a better one.
func as(words *text.Catalogue, p agent.Pasted) string {
	if p.Copied.Note != "" {
		return words.T("clipboard." + p.Copied.Note)
	}
	return words.T("tray.as." + string(p.Format))
}

// found says what the clipboard holds instead of a link.
func found(words *text.Catalogue, notices []link.Notice) string {
	if len(notices) == 0 {
		return words.T("tray.nothing-body")
	}
	return words.T("notice." + string(notices[0].Kind))
}

func name(words *text.Catalogue, p agent.Pasted) string {
	if len(p.Links) == 0 {
		return words.T("tray.link")
	}
	return Shorten(p.Links[0].Title(), longestName)
}

// warnings returns each warning of the links once.
func warnings(links []link.Saved) []link.Warning {
	var all []link.Warning
	seen := make(map[link.Warning]bool)
	for _, l := range links {
		for _, w := range l.Warnings {
			if !seen[w] {
				seen[w] = true
				all = append(all, w)
			}
		}
	}
	return all
}
