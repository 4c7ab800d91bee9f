package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/link"
)

// TestMain lets the test binary play the other process; see process_test.go.
func TestMain(m *testing.M) {
	if role := os.Getenv(roleVariable); role != "" {
		os.Exit(play(role))
	}
	os.Exit(m.Run())
}

// clock is an injected clock that stands still until it is moved.
type clock struct{ at time.Time }

func newClock() *clock { return &clock{time.Date(2026, 11, 21, 9, 0, 0, 123456789, time.UTC)} }

func (c *clock) now() time.Time { return c.at }

func (c *clock) pass(d time.Duration) { c.at = c.at.Add(d) }

// opened returns a Store on a new database, closed when the test ends.
func opened(t testing.TB) (*Store, *clock) {
	t.Helper()
	c := newClock()
	return reopened(t, filepath.Join(folder(t), "foyer.db"), c), c
}

func reopened(t testing.TB, path string, c *clock) *Store {
	t.Helper()
	s, err := Open(t.Context(), path, c.now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func space(id, name string) link.Target {
	return link.Target{Kind: link.Space, ID: id, Name: name, URL: "webexteams://im?space=" + id}
}

func somebody(email string) link.Target {
	return link.Target{Kind: link.Person, Email: email, URL: "webexteams://im?email=" + email}
}

func save(t testing.TB, s *Store, target link.Target) link.Saved {
	t.Helper()
	l, _, err := s.SaveLink(t.Context(), target, "space info")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func names(t testing.TB, s *Store) []string {
	t.Helper()
	links, err := s.Links(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, l := range links {
		all = append(all, l.Title())
	}
	return all
}

// wantFault fails the test unless err is a fault of that kind and code.
func wantFault(t testing.TB, err error, kind fault.Kind, code string) *fault.Error {
	t.Helper()
	f, ok := errors.AsType[*fault.Error](err)
	if !ok {
		t.Fatalf("got error %v (%T), want a *fault.Error", err, err)
	}
	if f.Kind != kind || f.Code != code || f.Op == "" {
		t.Errorf("got kind %v, code %q, op %q (%v); want kind %v, code %q and an op", f.Kind, f.Code, f.Op, err, kind, code)
	}
	return f
}

func TestSavedLinkComesBackWhole(t *testing.T) {
	s, c := opened(t)
	twelve, one := 12, 0
	want := link.Saved{Target: link.Target{
		Kind: link.Space, ID: "b69a0c50-3fa8-11f0-b7d6-5d17b726561b", Name: "Marketing: [Ⅻ] 😀 \"x\"", Email: "a@example.com", SIP: "s@example.com",
		URL: "webexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b&message=m", Message: "m",
		Participants: &twelve, ExternalParticipants: &one, Type: "group", Cluster: "urn:TEAM:us-west-2_r",
		Extras: []string{"Retention: 360 days", "Owner: B"}, Warnings: []link.Warning{link.WarnIDMismatch, link.WarnOlderForm},
	}, Ref: 1, Saved: c.at, Source: "space info"}
	got, isNew, err := s.SaveLink(t.Context(), want.Target, "space info")
	if err != nil || !isNew {
		t.Fatalf("SaveLink: new %v, error %v", isNew, err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("SaveLink returned (-want +got):\n%s", d)
	}
	for name, read := range map[string]func() (link.Saved, error){
		"Link":     func() (link.Saved, error) { return s.Link(t.Context(), got.Ref) },
		"FindLink": func() (link.Saved, error) { return s.FindLink(t.Context(), want.Key()) },
		"Links": func() (link.Saved, error) {
			all, err := s.Links(t.Context())
			return all[0], err
		},
	} {
		got, err := read()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
}

func TestLinksSurviveClosing(t *testing.T) {
	c := newClock()
	name := "a folder with ? # % and ü"
	if runtime.GOOS == "windows" {
		name = "a folder with # % and ü" // no name may have a question mark there
	}
	path := filepath.Join(folder(t), name, "foyer.db")
	if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), path, c.now)
	if err != nil {
		t.Fatal(err)
	}
	save(t, s, space("a", "Marketing"))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if files, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "foyer.db-*")); len(files) != 0 {
		t.Errorf("closing left %v", files)
	}
	if d := cmp.Diff([]string{"Marketing"}, names(t, reopened(t, path, c))); d != "" {
		t.Error(d)
	}
}

func TestFileIsTheUsersAlone(t *testing.T) {
	s, _ := opened(t)
	save(t, s, space("a", "A"))
	files, err := filepath.Glob(s.Path() + "*")
	if err != nil || len(files) < 3 {
		t.Fatalf("files %v, error %v", files, err)
	}
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil {
			t.Fatal(err)
		}
		if runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", filepath.Base(f), info.Mode())
		}
	}
}

