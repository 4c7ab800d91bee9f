package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
)

func adopt(t testing.TB, path string) Adopted {
	t.Helper()
	a, err := Adopt(t.Context(), path, newClock().now)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestNothingThatWaitedInACopyIsSentByItself(t *testing.T) {
	path, all, c := busyOutbox(t)
	waiting := 0
	for _, m := range all {
		waiting += b2i(m.State == message.Queued || m.State == message.Sending)
	}
	a := adopt(t, path)
	if a.Doubtful != waiting || a.Waiting != 0 || a.Messages != len(all) {
		t.Errorf("adopted %+v, want %d of %d messages in doubt", a, waiting, len(all))
	}
	for _, side := range []string{"-wal", "-shm"} {
		if _, err := os.Lstat(path + side); err == nil {
			t.Errorf("%s stays, so that the file alone is not all", side)
		}
	}
	s := reopened(t, path, c)
	wantWhole(t, s)
	wantDoubt(t, all, everything(t, s))
	if taken := advance(t, s, 1000); len(taken) > 0 {
		t.Errorf("%d messages would be sent", len(taken))
	}
	// Discarded ones come back in doubt too, and what is queued now is sent.
	gone := discarded(t, s)
	some(t, 3, func() (int, error) { return s.RestoreMessages(t.Context(), gone...) })
	if err := s.ResumeBatch(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	fresh := queue(t, s, to("new", "person0@example.com"))
	take(t, s, 10, fresh...)
	wantWhole(t, s)
}

// wantDoubt wants unknown what waited, and everything else as it was.
func wantDoubt(t *testing.T, all, now map[int64]message.Item) {
	t.Helper()
	for id, m := range now {
		was := all[id].State
		switch {
		case was == message.Queued || was == message.Sending:
			if m.State != message.Unknown || m.Failure == nil || m.Failure.Code != CodeRestored || m.Ended.IsZero() {
				t.Errorf("message %d, that was %s, is %+v", id, was, m)
			}
		case m.State != was:
			t.Errorf("message %d is %s, was %s", id, m.State, was)
		}
	}
}

// discarded are the messages that were discarded.
func discarded(t *testing.T, s *Store) []int64 {
	t.Helper()
	var gone []int64
	err := each(t.Context(), s.reader, "SELECT id FROM messages WHERE discarded > 0", nil, func(from scanner) error {
		var id int64
		err := from.Scan(&id)
		gone = append(gone, id)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return gone
}

func TestOldCopiesAreBroughtUpToDate(t *testing.T) {
	for schema := 1; schema <= Schema(); schema++ {
		path := filepath.Join(folder(t), "copy.db")
		older(t, path, schema)
		if a := adopt(t, path); a.Links != 1 || a.Doubtful != b2i(schema >= 2) || version(t, path) != Schema() {
			t.Errorf("schema %d: %+v, now schema %d", schema, a, version(t, path))
		}
		if kept := BeforeMigrations(path); len(kept) > 0 {
			t.Errorf("a copy was copied: %+v", kept)
		}
	}
}

func TestWhatIsNoCopyOfOursIsRefused(t *testing.T) {
	for rule, c := range map[string]struct {
		spoil string
		code  string
	}{
		"newer":             {"PRAGMA user_version = 1000", CodeNewer},
		"another program's": {"PRAGMA application_id = 7", CodeForeign},
		"with a trigger":    {"CREATE TRIGGER t AFTER INSERT ON links BEGIN DELETE FROM messages; END", CodeForeign},
		"with a view":       {"CREATE VIEW v AS SELECT 1", CodeForeign},
		"without a table":   {"DROP TABLE drafts", CodeForeign},
		"loose ends":        {"PRAGMA foreign_keys = 0; INSERT INTO events (message, at, state, code) VALUES (77, 1, 'sent', '')", CodeDamaged},
	} {
		path := filled(t, 3)
		db, err := connectWriter(path)
		if err != nil {
			t.Fatal(err)
		}
		_, err = db.ExecContext(t.Context(), c.spoil)
		if err := errors.Join(err, db.Close()); err != nil {
			t.Fatal(err)
		}
		_, err = Adopt(t.Context(), path, time.Now)
		if f := wantFault(t, err, fault.Other, c.code); t.Failed() {
			t.Fatalf("%s: %v", rule, f)
		}
	}
	path := filled(t, 100)
	spoil(t, path, func(b []byte) []byte { copy(b[3*page:], make([]byte, page)); return b })
	_, err := Adopt(t.Context(), path, time.Now)
	wantFault(t, err, fault.Other, CodeDamaged)
	spoil(t, path, func([]byte) []byte { return []byte("no database at all") })
	_, err = Adopt(t.Context(), path, time.Now)
	wantFault(t, err, fault.Other, CodeDamaged)
}

// swap is a database in use, a copy of another one beside it, and a folder for what was there.
func swap(t *testing.T) (path, with, before string) {
	t.Helper()
	dir := folder(t)
	path, with, before = filepath.Join(dir, "foyer.db"), filepath.Join(dir, "restored.db"), filepath.Join(dir, "before")
	for file, name := range map[string]string{path: "Old", with: "New"} {
		s, err := Open(t.Context(), file, newClock().now)
		if err != nil {
			t.Fatal(err)
		}
		save(t, s, space(name, name))
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	adopt(t, with)
	if err := os.Mkdir(before, 0o700); err != nil {
		t.Fatal(err)
	}
	return path, with, before
}

func wantLinks(t *testing.T, path, want string) {
	t.Helper()
	s, err := Open(t.Context(), path, newClock().now)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if got := names(t, s); len(got) != 1 || got[0] != want || s.SetAside() != "" {
		t.Errorf("%s holds %q, want %s", path, got, want)
	}
}

func TestADatabaseIsReplacedAndKept(t *testing.T) {
	path, with, before := swap(t)
	for range 2 { // a second time changes nothing
		if err := Replace(t.Context(), path, with, before, time.Second); err != nil {
			t.Fatal(err)
		}
		wantLinks(t, path, "New")
		wantLinks(t, filepath.Join(before, "foyer.db"), "Old")
	}
}

func TestADatabaseInUseIsNotReplaced(t *testing.T) {
	path, with, before := swap(t)
	s := reopened(t, path, newClock())
	names(t, s)
	wantFault(t, Replace(t.Context(), path, with, before, 200*time.Millisecond), fault.Other, CodeInUse)
	wantFault(t, Unused(t.Context(), path, 200*time.Millisecond), fault.Other, CodeInUse)
	if err := Unused(t.Context(), with, time.Second); err != nil {
		t.Errorf("a database that nobody uses: %v", err)
	}
	save(t, s, space("b", "Later"))
	if got := names(t, s); len(got) != 2 {
		t.Errorf("the database in use holds %q", got)
	}
}

func TestADamagedDatabaseIsReplacedAndKeptAsItIs(t *testing.T) {
	path, with, before := swap(t)
	spoil(t, path, func([]byte) []byte {
		return []byte("this is no database, and it is long enough to be looked at as one")
	})
	if err := os.WriteFile(path+"-wal", []byte("log"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Replace(t.Context(), path, with, before, time.Second); err != nil {
		t.Fatal(err)
	}
	wantLinks(t, path, "New")
	for _, side := range []string{"", "-wal"} {
		if _, err := os.Stat(filepath.Join(before, "foyer.db"+side)); err != nil {
			t.Error(err)
		}
	}
}

// replaceForEver swaps two databases again and again.
func replaceForEver(ctx context.Context, dir string) error {
	for i := 0; ; i++ {
		before, with := filepath.Join(dir, "before"), filepath.Join(dir, "restored.db")
		if err := Replace(ctx, filepath.Join(dir, "foyer.db"), with, before, time.Second); err != nil {
			return err
		}
		fmt.Println(i)
		if err := os.Rename(filepath.Join(before, "foyer.db"), with); err != nil {
			return err
		}
	}
}

func TestAKilledReplacingLeavesOneOfTheTwo(t *testing.T) {
	t.Parallel()
	path, with, before := swap(t)
	for round := range 12 {
		cmd := process(t, "replace", path, "")
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if lines.Text() == itoa(3+round) {
				if err := cmd.Process.Kill(); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := cmd.Wait(); err == nil {
			t.Fatal("the process was not killed")
		}
		s := reopened(t, path, newClock())
		if got := names(t, s); len(got) != 1 || s.SetAside() != "" {
			t.Fatalf("round %d: the database holds %q", round, got)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		// Nothing is lost, and it goes on from there.
		if err := Replace(t.Context(), path, with, before, time.Second); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(filepath.Join(before, "foyer.db"), with); err != nil {
			t.Fatal(err)
		}
	}
}
