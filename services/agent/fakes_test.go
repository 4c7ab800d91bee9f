package agent

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"foyer/services/fault"
	"foyer/services/link"
)

// running runs an agent; the returned function ends it and waits.
func running(t testing.TB, a *Agent, i *Instance) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- a.Run(ctx, i) }()
	return sync.OnceFunc(func() {
		t.Helper()
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("the agent ended with %v", err)
		}
	})
}

// fakeWindow notes which pages windows were started at.
type fakeWindow struct {
	mu      sync.Mutex
	started []string
	alive   bool
	err     error
}

func (w *fakeWindow) Start(_ context.Context, page string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err != nil {
		return w.err
	}
	w.started, w.alive = append(w.started, page), true
	return nil
}

func (w *fakeWindow) Alive() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.alive
}

func (w *fakeWindow) Wait(context.Context) {}

func (w *fakeWindow) pages() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.started)
}

// fakeClipboard holds text, as a clipboard does.
type fakeClipboard struct {
	mu                sync.Mutex
	text              string
	clip              Clip
	copied            Copied
	readErr, writeErr error
}

func (c *fakeClipboard) Read(context.Context) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.text, c.readErr
}

func (c *fakeClipboard) Write(_ context.Context, clip Clip) (Copied, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.writeErr != nil {
		return Copied{}, c.writeErr
	}
	c.text, c.clip = clip.Text, clip
	return c.copied, nil
}

// fakeLinks keeps links in a list.
type fakeLinks struct {
	mu      sync.Mutex
	links   []link.Saved
	used    []int64
	deleted []int64
	err     error
}

var errNoLink = errors.New("no such link")

func (l *fakeLinks) SaveLink(_ context.Context, t link.Target, source string) (link.Saved, bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.err != nil {
		return link.Saved{}, false, l.err
	}
	for _, s := range l.links {
		if s.Key() == t.Key() {
			return s, false, nil
		}
	}
	s := link.Saved{Target: t, Ref: int64(len(l.links) + 1), Source: source}
	l.links = append(l.links, s)
	return s, true, nil
}

func (l *fakeLinks) Link(_ context.Context, ref int64) (link.Saved, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, s := range l.links {
		if s.Ref == ref {
			return s, nil
		}
	}
	return link.Saved{}, errNoLink
}

func (l *fakeLinks) UseLink(_ context.Context, ref int64) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.used = append(l.used, ref)
	return nil
}

func (l *fakeLinks) DeleteLink(_ context.Context, ref int64) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.err != nil {
		return l.err
	}
	l.deleted = append(l.deleted, ref)
	return nil
}

// fixed are settings that never change.
type fixed struct {
	format    link.Format
	templates []link.Template
}

func (f fixed) Format() link.Format        { return f.format }
func (f fixed) Templates() []link.Template { return f.templates }

var errFull = &fault.Error{Op: "saving a link", Kind: fault.Other, Code: "disk-full"}

// scratch is a folder for one test. t.TempDir would do, were it not for the tests on Windows:
// they run where the system call behind os.RemoveAll does not exist.
func scratch(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "agent.")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		var all []string
		_ = filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
			all = append(all, path)
			return err
		})
		for _, path := range slices.Backward(all) {
			if err := os.Remove(path); err != nil {
				t.Error(err)
			}
		}
	})
	return dir
}