func TestConnectionsAreSetUpForSafety(t *testing.T) {
	s, _ := opened(t)
	for pragma, want := range map[string]string{
		"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "application_id": "1181710693",
	} {
		var got string
		if err := s.writer.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got); err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("PRAGMA %s is %s, want %s", pragma, got, want)
		}
	}
	if n := s.writer.Stats().MaxOpenConnections; n != 1 {
		t.Errorf("%d writers", n)
	}
	if _, err := s.reader.ExecContext(t.Context(), "DELETE FROM links"); err == nil {
		t.Error("the reading side can write")
	}
	if n := s.reader.Stats().OpenConnections; n > 1 {
		t.Errorf("%d connections stay open for reading", n)
	}
}

func TestNothingIsOpenForReadingUntilSomebodyReads(t *testing.T) {
	s, _ := opened(t)
	save(t, s, space("a", "A"))
	if n := s.reader.Stats().OpenConnections; n != 0 {
		t.Errorf("%d connections", n)
	}
}

func TestOrderIsPinnedThenLatestThenRef(t *testing.T) {
	s, c := opened(t)
	for _, n := range []string{"first", "second", "twin 1", "twin 2", "used", "pinned"} {
		save(t, s, space(n, n))
		if n != "twin 1" {
			c.pass(time.Minute)
		}
	}
	used, err := s.FindLink(t.Context(), "space:first")
	if err != nil {
		t.Fatal(err)
	}
	c.pass(time.Hour)
	if err := errors.Join(s.UseLink(t.Context(), used.Ref), s.PinLink(t.Context(), 6, true), s.PinLink(t.Context(), 2, true)); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"pinned", "second", "first", "used", "twin 1", "twin 2"}, names(t, s)); d != "" {
		t.Error(d)
	}
	if got, _ := s.Link(t.Context(), used.Ref); !got.Used.Equal(c.at) {
		t.Errorf("used at %v, want %v", got.Used, c.at)
	}
}

func TestRevisionGrowsWithEveryChangeAndOnlyThen(t *testing.T) {
	s, c := opened(t)
	other := reopened(t, s.Path(), c)
	ctx := t.Context()
	l := save(t, s, space("a", "A"))
	last := int64(0)
	for _, step := range []struct {
		name    string
		changes bool
		do      func() error
	}{
		{"save", true, func() error { return nil }},
		{"read", false, func() error { _, err := s.Links(ctx); return err }},
		{"pin by another process", true, func() error { return other.PinLink(ctx, l.Ref, true) }},
		{"use", true, func() error { return s.UseLink(ctx, l.Ref) }},
		{"edit", true, func() error { return s.UpdateLink(ctx, l) }},
		{"delete", true, func() error { return s.DeleteLink(ctx, l.Ref) }},
		{"restore", true, func() error { return s.RestoreLink(ctx, l.Ref) }},
		{"import nobody", false, func() error { _, _, err := s.ImportPeople(ctx, nil, ""); return err }},
		{"pin what is not there", false, func() error {
			if err := s.PinLink(ctx, 99, true); !errors.Is(err, ErrNotFound) {
				return err
			}
			return nil
		}},
	} {
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		n, err := s.Revision(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if (n > last) != step.changes {
			t.Errorf("%s: revision went from %d to %d", step.name, last, n)
		}
		last = n
	}
}

func TestManyGoroutinesShareOneStore(t *testing.T) {
	s, _ := opened(t)
	const each = 25
	done := make(chan error)
	letters := []string{"a", "b", "c", "d"}
	for _, prefix := range letters {
		go func() {
			for i := range each {
				if _, _, err := s.SaveLink(t.Context(), space(prefix+string(rune('A'+i)), prefix), "typed"); err != nil {
					done <- err
					return
				}
				if _, err := s.Links(t.Context()); err != nil {
					done <- err
					return
				}
			}
			done <- nil
		}()
	}
	for range letters {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if got := names(t, s); len(got) != each*len(letters) || len(slices.Compact(slices.Sorted(slices.Values(got)))) != len(letters) {
		t.Errorf("%d links: %v", len(got), got)
	}
}

func TestCancelledCallsSaySo(t *testing.T) {
	s, _ := opened(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, errRead := s.Links(ctx)
	_, _, errSave := s.SaveLink(ctx, space("a", "A"), "")
	_, errOpen := Open(ctx, filepath.Join(folder(t), "foyer.db"), time.Now)
	for name, err := range map[string]error{"Links": errRead, "SaveLink": errSave, "Open": errOpen} {
		wantFault(t, err, fault.Cancelled, "")
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v does not match context.Canceled", name, err)
		}
	}
	if got := names(t, s); got != nil {
		t.Errorf("a cancelled save saved %v", got)
	}
}

func TestClosedStoreSaysSo(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(folder(t), "foyer.db"), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.Close(), s.Close()); err != nil {
		t.Errorf("closing twice: %v", err)
	}
	_, err = s.Links(t.Context())
	wantFault(t, err, fault.Other, CodeClosed)
	_, _, err = s.SaveLink(t.Context(), space("a", "A"), "")
	wantFault(t, err, fault.Other, CodeClosed)
}
