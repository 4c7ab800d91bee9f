package window

import (
	"testing"

	"fyne.io/fyne/v2"

	"foyer/assets"
	"foyer/ui/fit"
	"foyer/ui/text"
	"foyer/ui/widget"
)

// full is the status line with as much as there can be.
func full(l *lobby) {
	say := l.shell.config.Say
	outbox := say.T("window.outbox", "Counts", say.T("window.outbox.waiting", "Count", 2))
	outbox = say.T("window.and", "Before", outbox, "Next", say.T("window.outbox.failed", "Count", 12))
	l.shell.SetCount("outbox", "14")
	l.shell.SetStatus([]StatusItem{{Icon: "check", Tone: widget.Fine, Words: say.T("window.service.open-lock")}, {Icon: "warn", Tone: widget.Caution, Words: say.T("window.meetings.unreachable")},
		{Words: outbox, Do: func() {}}, {Icon: "info", Words: say.T("window.webex-missing")}}, []StatusItem{{Words: say.T("window.rooms-read", "At", "10:41"), Do: func() {}}, {Words: say.N("window.links-saved", 14)}})
}

// agentless is the status line when nothing runs.
func agentless(l *lobby) {
	say := l.shell.config.Say
	l.shell.SetStatus([]StatusItem{{Icon: "info", Words: say.T("window.demo")}, {Icon: "warn", Tone: widget.Caution, Words: say.T("window.agent-missing")}}, nil)
}

func TestEverythingFitsInEveryLanguage(t *testing.T) {
	shows := fit.Looks[*lobby]{
		"welcome":        greet,
		"status":         full,
		"demo":           agentless,
		"search":         func(l *lobby) { l.shell.OpenSearch() },
		"search-nothing": func(l *lobby) { l.shell.OpenSearch(); l.shell.Search("xyz") },
		"topics":         func(l *lobby) { l.shell.OpenTopics() },
	}
	for _, topic := range text.Topics() {
		shows["help-"+string(topic)] = func(l *lobby) { l.shell.OpenTopic(topic) }
	}
	fit.Everywhere(t, "window", shows, func(t *testing.T, p fit.Place) *lobby {
		say, err := text.Load(assets.Translations, p.Language)
		if err != nil {
			t.Fatal(err)
		}
		return lobbyIn(t, say, p.Percent, p.Area.Width, p.Area.Height)
	}, func(l *lobby) fyne.Window { return l.window })
}
