package store

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/message"
)

// edited runs statements on the database file with a bare handle.
func edited(t testing.TB, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range statements {
		if _, err := db.ExecContext(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestNewerDatabaseIsRefusedAndLeftAlone(t *testing.T) {
	path := filled(t, 3)
	edited(t, path, "PRAGMA user_version = 99", "PRAGMA journal_mode = DELETE")
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Open(t.Context(), path, time.Now)
	wantFault(t, err, fault.Other, CodeNewer)
	newer, ok := errors.AsType[*NewerError](err)
	if !ok || newer.Version != 99 || newer.Known != Schema() || newer.Path != path {
		t.Errorf("got %#v", newer)
	}
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Error("the file was changed")
	}
}

func TestAnotherProgramsDatabaseIsRefused(t *testing.T) {
	path := filepath.Join(folder(t), "foyer.db")
	edited(t, path, "CREATE TABLE cookies (id INTEGER)")
	_, err := Open(t.Context(), path, time.Now)
	wantFault(t, err, fault.Other, CodeForeign)
	if foreign, ok := errors.AsType[*ForeignError](err); !ok || foreign.Path != path {
		t.Errorf("got %v", err)
	}
}

func TestPlacesThatCannotHoldADatabase(t *testing.T) {
	dir := folder(t)
	if err := os.WriteFile(filepath.Join(dir, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ rule, path, code string }{
		{"a folder in place of the file", dir, CodeFolder},
		{"no such folder", filepath.Join(dir, "none", "foyer.db"), CodeNoFolder},
		{"a file in place of the folder", filepath.Join(dir, "file", "foyer.db"), CodeNoFolder},
	} {
		t.Run(c.rule, func(t *testing.T) {
			_, err := Open(t.Context(), c.path, time.Now)
			wantFault(t, err, fault.Other, c.code)
		})
	}
}

// limitPages makes the database's disk full: SQLite reports both in the same way.
func limitPages(t testing.TB, s *Store, n int) {
	t.Helper()
	var got int
	if err := s.writer.QueryRowContext(t.Context(), "PRAGMA max_page_count = "+itoa(n)).Scan(&got); err != nil || got != n {
		t.Fatalf("limit %d, error %v", got, err)
	}
}

func TestFullDiskLosesNothingAndRecovers(t *testing.T) {
	t.Parallel()
	s, _ := opened(t)
	limitPages(t, s, 40)
	var err error
	n := 0
	for ; err == nil && n < 1000; n++ {
		_, _, err = s.SaveLink(t.Context(), space(itoa(n), "a name that takes some room on the disk"), "typed")
	}
	wantFault(t, err, fault.Other, CodeFull)
	if got := len(names(t, s)); got != n-1 {
		t.Errorf("%d links, %d were acknowledged", got, n-1)
	}
	limitPages(t, s, 10000)
	save(t, s, space("room again", "A"))
	if got := len(names(t, s)); got != n {
		t.Errorf("%d links after the disk had room again, want %d", got, n)
	}
}

func TestMigrationsApplyOnceAndCountTheVersion(t *testing.T) {
	path := filled(t, 1)
	s := reopened(t, path, newClock())
	st, err := inspect(t.Context(), s.writer)
	if err != nil {
		t.Fatal(err)
	}
	steps, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	if want := (state{version: len(steps), application: applicationID, tables: st.tables, journal: "wal"}); st != want {
		t.Errorf("got %+v, want %+v", st, want)
	}
}

func TestOutboxOnAFullDiskLosesNothingAndRecovers(t *testing.T) {
	t.Parallel()
	s, c := opened(t)
	ids := queue(t, s, letters(20)...)
	taken := advance(t, s, 4)
	var pages int
	if err := s.writer.QueryRowContext(t.Context(), "PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	limitPages(t, s, pages+2)
	_, err := s.QueueBatch(t.Context(), message.Batch{Name: "b.csv"}, file(letters(500)...))
	wantFault(t, err, fault.Other, CodeFull)
	_, err = s.QueueMessages(t.Context(), firstService, letters(500))
	wantFault(t, err, fault.Other, CodeFull)
	long := settledAs(taken[0].ID, message.Failed, c.at)
	long.Failure.Words = strings.Repeat("No room. ", 10000)
	outcomes := []message.Settled{settledAs(taken[1].ID, message.Sent, c.at), long}
	_, err = s.Advance(t.Context(), firstService, outcomes, 4)
	wantFault(t, err, fault.Other, CodeFull)
	if got := counts(t, s, message.Filter{}); got != (message.Counts{Queued: 16, Sending: 4}) {
		t.Errorf("counts %+v", got)
	}
	wantWhole(t, s)
	limitPages(t, s, 10000)
	if got := idsOf(advance(t, s, 2, outcomes...)); !cmp.Equal(got, ids[4:6]) {
		t.Errorf("took %v after the disk had room again", got)
	}
	if got := counts(t, s, message.Filter{}); got != (message.Counts{Queued: 14, Sending: 4, Sent: 1, Failed: 1}) {
		t.Errorf("counts %+v", got)
	}
}

func TestOutboxThatCannotBeWrittenSaysSo(t *testing.T) {
	s, _ := opened(t)
	id := queue(t, s, to("x", "a@example.com"))[0]
	// What SQLite says on a read-only disk.
	if _, err := s.writer.ExecContext(t.Context(), "PRAGMA query_only = 1"); err != nil {
		t.Fatal(err)
	}
	_, err := s.QueueMessages(t.Context(), firstService, letters(1))
	wantFault(t, err, fault.Other, CodeReadOnly)
	_, err = s.Advance(t.Context(), firstService, nil, 1)
	wantFault(t, err, fault.Other, CodeReadOnly)
	_, err = s.DiscardMessages(t.Context(), id)
	wantFault(t, err, fault.Other, CodeReadOnly)
	if got := item(t, s, id).State; got != message.Queued {
		t.Errorf("the message is %s", got)
	}
}

func TestDatabaseOfTheFirstVersionGetsAnOutbox(t *testing.T) {
	path := filepath.Join(folder(t), "foyer.db")
	first, err := migrations.ReadFile("migrations/0001_links.sql")
	if err != nil {
		t.Fatal(err)
	}
	edited(t, path, string(first), "PRAGMA user_version = 1", `INSERT INTO links (key, kind, id, name, email, sip, url, message, type, cluster, extras, warnings, saved, source)
		VALUES ('space:a', 'space', 'a', 'Marketing', '', '', 'webexteams://im?space=a', '', '', '', '', '', 1, 'typed')`)
	s := reopened(t, path, newClock())
	if got := names(t, s); !cmp.Equal(got, []string{"Marketing"}) {
		t.Errorf("links %v", got)
	}
	take(t, s, 1, queue(t, s, to("x", "a@example.com"))...)
}
