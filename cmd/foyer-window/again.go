package main

import (
	"context"
	"encoding/json"
	"time"

	"foyer/services/store"
	"foyer/ui/task"
)

// placeDraft is under which name the store keeps where the window was.
const placeDraft = "window"

// placeTime is how long the start after a crash waits for the database.
const placeTime = 3 * time.Second

// place is where the window was, for a window that takes its place after a crash.
type place struct {
	Page   string `json:"page"`
	Hidden bool   `json:"hidden,omitempty"`
}

// places keeps where the window is, at every turn.
type places struct {
	back   *backstage
	stores *task.Queue
	last   place
}

func newPlaces(ctx context.Context, b *backstage) *places {
	return &places{back: b, stores: task.NewQueue(ctx, func(func()) {})}
}

// note keeps a new place. It is called on the UI goroutine.
func (p *places) note(now place) {
	if now == p.last {
		return
	}
	p.last = now
	p.stores.Add(func(ctx context.Context) func() {
		data, err := json.Marshal(now)
		if err == nil {
			err = p.back.book.do(ctx, func(s *store.Store) error { return s.SaveDraft(ctx, placeDraft, data) })
		}
		if err != nil {
			p.back.log.Warn("keeping where the window is", "error", err)
		}
		return nil
	})
}

// close waits until the place is kept.
func (p *places) close() { p.stores.Wait() }

// lastPlace returns where the window was that crashed. What cannot be read is the first page.
func (b *backstage) lastPlace() (last place) {
	ctx, cancel := context.WithTimeout(b.ctx, placeTime)
	defer cancel()
	err := b.book.do(ctx, func(s *store.Store) error {
		data, err := s.Draft(ctx, placeDraft)
		if err != nil || data == nil {
			return err
		}
		return json.Unmarshal(data, &last)
	})
	if err != nil {
		b.log.Warn("reading where the window was", "error", err)
	}
	return last
}
