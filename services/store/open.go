package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// openUnharmed connects, and when the file turns out to be damaged moves it aside and begins a new
// one. The caller holds the lock.
func (s *Store) openUnharmed(ctx context.Context) error {
	if err := s.claim(); err != nil {
		return err
	}
	if err := s.checkLog(); err != nil {
		return err
	}
	err := s.connect(ctx)
	if err == nil {
		err = s.settleSuspicion(ctx)
		if err != nil {
			_ = s.Close()
		}
	}
	// With the end of the log the news may be lost that a message has left.
	stale := s.damage.LogOnly
	if !damaged(err) {
		if err == nil && stale {
			s.distrust(ctx)
		}
		return err
	}
	if err := s.setAside(err); err != nil {
		return err
	}
	if err := s.claim(); err != nil {
		return err
	}
	if err := s.connect(ctx); err != nil {
		return err
	}
	s.rescue(ctx)
	if stale {
		s.distrust(ctx)
	}
	return nil
}

// claim resolves links, creates an empty file that only the user can read, and finds the plain
// reasons why nothing can be written here, which SQLite would all call "unable to open".
func (s *Store) claim() error {
	if resolved, err := filepath.EvalSymlinks(s.path); err == nil {
		// SQLite puts its log beside the real file.
		s.path = resolved
	}
	if info, err := os.Stat(s.path); err == nil && !info.Mode().IsRegular() {
		return &os.PathError{Op: "open", Path: s.path, Err: syscall.EISDIR}
	}
	f, err := os.OpenFile(s.path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// connect tries to open while a process that closes the database, or one that repairs it after a
// crash, keeps everybody out for a moment.
func (s *Store) connect(ctx context.Context) error {
	return patiently(ctx, s.busy, func() error { return s.tryConnect(ctx) })
}

// tryConnect opens the two handles and reads enough to see whether the file is whole: its header, its
// size, the schema, and the root pages of the tables. A full check would read every page at every
// start.
func (s *Store) tryConnect(ctx context.Context) (err error) {
	if s.writer, err = connectWriter(s.path); err != nil {
		return err
	}
	if s.reader, err = connectReader(s.path, s.busy); err != nil {
		_ = s.writer.Close()
		return err
	}
	defer func() {
		if err != nil {
			_ = s.Close()
		}
	}()
	if err := s.prepare(ctx); err != nil {
		return err
	}
	var revision, newest int64
	err = s.writer.QueryRowContext(ctx, `SELECT number, max(ifnull((SELECT max(ref) FROM links), 0), (SELECT last FROM numbers),
		ifnull((SELECT max(id) FROM messages), 0), ifnull((SELECT max(message) FROM contents), 0),
		ifnull((SELECT max(id) FROM batches), 0), ifnull((SELECT max(id) FROM events), 0)) FROM revision`).Scan(&revision, &newest)
	if err != nil {
		return fmt.Errorf("reading the revision: %w", err)
	}
	return s.purge(ctx)
}
