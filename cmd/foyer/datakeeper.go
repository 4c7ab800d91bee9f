package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/logfile"
	"foyer/services/profile"
	"foyer/services/secrets"
	"foyer/services/store"
	"foyer/ui/text"
)

// dataKeeper does what concerns everything that the user has: for the agent, whom the window asks, and for
// the command line.
type dataKeeper struct {
	dirs  profile.Dirs
	words *text.Catalogue
	now   func() time.Time
	// open returns the database, and what to call when it is not needed any more.
	open func(ctx context.Context) (*store.Store, func() error, error)
	// settings returns the settings file, keeper what keeps the secrets.
	settings func() (*profile.File, error)
	keeper   func() *secrets.Keeper
	// findings are what foyer doctor says, services what the agent knows of the services.
	findings func(ctx context.Context) []finding
	services func() []agent.ServiceState
	// autostart removes the entry that starts Foyer at log-in; nil where there is none.
	autostart func(ctx context.Context) error

	mu   sync.Mutex
	next ending
}

var _ agent.Data = (*dataKeeper)(nil)

// ending is what is to be done when the agent has ended.
type ending string

// The endings.
const (
	endForGood   ending = ""
	endToRestore ending = "restore"
	endToErase   ending = "erase"
)

// ending says what is to be done when the agent has ended.
func (k *dataKeeper) ending() ending {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.next
}

func (k *dataKeeper) endTo(next ending) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.next = next
}

// with calls f with the open database.
func (k *dataKeeper) with(ctx context.Context, f func(*store.Store) error) error {
	s, done, err := k.open(ctx)
	if err != nil {
		return err
	}
	return errors.Join(f(s), done())
}

// DataState implements agent.Data.
func (k *dataKeeper) DataState(ctx context.Context) (state agent.DataState, err error) {
	state.News = k.news()
	for _, name := range k.logs() {
		state.Log += sizeOf(name)
	}
	for _, b := range store.BeforeMigrations(k.dirs.Database()) {
		state.Before = append(state.Before, agent.BeforeState{Path: b.Path, Schema: b.Schema, Made: b.Made, Bytes: sizeOf(b.Path)})
	}
	state.Database = sizeOf(k.dirs.Database()) + sizeOf(k.dirs.Database()+"-wal")
	err = k.with(ctx, func(s *store.Store) error {
		h, err := s.Holdings(ctx)
		state.Holdings = agent.Holdings(h)
		return err
	})
	return state, err
}

// Prunable implements agent.Data.
func (k *dataKeeper) Prunable(ctx context.Context, days int) (n int, err error) {
	err = k.with(ctx, func(s *store.Store) error { n, err = s.Prunable(ctx, days); return err })
	return n, err
}

// logs are the files of the log and of what went wrong.
func (k *dataKeeper) logs() []string {
	all := append(logfile.Parts(k.dirs.Log()), logfile.Parts(k.dirs.WindowLog())...)
	// Foyer 0.1 put a log aside under the first of these names.
	for _, name := range []string{k.dirs.Log() + ".1", k.dirs.WindowWords(), k.dirs.AgentWords()} {
		all = append(all, matching(name)...)
	}
	return append(all, matching(filepath.Join(k.dirs.Crashes(), "*"))...)
}

// sizeOf is the size of a file, 0 when there is none.
func sizeOf(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

// spare refuses to write onto a file that Foyer itself needs.
func (k *dataKeeper) spare(path string) error {
	chosen, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return onDisk(err)
	}
	own := append(k.logs(), k.dirs.Database(), k.dirs.Database()+"-wal", k.dirs.Settings(), filepath.Join(k.dirs.Data, newsName))
	for _, name := range own {
		if info, err := os.Stat(name); err == nil && os.SameFile(info, chosen) {
			return &fault.Error{Op: "writing a file", Service: dataService, Kind: fault.Invalid, Code: codeOwnFile}
		}
	}
	return nil
}

// onDisk makes a *fault.Error of what the file system says; others stay as they are.
func onDisk(err error) error {
	if _, ok := errors.AsType[*fault.Error](err); ok || err == nil {
		return err
	}
	e := &fault.Error{Op: "looking after the data", Service: dataService, Kind: fault.Other, Err: err}
	switch {
	case errors.Is(err, syscall.ENOSPC):
		e.Code = store.CodeFull
	case errors.Is(err, fs.ErrPermission):
		e.Code = store.CodePermission
	case errors.Is(err, syscall.EROFS):
		e.Code = store.CodeReadOnly
	case errors.Is(err, context.Canceled):
		e.Kind = fault.Cancelled
	}
	return e
}

const dataService = "data"

// The codes of failures of the data as a whole. The sentences live in the translations.
const (
	codeOwnFile    = "data-own-file"
	codeUnerased   = "data-left"
	codeNoDatabase = "no-database"
)
