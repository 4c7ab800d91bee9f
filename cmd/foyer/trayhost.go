package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"foyer/services/atomicfile"
	"foyer/services/desktop"
	"foyer/ui/tray"
)

const (
	// notifyTime is how long a notification is tried that nobody waits for.
	notifyTime = 3 * time.Second
	// hostTime is how long a desktop that is just starting has to bring up its panel.
	hostTime = 2 * time.Second
	// hostPause lies between two looks for a panel.
	hostPause = 250 * time.Millisecond
	// loginHostTime and loginHostPause are the same for a start that is to open no window: at log-in the
	// panel may come last of all.
	loginHostTime  = time.Minute
	loginHostPause = time.Second
)

// showTray shows the icon until ctx ends. Without a session bus there can be none, and it returns.
// Without a panel on the bus the icon is offered all the same, for one that comes later.
func (d *desk) showTray(ctx context.Context, parts *sync.WaitGroup) {
	present, err := desktop.TrayHost(ctx)
	if err != nil {
		d.log.Warn("looking for a tray", "error", err)
	}
	possible := present || err == nil && tray.Possible()
	if !present {
		parts.Go(func() {
			if !possible || !d.awaitHost(ctx) {
				d.withoutTray(ctx)
			}
		})
	}
	if !possible {
		return
	}
	d.tray.Run(ctx, func() {
		d.agent.InTray(present)
		d.log.Info("icon offered", "host", present)
	})
}

// awaitHost gives a desktop that is just starting a moment to bring up its panel.
func (d *desk) awaitHost(ctx context.Context) (came bool) {
	limit, pause := hostTime, hostPause
	if d.hidden {
		limit, pause = loginHostTime, loginHostPause
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	look := time.NewTicker(pause)
	defer look.Stop()
	for {
		select {
		case <-ctx.Done():
			return false
		case <-look.C:
		}
		if present, err := desktop.TrayHost(ctx); err == nil && present {
			d.agent.InTray(true)
			return true
		}
	}
}

// withoutTray says once per profile that there is no tray, and opens the window instead.
func (d *desk) withoutTray(ctx context.Context) {
	if ctx.Err() != nil {
		return
	}
	d.log.Warn("this desktop shows no tray icons")
	told := filepath.Join(d.dirs.State, "no-tray")
	if f, err := os.OpenFile(told, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600); err == nil {
		_ = f.Close()
		d.say("foyer: %s", d.words.T("tray.no-tray-body"))
		d.notify(ctx, tray.Notice{Title: d.words.T("tray.no-tray"), Body: d.words.T("tray.no-tray-body")})
	} else if !errors.Is(err, fs.ErrExist) {
		d.log.Warn("noting that there is no tray", "error", err)
	}
	if d.hidden || !hasDisplay() {
		return
	}
	if err := d.show(ctx, ""); err != nil {
		d.say("foyer: %s", tray.Reason(d.words, err)) // there may be nobody to notify either
	}
}

// hasDisplay reports whether a window could be drawn at all.
func hasDisplay() bool {
	return runtime.GOOS == "windows" || runtime.GOOS == "darwin" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// iconFile puts an icon where the notification server can read it, and returns its path.
func (d *desk) iconFile() string {
	name, icon := notificationIcon()
	path := filepath.Join(d.dirs.State, name)
	if info, err := os.Stat(path); err == nil && info.Size() == int64(len(icon)) {
		return path
	}
	if err := atomicfile.Write(path, icon); err != nil {
		d.log.Warn("writing the icon for notifications", "error", err)
		return ""
	}
	return path
}
