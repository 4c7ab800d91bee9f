package task

import (
	"context"
	"sync"
)

// Queue does jobs one after the other, in the order in which they were asked for: the last choice
// of a user is the one that lasts. What was asked for is done to the end, also when the page is
// closed in the meantime.
type Queue struct {
	group *Group

	mu      sync.Mutex
	jobs    []func(context.Context) func()
	running bool
}

// NewQueue returns an empty queue. The jobs get ctx without its end; results are applied with
// apply, such as fyne.Do.
func NewQueue(ctx context.Context, apply func(func())) *Queue {
	return &Queue{group: NewWith(context.WithoutCancel(ctx), apply)}
}

// Add does a job after all that were added before; what it returns is called on the UI goroutine.
func (q *Queue) Add(job func(context.Context) func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.jobs = append(q.jobs, job)
	if !q.running {
		q.running = true
		q.group.Go(q.drain)
	}
}

// Busy reports whether jobs are under way whose results are not handed over yet.
func (q *Queue) Busy() bool { return q.group.Busy() }

// Wait waits until everything that was added is done.
func (q *Queue) Wait() { q.group.Wait() }

func (q *Queue) drain(ctx context.Context) func() {
	for job := q.next(); job != nil; job = q.next() {
		if done := job(ctx); done != nil {
			q.group.apply(done)
		}
	}
	return nil
}

// next takes the first job, nil when there is none left.
func (q *Queue) next() func(context.Context) func() {
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
