// Package session runs a throw-away desktop: a virtual X display, a private home, a private
// D-Bus, a window manager, a panel whose systray plugin is a real tray host, and, when asked for,
// a real notification server and a handler for webexteams: links. It presses real keys and
// buttons in there, reads the real clipboard and takes pictures. The tour, the end-to-end tests
// and the benchmarks use it; the programs know nothing of it.
//
// It needs Linux and the programs that `make test` installs. It never touches the caller's own
// desktop, home or session bus.
package session

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/godbus/dbus/v5"
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Options says what the desktop holds beside the display and the bus.
type Options struct {
	// Width and Height of the screen; 1280×800 when zero.
	Width, Height int
	// Bare leaves out the window manager, too.
	Bare bool
	// NoPanel leaves out the panel, and so the tray host.
	NoPanel bool
	// Notifications starts a real notification server.
	Notifications bool
	// Handler registers a handler for webexteams: links, which records what it is given.
	Handler bool
	// FirstUse leaves Foyer as it is for somebody who has never started it. Otherwise its settings say
	// that the welcome was seen.
	FirstUse bool
	// Env is added to the environment of everything started here.
	Env []string
}

// Session is one throw-away desktop. Its methods may be called from one goroutine at a time.
type Session struct {
	// Dir is the folder that holds everything of this desktop; Close removes it.
	Dir string
	// Display is the X display, such as ":7".
	Display string

	opts    Options
	env     []string
	spawn   *spawner
	bus     *dbus.Conn
	x       *xgb.Conn
	screen  *xproto.ScreenInfo
	atoms   map[string]xproto.Atom
	notices *Notices
	started []*Process
}

// Start brings the desktop up and returns when its parts answer. The context bounds the start
// only; Close ends the desktop.
func Start(ctx context.Context, opts Options) (*Session, error) {
	if opts.Width == 0 || opts.Height == 0 {
		opts.Width, opts.Height = 1280, 800
	}
	dir, err := os.MkdirTemp("", "desktop.")
	if err != nil {
		return nil, fmt.Errorf("making the desktop's folder: %w", err)
	}
	s := &Session{Dir: dir, opts: opts, spawn: newSpawner(), atoms: map[string]xproto.Atom{}}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if err := s.start(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func (s *Session) start(ctx context.Context) error {
	steps := []func(context.Context) error{s.makeHome, s.startDisplay, s.startBus}
	if !s.opts.Bare {
		steps = append(steps, s.startWindowManager)
	}
	if !s.opts.Bare && !s.opts.NoPanel {
		steps = append(steps, s.startPanel)
	}
	if s.opts.Notifications {
		steps = append(steps, s.startNotifications)
	}
	if s.opts.Handler {
		steps = append(steps, s.registerHandler)
	}
	for _, step := range steps {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

// Close ends everything that was started in the desktop, youngest first, waits for it and removes
// the desktop's folder.
func (s *Session) Close() error {
	var errs []error
	if s.notices != nil {
		s.notices.close()
	}
	for i := len(s.started) - 1; i >= 0; i-- {
		errs = append(errs, s.started[i].Stop())
		if i == 1 {
			s.disconnect() // the bus and the display are the first two: leave before they end
		}
	}
	s.disconnect()
	s.spawn.close()
	errs = append(errs, s.endStragglers())
	return errors.Join(append(errs, os.RemoveAll(s.Dir))...)
}

func (s *Session) disconnect() {
	if s.bus != nil {
		_ = s.bus.Close()
		s.bus = nil
	}
	if s.x != nil {
		s.x.Close()
		s.x = nil
	}
}

// Env is the environment for programs in this desktop.
func (s *Session) Env() []string { return append([]string(nil), s.env...) }

// Path names a file in the desktop's folder.
func (s *Session) Path(parts ...string) string {
	return filepath.Join(append([]string{s.Dir}, parts...)...)
}

// Await calls done every 20 ms until it reports true or fails. When the context ends first, or a
// minute has passed, the error says what was waited for.
func Await(ctx context.Context, what string, done func() (bool, error)) error {
	return await(ctx, what, 20*time.Millisecond, done)
}

func await(ctx context.Context, what string, every time.Duration, done func() (bool, error)) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		ok, err := done()
		if err != nil {
			return fmt.Errorf("waiting for %s: %w", what, err)
		}
		if ok {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("waiting for %s: %w", what, ctx.Err())
		case <-tick.C:
		}
	}
}
