package task_test

import (
	"context"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"foyer/ui/task"
)

// desk is the UI goroutine of these tests: results wait on it until they are taken up.
type desk struct {
	mu      sync.Mutex
	waiting []func()
}

func (d *desk) apply(f func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.waiting = append(d.waiting, f)
}

// work takes up what waits and returns how much that was.
func (d *desk) work() int {
	d.mu.Lock()
	waiting := d.waiting
	d.waiting = nil
	d.mu.Unlock()
	for _, f := range waiting {
		f()
	}
	return len(waiting)
}

func at(name string, log *[]string) func() { return func() { *log = append(*log, name) } }

func TestAResultIsAppliedOnTheUIGoroutineAlone(t *testing.T) {
	d := &desk{}
	g := task.NewWith(t.Context(), d.apply)
	var done []string
	g.Go(func(context.Context) func() { return at("loaded", &done) })
	g.Wait()
	if len(done) != 0 {
		t.Fatal("the result was applied by the work's own goroutine")
	}
	if n := d.work(); n != 1 || len(done) != 1 {
		t.Errorf("%d results, %v", n, done)
	}
}

func TestWorkWithoutAResultHandsNothingOver(t *testing.T) {
	d := &desk{}
	g := task.NewWith(t.Context(), d.apply)
	ran := make(chan struct{}, 2)
	g.Go(func(context.Context) func() { ran <- struct{}{}; return nil })
	g.Latest("load", func(context.Context) func() { ran <- struct{}{}; return nil })
	g.Wait()
	if len(ran) != 2 || d.work() != 0 {
		t.Errorf("%d of 2 ran", len(ran))
	}
}

func TestCloseCancelsAndWaits(t *testing.T) {
	for name, begin := range map[string]func(*task.Group, func(context.Context) func()){
		"any work":    func(g *task.Group, w func(context.Context) func()) { g.Go(w) },
		"newest work": func(g *task.Group, w func(context.Context) func()) { g.Latest("load", w) },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := &desk{}
				g := task.NewWith(t.Context(), d.apply)
				cancelled, release := false, make(chan struct{})
				begin(g, func(ctx context.Context) func() {
					<-ctx.Done()
					cancelled = true
					<-release
					return func() { t.Error("a cancelled result was applied") }
				})
				closed := false
				go func() {
					g.Close()
					closed = true
				}()
				synctest.Wait()
				if !cancelled || closed {
					t.Errorf("cancelled: %v, closed before the work was over: %v", cancelled, closed)
				}
				close(release)
				synctest.Wait()
				if !closed {
					t.Error("Close still waits though the work is over")
				}
				d.work()
			})
		})
	}
}

func TestAResultThatWaitsWhenThePageClosesIsDropped(t *testing.T) {
	d := &desk{}
	g := task.NewWith(t.Context(), d.apply)
	var done []string
	g.Go(func(context.Context) func() { return at("loaded", &done) })
	g.Latest("load", func(context.Context) func() { return at("newest", &done) })
	g.Wait()
	g.Close()
	d.work()
	if len(done) != 0 {
		t.Errorf("applied after Close: %v", done)
	}
}

func TestWorkEndsWithTheContextOfItsGroup(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		g := task.NewWith(ctx, (&desk{}).apply)
		g.Go(func(ctx context.Context) func() { <-ctx.Done(); return nil })
		cancel()
		g.Wait() // a deadlock, which synctest reports, if the work goes on
	})
}

func TestOnlyTheNewestResultCounts(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &desk{}
		g := task.NewWith(t.Context(), d.apply)
		var done []string
		release := make(chan struct{})
		var older context.Context
		g.Latest("load", func(ctx context.Context) func() {
			older = ctx
			<-release // deaf to its context, as a slow system call is
			return at("old", &done)
		})
		synctest.Wait()
		g.Latest("load", func(context.Context) func() { return at("new", &done) })
		synctest.Wait()
		if older.Err() == nil {
			t.Error("the older work was not cancelled")
		}
		close(release)
		g.Wait()
		d.work()
		if diff := cmp.Diff([]string{"new"}, done); diff != "" {
			t.Errorf("applied (-want +got):\n%s", diff)
		}
	})
}

func TestAResultThatWaitsIsDroppedForANewerOne(t *testing.T) {
	d := &desk{}
	g := task.NewWith(t.Context(), d.apply)
	var done []string
	for _, name := range []string{"first", "second", "third"} {
		g.Latest("load", func(context.Context) func() { return at(name, &done) })
		g.Wait()
	}
	if n := d.work(); n != 3 {
		t.Fatalf("%d results wait, want 3", n)
	}
	if diff := cmp.Diff([]string{"third"}, done); diff != "" {
		t.Errorf("applied (-want +got):\n%s", diff)
	}
}

func TestWorkOfAnotherNameIsLeftAlone(t *testing.T) {
	d := &desk{}
	g := task.NewWith(t.Context(), d.apply)
	var done []string
	g.Latest("links", func(context.Context) func() { return at("links", &done) })
	g.Wait()
	g.Latest("rooms", func(context.Context) func() { return at("rooms", &done) })
	g.Wait()
	d.work()
	if diff := cmp.Diff([]string{"links", "rooms"}, done); diff != "" {
		t.Errorf("applied (-want +got):\n%s", diff)
	}
}
