package main

import (
	"context"
	"time"

	"foyer/services/agent"
	"foyer/services/link"
	"foyer/services/store"
)

// lateStore is the saved links of an agent whose icon is shown before the database is open. Every
// method waits until it is.
type lateStore struct {
	opened chan struct{}
	store  *store.Store
	err    error
}

var _ agent.Links = (*lateStore)(nil)

func newLateStore() *lateStore { return &lateStore{opened: make(chan struct{})} }

// open opens the database. It is called once.
func (l *lateStore) open(ctx context.Context, path string) {
	defer close(l.opened)
	l.store, l.err = store.Open(ctx, path, time.Now)
}

// wait returns the open database, or why there is none.
func (l *lateStore) wait(ctx context.Context) (*store.Store, error) {
	select {
	case <-l.opened:
		return l.store, l.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// close closes the database, once open has returned.
func (l *lateStore) close() error {
	<-l.opened
	if l.store == nil {
		return nil
	}
	return l.store.Close()
}

// SaveLink implements agent.Links.
func (l *lateStore) SaveLink(ctx context.Context, t link.Target, source string) (link.Saved, bool, error) {
	s, err := l.wait(ctx)
	if err != nil {
		return link.Saved{}, false, err
	}
	return s.SaveLink(ctx, t, source)
}

// Link implements agent.Links.
func (l *lateStore) Link(ctx context.Context, ref int64) (link.Saved, error) {
	s, err := l.wait(ctx)
	if err != nil {
		return link.Saved{}, err
	}
	return s.Link(ctx, ref)
}

// UseLink implements agent.Links.
func (l *lateStore) UseLink(ctx context.Context, ref int64) error {
	s, err := l.wait(ctx)
	if err != nil {
		return err
	}
	return s.UseLink(ctx, ref)
}

// DeleteLink implements agent.Links.
func (l *lateStore) DeleteLink(ctx context.Context, ref int64) error {
	s, err := l.wait(ctx)
	if err != nil {
		return err
	}
	return s.DeleteLink(ctx, ref)
}

// links lists the saved links.
func (l *lateStore) links(ctx context.Context) ([]link.Saved, error) {
	s, err := l.wait(ctx)
	if err != nil {
		return nil, err
	}
	return s.Links(ctx)
}
