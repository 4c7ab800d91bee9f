package main

import (
	"context"
	"errors"
	"fmt"
	"image"
	"time"

	"github.com/godbus/dbus/v5"

	"foyer/cmd/internal/programs"
	"foyer/cmd/internal/session"
)

// bench measures in one desktop.
type bench struct {
	*session.Session
	built  programs.Built
	starts int
	rest   time.Duration
}

const watcher = "org.kde.StatusNotifierWatcher"

// agents measures the agent and a bare icon.
func (b *bench) agents(ctx context.Context, floor string) ([]row, error) {
	registered := make(chan *dbus.Signal, 16)
	b.Bus().Signal(registered)
	err := b.Bus().AddMatchSignalContext(ctx, dbus.WithMatchInterface(watcher), dbus.WithMatchMember("StatusNotifierItemRegistered"))
	if err != nil {
		return nil, fmt.Errorf("listening to the tray: %w", err)
	}
	var ours, bare []float64
	for range b.starts {
		for _, p := range []struct {
			program string
			into    *[]float64
		}{{b.built.Foyer, &ours}, {floor, &bare}} {
			took, err := b.toTray(ctx, p.program, registered)
			if err != nil {
				return nil, err
			}
			*p.into = append(*p.into, took)
		}
	}
	atRest, err := b.atRest(ctx, b.built.Foyer)
	if err != nil {
		return nil, err
	}
	floorAtRest, err := b.atRest(ctx, floor)
	if err != nil {
		return nil, err
	}
	watching, err := b.watching(ctx)
	if err != nil {
		return nil, err
	}
	return []row{
		{"agent: start to icon in the tray", "a bare icon", "ms", median(ours), median(bare), "< 50 ms"},
		{fmt.Sprintf("agent: PSS after %v", b.rest), "a bare icon", "MB", atRest.pss, floorAtRest.pss, "< 20 MB"},
		{fmt.Sprintf("agent: processor time in %v", b.rest), "a bare icon", "ticks", atRest.ticks, floorAtRest.ticks, "≤ 1 tick"},
		{"agent: PSS while it watches the clipboard", "a bare icon", "MB", watching.pss, floorAtRest.pss, "< 20 MB"},
		{fmt.Sprintf("agent: processor time in %v of watching", b.rest), "a bare icon", "ticks", watching.ticks, floorAtRest.ticks, "≤ 1 tick"},
	}, nil
}

// watching is the agent at rest while it looks at what is copied, with its shortcut reserved as always.
func (b *bench) watching(ctx context.Context) (idle, error) {
	set := func(on string) error {
		_, err := b.Run(ctx, nil, b.built.Foyer, "config", "set", "clipboard.watch", on)
		return err
	}
	if err := set("true"); err != nil {
		return idle{}, err
	}
	costs, err := b.atRest(ctx, b.built.Foyer)
	return costs, errors.Join(err, set("false"))
}

// toTray starts a program, waits until its icon is registered, and returns the milliseconds.
func (b *bench) toTray(ctx context.Context, program string, registered <-chan *dbus.Signal) (float64, error) {
	started := time.Now()
	p, err := b.Launch(program)
	if err != nil {
		return 0, err
	}
	select {
	case <-registered:
	case <-p.Done():
		return 0, fmt.Errorf("%s ended: %s", program, p.Output())
	case <-ctx.Done():
		return 0, ctx.Err()
	}
	took := time.Since(started)
	if err := p.Stop(); err != nil {
		return 0, err
	}
	return milliseconds(took), session.Await(ctx, "the icon to go", func() (bool, error) {
		items, err := b.TrayItems(ctx)
		return len(items) == 0, err
	})
}

// idle is what a program costs while nobody asks anything of it.
type idle struct{ pss, ticks float64 }

func (b *bench) atRest(ctx context.Context, program string) (idle, error) {
	p, err := b.Launch(program)
	if err != nil {
		return idle{}, err
	}
	if _, err := b.WaitTray(ctx); err != nil {
		return idle{}, err
	}
	if err := pause(ctx, time.Second); err != nil { // starting is over
		return idle{}, err
	}
	before, err := session.Ticks(p.Pid())
	if err != nil {
		return idle{}, err
	}
	if err := pause(ctx, b.rest); err != nil {
		return idle{}, err
	}
	after, err := session.Ticks(p.Pid())
	if err != nil {
		return idle{}, err
	}
	pss, err := session.PSS(p.Pid())
	if err != nil {
		return idle{}, err
	}
	return idle{pss: megabytes(pss), ticks: float64(after - before)}, p.Stop()
}

// windows measures the window, with the agent running as it always is, and a bare window.
func (b *bench) windows(ctx context.Context, floor string) ([]row, error) {
	agent, err := b.Launch(b.built.Foyer)
	if err != nil {
		return nil, err
	}
	if _, err := b.WaitTray(ctx); err != nil {
		return nil, err
	}
	var ours, bare shown
	for range b.starts {
		for _, p := range []struct {
			program, title string
			into           *shown
		}{{b.built.Window, "Foyer", &ours}, {floor, "Bare", &bare}} {
			if err := b.show(ctx, p.program, p.title, p.into); err != nil {
				return nil, err
			}
		}
	}
	return []row{
		{"window: start to first frame", "a bare Fyne window", "ms", median(ours.times), median(bare.times), "≤ 1.15×"},
		{"window: PSS", "a bare Fyne window", "MB", median(ours.pss), median(bare.pss), "≤ 1.25×"},
	}, agent.Stop()
}

// shown is what showing a window costs, once for each start.
type shown struct{ times, pss []float64 }

// show starts a program and waits until its window is on the screen and has drawn something.
func (b *bench) show(ctx context.Context, program, title string, into *shown) error {
	started := time.Now()
	p, err := b.Launch(program)
	if err != nil {
		return err
	}
	w, err := b.WaitWindow(ctx, title)
	if err != nil {
		return fmt.Errorf("%w: %s", err, p.Output())
	}
	middle := image.Rect(0, 0, 400, 300).Add(image.Pt(w.X, w.Y))
	if err := b.WaitDrawn(ctx, middle); err != nil {
		return err
	}
	took := time.Since(started)
	if err := pause(ctx, 2*time.Second); err != nil { // what is loaded after the first frame counts as memory
		return err
	}
	pss, err := session.PSS(p.Pid())
	if err != nil {
		return err
	}
	into.times, into.pss = append(into.times, milliseconds(took)), append(into.pss, megabytes(pss))
	if err := p.Stop(); err != nil {
		return err
	}
	return b.WaitNoWindow(ctx, title)
}

func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
