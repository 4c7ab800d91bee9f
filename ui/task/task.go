// Package task runs what takes time away from the UI goroutine and brings its result back in one
// step. It is how pages load, save and copy.
package task

import (
	"context"
	"sync"
	"sync/atomic"

	"fyne.io/fyne/v2"
)

// Group owns the goroutines of a page. Close cancels them and waits.
type Group struct {
	ctx    context.Context
	cancel context.CancelFunc
	apply  func(func())
	wait   sync.WaitGroup
	busy   atomic.Int64

	mu      sync.Mutex
	running map[string]context.CancelFunc
	turn    map[string]uint64
}

// New returns a group whose tasks end when ctx does. Results are applied with fyne.Do.
func New(ctx context.Context) *Group { return NewWith(ctx, fyne.Do) }

// NewWith is New with another way to reach the UI goroutine.
func NewWith(ctx context.Context, apply func(func())) *Group {
	ctx, cancel := context.WithCancel(ctx)
	return &Group{ctx: ctx, cancel: cancel, apply: apply, running: map[string]context.CancelFunc{}, turn: map[string]uint64{}}
}

// Go does work elsewhere and then calls what work returned on the UI goroutine; nil is nothing to
// call. A result that is still on its way when the group is closed is dropped.
func (g *Group) Go(work func(ctx context.Context) func()) {
	g.spawn(func() {
		if done := work(g.ctx); done != nil && g.ctx.Err() == nil {
			g.apply(func() {
				if g.ctx.Err() == nil {
					done()
				}
			})
		}
	})
}

// Latest is Go for work of which only the newest counts, such as loading a page: it cancels the
// work of the same name that is still under way, and drops its result.
func (g *Group) Latest(name string, work func(ctx context.Context) func()) {
	ctx, cancel := context.WithCancel(g.ctx)
	g.mu.Lock()
	if before := g.running[name]; before != nil {
		before()
	}
	g.turn[name]++
	turn := g.turn[name]
	g.running[name] = cancel
	g.mu.Unlock()
	g.spawn(func() {
		defer cancel()
		done := work(ctx)
		if done == nil || ctx.Err() != nil {
			return
		}
		g.apply(func() {
			g.mu.Lock()
			newest := g.turn[name] == turn
			g.mu.Unlock()
			if newest && g.ctx.Err() == nil {
				done()
			}
		})
	})
}

func (g *Group) spawn(f func()) {
	g.busy.Add(1)
	g.wait.Go(func() {
		defer g.busy.Add(-1)
		f()
	})
}

// Busy reports whether work is under way whose result is not handed over yet.
func (g *Group) Busy() bool { return g.busy.Load() > 0 }

// Wait waits until all work begun so far is done and its results are handed over.
func (g *Group) Wait() { g.wait.Wait() }

// Close cancels everything under way and waits for it.
func (g *Group) Close() {
	g.cancel()
	g.wait.Wait()
}
