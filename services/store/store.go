// Package store keeps Foyer's data in one SQLite file: the saved links, the outbox with its batches and its
// history, the people and chat rooms that were written to, and what was last read of the meeting rooms.
// Every process of the same user opens the file for itself; SQLite's write-ahead log and one writer
// connection each keep them apart. A call that returned without error is on the disk. The package decides
// nothing about what a link means or what becomes of a message, shows nothing, and tells nobody about
// changes except by Revision.
package store

import (
	"context"
	"database/sql"
	"path/filepath"
	"sync/atomic"
	"time"
)

// Kept is how long a deleted link or a discarded message can be restored.
const Kept = 30 * 24 * time.Hour

// Store is an open database. Its methods may be called from several goroutines at once; they
// return a *fault.Error whose Code is one of this package's codes.
type Store struct {
	path   string
	now    func() time.Time
	writer *sql.DB       // one connection, open as long as the Store
	reader *sql.DB       // opens connections when somebody reads, and lets them go again
	busy   time.Duration // how long a write waits for another process
	damage Damage
	hot    hot
	unkept bool // no copy is made before migrations: the database is a copy itself
	// damagedRooms counts what DamagedRooms tells.
	damagedRooms atomic.Int64
}

// Open opens the database at path, creates it when there is none, and brings it up to date. The
// folder must exist. now is the clock; links that were deleted and messages that were discarded longer
// ago than Kept are purged.
//
// A damaged file is moved aside, and Open succeeds with an empty database or with what could be
// read of it; Damage tells. A database of a newer Foyer is left alone and refused with CodeNewer
// and a *NewerError, a file of another program with CodeForeign.
func Open(ctx context.Context, path string, now func() time.Time) (*Store, error) {
	return open(ctx, path, now, busyWait)
}

// busyWait is how long a call waits while another process holds the database.
const busyWait = 5 * time.Second

const opOpen = "opening the database"

func open(ctx context.Context, path string, now func() time.Time, busy time.Duration) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, wrap(ctx, opOpen, err)
	}
	unlock, err := lock(ctx, path, busy)
	if err != nil {
		return nil, wrap(ctx, opOpen, err)
	}
	defer unlock()
	s := &Store{path: path, now: now, busy: busy}
	if err := s.openUnharmed(ctx); err != nil {
		return nil, wrap(ctx, opOpen, err)
	}
	return s, nil
}

// Close ends all connections. The last process to close folds the write-ahead log into the file.
func (s *Store) Close() error {
	// Readers first: a read-only connection that is the last to go would leave the log behind.
	errRead := s.reader.Close()
	if err := s.writer.Close(); err != nil {
		return classify("closing the database", err)
	}
	return classify("closing the database", errRead)
}

// Path returns the absolute path of the database file.
func (s *Store) Path() string { return s.path }
