package store

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"foyer/services/fault"
)

// Other processes are this test binary, started again with a role in the environment.
const (
	roleVariable = "FOYER_STORE_TEST_ROLE"
	pathVariable = "FOYER_STORE_TEST_PATH"
	nameVariable = "FOYER_STORE_TEST_NAME"
	saves        = 200
)

// play is what the other process does. It prints a line for everything that was acknowledged.
func play(role string) int {
	ctx, path, name := context.Background(), os.Getenv(pathVariable), os.Getenv(nameVariable)
	if role == "replace" {
		fmt.Fprintln(os.Stderr, replaceForEver(ctx, filepath.Dir(path)))
		return 1
	}
	s, err := Open(ctx, path, time.Now)
	if err == nil {
		switch role {
		case "save":
			err = saveMany(ctx, s, name, saves)
		case "save for ever":
			err = saveMany(ctx, s, name, 1<<30)
		case "hold":
			err = hold(ctx, s)
		case "queue":
			err = queueBatches(ctx, s, name)
		case "deliver":
			err = deliver(ctx, s, name)
		}
		err = errors.Join(err, s.Close())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func saveMany(ctx context.Context, s *Store, name string, n int) error {
	for i := range n {
		id := fmt.Sprintf("%s-%d", name, i)
		if _, _, err := s.SaveLink(ctx, space(id, id), "typed"); err != nil {
			return err
		}
		// One write call a line: what arrives was acknowledged before.
		if _, err := os.Stdout.WriteString(id + "\n"); err != nil {
			return err
		}
	}
	return nil
}

// hold takes the write lock until stdin ends.
func hold(ctx context.Context, s *Store) error {
	return inTransaction(ctx, s.writer, time.Second, func(*sql.Tx) error {
		fmt.Println("held")
		_, err := io.Copy(io.Discard, os.Stdin)
		return err
	})
}

func process(t *testing.T, role, path, name string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self)
	// The race detector makes a process wait a second before it ends, for reports of other threads.
	cmd.Env = append(os.Environ(), "GORACE=atexit_sleep_ms=10", roleVariable+"="+role, pathVariable+"="+path, nameVariable+"="+name)
	cmd.Stderr = os.Stderr
	return cmd
}

func TestProcessesWritingAtOnceLoseNothing(t *testing.T) {
	t.Parallel()
	path := filepath.Join(folder(t), "foyer.db")
	writers := []string{"a", "b", "c"}
	running := map[string]*exec.Cmd{}
	for _, name := range writers {
		// They also create the database at once.
		cmd := process(t, "save", path, name)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		running[name] = cmd
	}
	for name, cmd := range running {
		if err := cmd.Wait(); err != nil {
			t.Errorf("writer %s: %v", name, err)
		}
	}
	s := reopened(t, path, newClock())
	if got := len(names(t, s)); got != saves*len(writers) {
		t.Errorf("%d links, want %d", got, saves*len(writers))
	}
	if n, err := s.Revision(t.Context()); err != nil || n != int64(saves*len(writers)) {
		t.Errorf("revision %d, error %v", n, err)
	}
}

func TestKilledProcessLosesNothingThatWasAcknowledged(t *testing.T) {
	t.Parallel()
	path := filepath.Join(folder(t), "foyer.db")
	var acknowledged []string
	for round := range 5 {
		cmd := process(t, "save for ever", path, itoa(round))
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for n := 0; lines.Scan(); n++ {
			acknowledged = append(acknowledged, lines.Text())
			if n == 20+round*37 {
				// The process goes on saving while the signal is on its way.
				if err := cmd.Process.Kill(); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := cmd.Wait(); err == nil {
			t.Fatal("the process was not killed")
		}
	}
	s := reopened(t, path, newClock())
	if s.SetAside() != "" {
		t.Errorf("reported as damaged: %+v", s.Damage())
	}
	kept := map[string]bool{}
	for _, n := range names(t, s) {
		kept[n] = true
	}
	for _, id := range acknowledged {
		if !kept[id] {
			t.Errorf("%s was acknowledged and is lost", id)
		}
	}
	var verdict string
	if err := s.writer.QueryRowContext(t.Context(), "PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Errorf("integrity: %s, error %v", verdict, err)
	}
}

// holding starts a process that holds the write lock until release is called.
func holding(t *testing.T, path string) (release func()) {
	t.Helper()
	cmd := process(t, "hold", path, "")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); strings.TrimSpace(line) != "held" {
		t.Fatalf("the other process said %q, error %v", line, err)
	}
	return func() {
		if err := errors.Join(in.Close(), cmd.Wait()); err != nil {
			t.Error(err)
		}
	}
}

func TestLockedDatabaseIsBusyForWritersAndOpenForReaders(t *testing.T) {
	t.Parallel()
	c := newClock()
	s, err := open(t.Context(), filled(t, 2), c.now, 50*time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	release := holding(t, s.Path())
	_, _, err = s.SaveLink(t.Context(), space("a", "A"), "typed")
	wantFault(t, err, fault.Other, CodeBusy)
	if got := len(names(t, s)); got != 2 {
		t.Errorf("a reader sees %d links", got)
	}
	other, err := open(t.Context(), s.Path(), c.now, 50*time.Millisecond)
	if err != nil {
		t.Errorf("opening beside a writer: %v", err)
	} else if err := other.Close(); err != nil {
		t.Error(err)
	}
	release()
	save(t, s, space("a", "A"))
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func TestOpeningWaitsForTheOtherProcessButNotForEver(t *testing.T) {
	path := filled(t, 1)
	unlock, err := lock(t.Context(), path, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	_, err = open(t.Context(), path, time.Now, 20*time.Millisecond)
	wantFault(t, err, fault.Other, CodeBusy)
	unlock()
	reopened(t, path, newClock())
}

func TestCallerWhoGivesUpNeedNotWaitForTheLock(t *testing.T) {
	t.Parallel()
	s, err := open(t.Context(), filled(t, 1), time.Now, time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	release := holding(t, s.Path())
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Millisecond)
	defer cancel()
	_, _, err = s.SaveLink(ctx, space("a", "A"), "typed")
	wantFault(t, err, fault.Cancelled, "")
	release()
	save(t, s, space("b", "B"))
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func TestOpeningWaitsWhileAnotherProcessKeepsEverybodyOut(t *testing.T) {
	t.Parallel()
	path := filled(t, 1)
	db, err := sql.Open("sqlite", path+"?_pragma=locking_mode(exclusive)")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), "PRAGMA user_version = "+itoa(Schema())); err != nil {
		t.Fatal(err)
	}
	_, err = open(t.Context(), path, time.Now, 3*patience)
	wantFault(t, err, fault.Other, CodeBusy)
	done := make(chan error)
	go func() {
		s, err := Open(t.Context(), path, time.Now)
		if err == nil {
			err = s.Close()
		}
		done <- err
	}()
	if err := errors.Join(db.Close(), <-done); err != nil {
		t.Errorf("after it let go: %v", err)
	}
}
