package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// Damage says what Open found broken and what became of it. The zero value means: nothing.
type Damage struct {
	// Path is where the damaged file, or a copy of it, lies now. Its log lies beside it as Path-wal.
	Path string
	// LogOnly is true when the database itself is whole and in use, and only its write-ahead log
	// was broken: the last changes may be missing.
	LogOnly bool
	// Rescued is how many links could be read from the damaged file and were taken over.
	Rescued int
	// Messages is how many messages of the outbox, sent ones and others, were taken over likewise.
	Messages int
	// Err is what SQLite said.
	Err error
}

// Damage tells what Open found broken.
func (s *Store) Damage() Damage { return s.damage }

// SetAside returns where a damaged database was put, or "" when it was whole.
func (s *Store) SetAside() string { return s.damage.Path }

// sidecars are the endings of the files that belong to one database.
var sidecars = [...]string{"", "-wal", "-shm"}

// asideName is a name that nothing has yet, made from the time.
func (s *Store) asideName() string {
	base := s.path + ".damaged-" + s.now().UTC().Format("20060102T150405Z")
	name := base
	for n := 2; ; n++ {
		taken := false
		for _, side := range sidecars {
			if _, err := os.Lstat(name + side); !errors.Is(err, fs.ErrNotExist) {
				taken = true
			}
		}
		if !taken {
			return name
		}
		name = fmt.Sprintf("%s-%d", base, n)
	}
}

// setAside renames the database and its log, so that neither is lost and neither is used again.
func (s *Store) setAside(cause error) error {
	name := s.asideName()
	for _, side := range sidecars {
		if err := os.Rename(s.path+side, name+side); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("setting the damaged database aside: %w", err)
		}
	}
	s.clearSuspicion()
	s.damage = Damage{Path: name, Err: cause}
	return nil
}

// fail is wrap, and remembers on disk that the file is suspect when a later page turned out to be
// damaged: the next Open then checks every page.
func (s *Store) fail(ctx context.Context, op string, err error) error {
	if damaged(err) {
		if f, errMark := os.OpenFile(s.suspicion(), os.O_CREATE|os.O_WRONLY, 0o600); errMark == nil {
			_ = f.Close()
		}
	}
	return wrap(ctx, op, err)
}

func (s *Store) suspicion() string { return s.path + ".suspect" }

func (s *Store) clearSuspicion() { _ = os.Remove(s.suspicion()) }

// settleSuspicion checks every page if an earlier process met a damaged one.
func (s *Store) settleSuspicion(ctx context.Context) error {
	if _, err := os.Lstat(s.suspicion()); err != nil {
		return nil
	}
	var verdict string
	if err := s.writer.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return &pagesError{verdict}
	}
	s.clearSuspicion()
	return nil
}

// pagesError is the verdict of SQLite's own check, which comes as a row and not as an error.
type pagesError struct{ verdict string }

func (e *pagesError) Error() string { return "the database is damaged: " + e.verdict }

// damaged tells whether err means that the file is not what SQLite wrote.
func damaged(err error) bool {
	if _, ok := errors.AsType[*pagesError](err); ok {
		return true
	}
	e, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return false
	}
	class := e.Code() & 0xff
	return class == lib.SQLITE_CORRUPT || class == lib.SQLITE_NOTADB
}
