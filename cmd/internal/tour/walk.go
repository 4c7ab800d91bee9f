package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"foyer/cmd/internal/programs"
	"foyer/cmd/internal/session"
)

// walk is one tour: the desktop, the programs, and what was done so far.
type walk struct {
	*session.Session
	programs programs.Built
	pictures string
	out      io.Writer
	agent    *session.Process
	taken    int
}

// step is one thing that a person does, and what they see then.
type step struct {
	does string
	do   func(context.Context) (saw string, err error)
}

// stepTime is how long one step may take, on the slowest machine.
const stepTime = 90 * time.Second

func (w *walk) walk(ctx context.Context) error {
	steps := w.firstUse()
	steps = append(steps, w.trayFirst()...)
	steps = append(steps, w.windowNext()...)
	steps = append(steps, w.looks()...)
	steps = append(steps, w.messages()...)
	steps = append(steps, w.rooms()...)
	steps = append(steps, w.meetings()...)
	steps = append(steps, w.endDemo()...)
	steps = append(steps, w.home()...)
	steps = append(steps, w.last()...)
	for i, s := range steps {
		ctx, cancel := context.WithTimeout(ctx, stepTime)
		saw, err := s.do(ctx)
		cancel()
		if err != nil {
			w.say("✗ %2d/%d  %s", i+1, len(steps), s.does)
			return fmt.Errorf("%s: %w", s.does, err)
		}
		w.say("✓ %2d/%d  %s\n          %s", i+1, len(steps), s.does, saw)
	}
	return nil
}

func (w *walk) say(format string, values ...any) { _, _ = fmt.Fprintf(w.out, format+"\n", values...) }

// screen saves a picture of the whole screen.
func (w *walk) screen(name string) error {
	w.taken++
	return w.Screenshot(filepath.Join(w.pictures, fmt.Sprintf("%02d-%s.png", w.taken, name)))
}

// shot saves a picture of a window that has come to rest.
func (w *walk) shot(ctx context.Context, window session.Window, name string) error {
	if err := w.WaitStill(ctx, window); err != nil {
		return err
	}
	w.taken++
	return w.WindowShot(window, filepath.Join(w.pictures, fmt.Sprintf("%02d-%s.png", w.taken, name)))
}

// foyer runs a command.
func (w *walk) foyer(ctx context.Context, args ...string) (string, error) {
	out, err := w.Run(ctx, nil, w.programs.Foyer, args...)
	return strings.TrimSpace(string(out)), err
}

// window waits until Foyer's window is there, has the keyboard and has come to rest.
func (w *walk) window(ctx context.Context) (session.Window, error) {
	window, err := w.WaitWindow(ctx, "Foyer")
	if err != nil {
		return window, err
	}
	err = session.Await(ctx, "the window to be active", func() (bool, error) {
		active, err := w.Active()
		return active.ID == window.ID, err
	})
	if err != nil {
		return window, err
	}
	return window, w.WaitStill(ctx, window)
}

// rich waits until a link is on the clipboard as rich text and as plain text.
func (w *walk) rich(ctx context.Context, url string) (string, error) {
	html, err := w.WaitClipboard(ctx, "text/html", func(html string) bool { return strings.Contains(html, `<a href="`+url+`"`) })
	if err != nil {
		return "", err
	}
	text, err := w.WaitClipboard(ctx, "UTF8_STRING", func(text string) bool { return strings.Contains(text, url) })
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("the clipboard offers %s, and as plain text %q", anchor(html), text), nil
}

// anchor is the link in a piece of HTML.
func anchor(html string) string {
	start, end := strings.Index(html, "<a "), strings.Index(html, "</a>")
	if start < 0 || end < start {
		return html
	}
	return html[start : end+len("</a>")]
}
