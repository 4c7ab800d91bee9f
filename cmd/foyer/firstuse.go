package main

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"foyer/services/agent"
	"foyer/ui/tray"
)

// hintPause is how long a window has to show that it was closed and has not failed.
const hintPause = 500 * time.Millisecond

// firstPage is the page that a start opens: what was asked for, or the welcome where nobody has seen it.
func (d *desk) firstPage(asked string) string {
	if asked == "" && !d.hidden && d.demo == nil && hasDisplay() && d.settings.values().Welcome {
		return agent.PageWelcome
	}
	return asked
}

// trayHint says, once in a profile, where Foyer is after its window was closed. It says so only while
// there is an icon in the tray.
func (d *desk) trayHint(ctx context.Context) {
	told := filepath.Join(d.dirs.State, "tray-hint")
	if _, err := os.Stat(told); err == nil || d.demo != nil {
		return
	}
	select {
	case <-time.After(hintPause):
	case <-ctx.Done():
		return
	}
	if s := d.agent.Status(); s.Windows == 0 || s.Visible || !s.Tray {
		return
	}
	file, err := os.OpenFile(told, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		d.log.Warn("noting that the tray was pointed out", "error", err) // it would be said each time
		return
	}
	_ = file.Close()
	d.notify(ctx, tray.Notice{Title: d.words.T("welcome.tray"), Body: d.words.T("welcome.tray-says")})
}
