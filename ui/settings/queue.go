package settings

import (
	"context"
	"sync"

	"foyer/ui/task"
)

// queue stores changes one after the other, in the order in which they were made: the last choice
// of a user must be the one that lasts.
type queue struct {
	tasks *task.Group

	mu      sync.Mutex
	jobs    []func(context.Context) func()
	running bool
}

// add does a job after all that were added before; what it returns is called on the UI goroutine.
func (q *queue) add(job func(context.Context) func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.jobs = append(q.jobs, job)
	if !q.running {
		q.running = true
		q.tasks.Go(q.drain)
	}
}

func (q *queue) drain(ctx context.Context) func() {
	var done []func()
	for job := q.next(); job != nil; job = q.next() {
		if f := job(ctx); f != nil {
			done = append(done, f)
		}
	}
	return func() {
		for _, f := range done {
			f()
		}
	}
}

// next takes the first job, nil when there is none left.
func (q *queue) next() func(context.Context) func() {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.jobs) == 0 {
		q.running = false
		return nil
	}
	job := q.jobs[0]
	q.jobs = q.jobs[1:]
	return job
}
