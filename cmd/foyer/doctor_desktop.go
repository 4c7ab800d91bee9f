package main

import (
	"errors"
	"strings"

	"foyer/services/agent"
	"foyer/services/desktop"
	"foyer/ui/tray"
)

// examineKeys says what became of the shortcut and of watching the clipboard, which only the running agent
// knows.
func (a *app) examineKeys() []finding {
	shortcut, watching := finding{Name: "shortcut"}, finding{Name: "clipboard watching"}
	client, err := a.client()
	var status agent.Status
	if err == nil {
		status, err = client.Status(a.ctx)
	}
	switch {
	case err != nil:
		reason := a.words.T("advice.no-agent")
		if !errors.Is(err, agent.ErrNotRunning) {
			reason = tray.Reason(a.words, err)
		}
		shortcut.State, shortcut.Advice = desktop.Unknown, reason
		watching.State, watching.Advice = desktop.Unknown, reason
		return []finding{shortcut, watching}
	case status.Shortcut != nil:
		shortcut.fill(a, status.Shortcut.State, strings.Trim(status.Shortcut.Chord+", "+status.Shortcut.Detail, ", "), status.Shortcut.Advice)
	default:
		shortcut.State = desktop.Unknown
	}
	if w := status.Watching; w != nil {
		watching.fill(a, w.State, w.Detail, w.Advice)
	} else {
		watching.State = desktop.Unknown
	}
	return []finding{shortcut, watching}
}

// fill says how something is held. What nobody wants is all right.
func (f *finding) fill(a *app, how agent.Holding, detail, advice string) {
	f.Detail = detail
	if advice != "" {
		f.Advice = a.words.T("advice." + advice)
	}
	switch how {
	case agent.HoldHeld:
		f.State = desktop.OK
	case agent.HoldOff:
		f.State, f.Detail = desktop.OK, a.words.T("cli.switched-off")
	case agent.HoldFailed:
		f.State = desktop.Unknown
	default:
		f.State = desktop.Missing
	}
}
