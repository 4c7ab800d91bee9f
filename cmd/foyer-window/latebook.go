package main

import (
	"context"
	"time"

	"foyer/services/link"
	"foyer/services/person"
	"foyer/services/store"
	"foyer/ui/links"
)

// lateBook is the saved links of a window that is drawn before the database is open. Every method
// waits until it is.
type lateBook struct {
	opened chan struct{}
	store  *store.Store
	err    error
}

var _ links.Book = (*lateBook)(nil)

func newLateBook() *lateBook { return &lateBook{opened: make(chan struct{})} }

// open opens the database. It is called once.
func (b *lateBook) open(ctx context.Context, path string) {
	defer close(b.opened)
	b.store, b.err = store.Open(ctx, path, time.Now)
}

func (b *lateBook) close() error {
	<-b.opened
	if b.store == nil {
		return nil
	}
	return b.store.Close()
}

// do calls f with the open database, or returns why there is none.
func (b *lateBook) do(ctx context.Context, f func(*store.Store) error) error {
	select {
	case <-b.opened:
	case <-ctx.Done():
		return ctx.Err()
	}
	if b.err != nil {
		return b.err
	}
	return f(b.store)
}

// Links implements links.Book.
func (b *lateBook) Links(ctx context.Context) (all []link.Saved, err error) {
	err = b.do(ctx, func(s *store.Store) error { all, err = s.Links(ctx); return err })
	return all, err
}

// SaveLink implements links.Book.
func (b *lateBook) SaveLink(ctx context.Context, t link.Target, source string) (saved link.Saved, isNew bool, err error) {
	err = b.do(ctx, func(s *store.Store) error { saved, isNew, err = s.SaveLink(ctx, t, source); return err })
	return saved, isNew, err
}

// UpdateLink implements links.Book.
func (b *lateBook) UpdateLink(ctx context.Context, l link.Saved) error {
	return b.do(ctx, func(s *store.Store) error { return s.UpdateLink(ctx, l) })
}

// PinLink implements links.Book.
func (b *lateBook) PinLink(ctx context.Context, ref int64, pinned bool) error {
	return b.do(ctx, func(s *store.Store) error { return s.PinLink(ctx, ref, pinned) })
}

// UseLink implements links.Book.
func (b *lateBook) UseLink(ctx context.Context, ref int64) error {
	return b.do(ctx, func(s *store.Store) error { return s.UseLink(ctx, ref) })
}

// DeleteLink implements links.Book.
func (b *lateBook) DeleteLink(ctx context.Context, ref int64) error {
	return b.do(ctx, func(s *store.Store) error { return s.DeleteLink(ctx, ref) })
}

// RestoreLink implements links.Book.
func (b *lateBook) RestoreLink(ctx context.Context, ref int64) error {
	return b.do(ctx, func(s *store.Store) error { return s.RestoreLink(ctx, ref) })
}

// ImportPeople implements links.Book.
func (b *lateBook) ImportPeople(ctx context.Context, people []person.Person, source string) (added, merged int, err error) {
	err = b.do(ctx, func(s *store.Store) error { added, merged, err = s.ImportPeople(ctx, people, source); return err })
	return added, merged, err
}
