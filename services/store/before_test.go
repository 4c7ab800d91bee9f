package store

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"foyer/services/message"
)

// older makes a closed database of an older schema with a link, a queued message and a room's day, as far
// as that schema knows them.
func older(t testing.TB, path string, schema int) {
	t.Helper()
	db, err := connectWriter(path)
	if err != nil {
		t.Fatal(err)
	}
	run := func(script string) {
		if _, err := db.ExecContext(t.Context(), script); err != nil {
			t.Fatal(err)
		}
	}
	steps, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range steps[:schema] {
		script, err := migrations.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		run(string(script))
	}
	run(fmt.Sprintf("PRAGMA user_version = %d", schema))
	run(`INSERT INTO links (key, kind, id, name, email, sip, url, message, type, cluster, extras, warnings, saved, source)
		VALUES ('space:a', 'space', 'a', 'Marketing', '', '', 'webexteams://im?space=a', '', '', '', '', '', 1, 'typed')`)
	if schema >= 2 {
		run(`INSERT INTO messages (id, batch, row, seq, destination, state, open, front, bulk, created, queued) VALUES (1, 0, 0, 1, 7, 'queued', 1, 1, 0, 1, 1);
			INSERT INTO contents (message, recipients, room, mentions, text, envelope, extra) VALUES (1, 'barbara@example.com', '', '', 'Hello', 0, '');
			UPDATE numbers SET last = 1; UPDATE batches SET queued = 1 WHERE id = 0`)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func version(t testing.TB, path string) int {
	t.Helper()
	db, err := connectReader(path, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	now, err := inspect(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	return now.version
}

func TestEveryOlderDatabaseIsCopiedAndBroughtUpToDate(t *testing.T) {
	t.Parallel()
	for schema := 1; schema <= Schema(); schema++ {
		t.Run(fmt.Sprint("schema ", schema), func(t *testing.T) {
			path := filepath.Join(folder(t), "foyer.db")
			older(t, path, schema)
			s := reopened(t, path, newClock())
			if got := names(t, s); len(got) != 1 || got[0] != "Marketing" {
				t.Errorf("links %q", got)
			}
			h, err := s.Holdings(t.Context())
			if want := (Holdings{Links: 1, Messages: b2i(schema >= 2), Waiting: b2i(schema >= 2)}); err != nil || h != want {
				t.Errorf("holds %+v, want %+v; %v", h, want, err)
			}
			wantWhole(t, s)
			wantKept(t, path, schema)
		})
	}
}

// wantKept wants a copy of a database that had this schema, none when there was nothing to be done.
func wantKept(t *testing.T, path string, schema int) {
	t.Helper()
	kept := BeforeMigrations(path)
	if schema == Schema() {
		if len(kept) > 0 {
			t.Errorf("copied %+v though nothing was to be done", kept)
		}
		return
	}
	want := fmt.Sprintf("%s.schema-%d-20261121T090000Z", path, schema)
	if len(kept) != 1 || kept[0].Path != want || kept[0].Schema != schema || !kept[0].Made.Equal(newClock().at.Truncate(time.Second)) {
		t.Fatalf("copies %+v, want %s", kept, want)
	}
	if got := version(t, want); got != schema {
		t.Errorf("the copy has schema %d", got)
	}
	if info, err := os.Stat(want); err != nil || info.Mode().Perm()&0o077 != 0 && filepath.Separator == '/' {
		t.Errorf("the copy is %v, %v", info.Mode(), err)
	}
}

func TestThreeCopiesAreKept(t *testing.T) {
	dir := folder(t)
	path := filepath.Join(dir, "foyer[1].db") // what means something in a pattern
	c := newClock()
	for range 5 {
		if err := os.RemoveAll(path); err != nil {
			t.Fatal(err)
		}
		older(t, path, 1)
		if err := os.WriteFile(path+".schema-1-20200101T000000Z.part", nil, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(t.Context(), path, c.now)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		c.pass(time.Hour)
	}
	kept := BeforeMigrations(path)
	if len(kept) != keptBefore || !kept[0].Made.After(kept[1].Made) || kept[0].Made.Hour() != 13 {
		t.Errorf("kept %+v", kept)
	}
	if parts, _ := filepath.Glob(filepath.Join(dir, "*.part")); len(parts) > 0 {
		t.Errorf("left %q", parts)
	}
}

// A copy of the same file by the same name, made while others write.
func TestACopyHoldsOneMomentAndNothingDeleted(t *testing.T) {
	s, _ := opened(t)
	queue(t, s, letters(500)...)
	const secret = "the text that was removed for good"
	id := queue(t, s, to(secret, "a@example.com"))[0]
	if _, err := s.writer.ExecContext(t.Context(), "DELETE FROM messages WHERE id = ?", id); err != nil {
		t.Fatal(err)
	}
	if _, err := s.writer.ExecContext(t.Context(), "UPDATE batches SET queued = queued - 1"); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(folder(t), "copy.db")
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() {
		for ctx.Err() == nil {
			if _, err := s.Advance(ctx, firstService, nil, 1); err != nil && ctx.Err() == nil {
				done <- err
				return
			}
		}
		done <- nil
	}()
	held, err := s.CopyTo(t.Context(), copied)
	cancel()
	if err := <-done; err != nil {
		t.Errorf("writing meanwhile: %v", err)
	}
	if err != nil || held.Messages != 500 {
		t.Fatalf("%+v, %v", held, err)
	}
	content, err := os.ReadFile(copied)
	if err != nil || contains(content, secret) {
		t.Errorf("what was deleted is in the copy: %v", err)
	}
	other := reopened(t, copied, newClock())
	wantWhole(t, other)
	if c := counts(t, other, message.Filter{}); c.Of("") != 500 {
		t.Errorf("counts %+v", c)
	}
}

func TestACopyOverwritesNothing(t *testing.T) {
	s, _ := opened(t)
	queue(t, s, letters(5)...)
	copied := filepath.Join(folder(t), "copy.db")
	if _, err := s.CopyTo(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	if _, err := s.CopyTo(t.Context(), filepath.Join(folder(t), "absent", "copy.db")); err == nil {
		t.Error("copied into a folder that is not there")
	}
	if _, err := s.CopyTo(t.Context(), copied); err == nil {
		t.Error("a database was overwritten")
	}
	if _, err := os.Stat(copied); err != nil {
		t.Fatal(err)
	}
	again := filepath.Join(folder(t), "again.db")
	if err := Copy(t.Context(), copied, again); err != nil {
		t.Fatal(err)
	}
	if a := adopt(t, again); a.Messages != 5 {
		t.Errorf("a copy of the copy holds %+v", a)
	}
}

func contains(content []byte, text string) bool {
	for i := 0; i+len(text) <= len(content); i++ {
		if string(content[i:i+len(text)]) == text {
			return true
		}
	}
	return false
}
