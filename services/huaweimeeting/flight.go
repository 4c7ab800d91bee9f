package huaweimeeting

import (
	"context"
	"sync"
)

// flights does the same work once for all who want it at the same time. The zero value is usable.
type flights[K comparable, V any] struct {
	lock  sync.Mutex
	under map[K]*flight[V]
}

// flight is work under way. Its value and error are there when done is closed.
type flight[V any] struct {
	done    chan struct{}
	cancel  context.CancelFunc
	waiting int
	value   V
	err     error
}

// do returns what work returns, which may be work that somebody else began. Who gives up gets the
// context's error and takes nothing from the others; the last to give up ends the work, and waits for
// that.
func (f *flights[K, V]) do(ctx context.Context, key K, work func(context.Context) (V, error)) (V, error) {
	var none V
	if err := ctx.Err(); err != nil {
		return none, err
	}
	one := f.join(ctx, key, work)
	select {
	case <-one.done:
		return one.value, one.err
	case <-ctx.Done():
	}
	if f.leave(key, one) {
		<-one.done
	}
	return none, ctx.Err()
}

func (f *flights[K, V]) join(ctx context.Context, key K, work func(context.Context) (V, error)) *flight[V] {
	f.lock.Lock()
	defer f.lock.Unlock()
	one, ok := f.under[key]
	if !ok {
		var own context.Context
		one = &flight[V]{done: make(chan struct{})}
		own, one.cancel = context.WithCancel(context.WithoutCancel(ctx))
		if f.under == nil {
			f.under = map[K]*flight[V]{}
		}
		f.under[key] = one
		go func() {
			defer close(one.done)
			defer f.end(key, one)
			one.value, one.err = work(own)
		}()
	}
	one.waiting++
	return one
}

// leave reports whether nobody waits any more. Then the work is told to end, and who comes next begins
// anew.
func (f *flights[K, V]) leave(key K, one *flight[V]) (last bool) {
	f.lock.Lock()
	defer f.lock.Unlock()
	one.waiting--
	if one.waiting > 0 {
		return false
	}
	f.drop(key, one)
	return true
}

func (f *flights[K, V]) end(key K, one *flight[V]) {
	f.lock.Lock()
	defer f.lock.Unlock()
	f.drop(key, one)
}

// drop needs the lock.
func (f *flights[K, V]) drop(key K, one *flight[V]) {
	if f.under[key] == one {
		delete(f.under, key)
	}
	one.cancel()
}
