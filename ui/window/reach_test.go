package window

import (
	"testing"

	"fyne.io/fyne/v2"

	"foyer/ui/reach"
	"foyer/ui/text"
	"foyer/ui/widget"
)

func TestEverythingIsDoneByKeys(t *testing.T) {
	nothing := func() {}
	reach.Everywhere(t, map[string]func(*lobby){
		"page":   func(*lobby) {},
		"help":   func(l *lobby) { l.shell.OpenHelp() },
		"topic":  func(l *lobby) { l.shell.OpenTopic(text.HelpShortcuts) },
		"topics": func(l *lobby) { l.shell.OpenTopics() },
		"search": func(l *lobby) { l.shell.OpenSearch(); l.shell.Search("aur") },
		"welcome": func(l *lobby) {
			l.shell.OpenWelcome(Welcome{Links: nothing, Messenger: nothing, Meetings: nothing, Demo: nothing, Languages: []string{"English", "Deutsch"}, Speak: func(int) {}}, nothing)
		},
		"toast": func(l *lobby) { l.links.toast.Say(widget.Fine, "Deleted", "Undo", nothing) },
		"status": func(l *lobby) {
			l.shell.SetStatus([]StatusItem{{Icon: "warn", Words: "Chat&Messenger: no answer", Do: nothing}}, []StatusItem{{Words: "2 waiting", Do: nothing}})
		},
	}, func(t *testing.T, r reach.Room) *lobby {
		return newLobby(t, r.Percent, r.Area.Width, r.Area.Height)
	}, func(l *lobby) fyne.Window { return l.window })
}
