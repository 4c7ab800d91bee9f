package task_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"foyer/ui/task"
)

func TestJobsAreDoneOneAfterTheOther(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &desk{}
		q := task.NewQueue(t.Context(), d.apply)
		var log []string
		release := make(chan struct{})
		q.Add(func(context.Context) func() {
			<-release
			log = append(log, "first done")
			return at("first applied", &log)
		})
		q.Add(func(context.Context) func() {
			log = append(log, "second done")
			return at("second applied", &log)
		})
		synctest.Wait()
		if len(log) != 0 {
			t.Errorf("the second job did not wait for the first: %v", log)
		}
		close(release)
		q.Wait()
		d.work()
		if diff := cmp.Diff([]string{"first done", "second done", "first applied", "second applied"}, log); diff != "" {
			t.Errorf("order (-want +got):\n%s", diff)
		}
	})
}

func TestJobsAreDoneToTheEndAlsoWhenThePageCloses(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	d := &desk{}
	q := task.NewQueue(ctx, d.apply)
	cancel()
	var done []string
	q.Add(func(ctx context.Context) func() {
		if ctx.Err() != nil {
			t.Error("the job was cancelled with the page")
		}
		return at("saved", &done)
	})
	q.Wait()
	d.work()
	if len(done) != 1 {
		t.Errorf("applied %v", done)
	}
}

func TestJobsThatAreAddedFromEverywhereAreAllDone(t *testing.T) {
	const many = 200
	d := &desk{}
	q := task.NewQueue(t.Context(), d.apply)
	running, seen := 0, map[string]bool{} // unguarded: jobs never overlap, and the race detector looks
	var all sync.WaitGroup
	for i := range many {
		all.Go(func() {
			q.Add(func(context.Context) func() {
				running++
				seen[fmt.Sprint(i)] = running == 1
				running--
				return func() {}
			})
		})
	}
	all.Wait()
	q.Wait()
	for i := range many {
		if !seen[fmt.Sprint(i)] {
			t.Errorf("job %d was not done alone", i)
		}
	}
	if n := d.work(); n != many {
		t.Errorf("%d results of %d", n, many)
	}
}

func TestTheClockCallsWhenTheTimeHasPassedUnlessStopped(t *testing.T) {
	test.NewTempApp(t) // what is called is handed to its goroutine
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		var after time.Duration
		task.OnClock(8*time.Second, func() { after = time.Since(began) })
		stop := task.OnClock(time.Second, func() { t.Error("called though it was stopped") })
		stop()
		<-time.After(9 * time.Second) // the bubble's time
		synctest.Wait()
		if after != 8*time.Second {
			t.Errorf("called after %v", after)
		}
	})
}
