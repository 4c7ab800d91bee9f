package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"

	"foyer/services/agent"
	"foyer/services/atomicfile"
	"foyer/services/chord"
	"foyer/services/desktop"
	"foyer/ui/tray"
)

// holdShortcut lets the keys of the settings paste from anywhere, until ctx ends.
func (d *desk) holdShortcut(ctx context.Context) {
	whenever(ctx, d, func() chord.Chord { return d.settings.values().Paste }, func(holding context.Context, c chord.Chord) {
		d.holdChord(ctx, holding, c)
	})
}

// holdChord lets these keys paste until holding ends. What was begun with them goes on until ctx ends.
func (d *desk) holdChord(ctx, holding context.Context, c chord.Chord) {
	var pasting atomic.Bool
	for e := range desktop.Shortcut(holding, desktop.ShortcutConfig{Chord: c, Does: d.words.T("tray.paste"),
		Refused: filepath.Join(d.dirs.State, "shortcut-refused"), Log: d.log}) {
		if !e.Pressed {
			d.shortcutIs(ctx, c, e)
			continue
		}
		if pasting.Swap(true) {
			continue // the last one is still being done
		}
		d.later.Go(func() {
			defer pasting.Store(false)
			d.handle(ctx, tray.Action{Verb: tray.Paste})
		})
	}
}

// shortcutIs notes what became of the keys.
func (d *desk) shortcutIs(ctx context.Context, c chord.Chord, e desktop.ShortcutEvent) {
	d.agent.ShortcutIs(agent.ShortcutState{Chord: c.String(), State: agent.Holding(e.Hold), Detail: e.Detail, Advice: e.Advice})
	switch e.Hold {
	case desktop.HoldTaken:
		d.tellTaken(ctx, c)
	case desktop.HoldHeld, desktop.HoldOff:
		d.forgetTaken()
	}
}

// tellTaken tells that another program has the keys, once for these keys and not at each log-in. A demo
// office beside the real one is not worth telling.
func (d *desk) tellTaken(ctx context.Context, c chord.Chord) {
	told := d.shortcutTold()
	if said, err := os.ReadFile(told); d.demo != nil || err == nil && string(said) == c.String() {
		return
	}
	if err := atomicfile.Write(told, []byte(c.String())); err != nil {
		d.log.Warn("noting that the shortcut is taken", "error", err)
	}
	d.notify(ctx, tray.ShortcutNotice(d.words, c.String()))
}

func (d *desk) forgetTaken() {
	if err := os.Remove(d.shortcutTold()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		d.log.Warn("noting that the shortcut is free", "error", err)
	}
}

// shortcutTold is a file with the keys of which has been told that they are taken.
func (d *desk) shortcutTold() string { return filepath.Join(d.dirs.State, "shortcut-taken") }
