package agent

import (
	"maps"
	"slices"
	"sync"
)

// keyed keeps one of something for each service, made when it is needed first.
type keyed[T any] struct {
	make func(id string) T

	mu    sync.Mutex
	there map[string]T
}

// of returns that of the service with that ID.
func (k *keyed[T]) of(id string) T {
	k.mu.Lock()
	defer k.mu.Unlock()
	one, ok := k.there[id]
	if !ok {
		if k.there == nil {
			k.there = map[string]T{}
		}
		one = k.make(id)
		k.there[id] = one
	}
	return one
}

// all returns those that were made, in the order of their IDs.
func (k *keyed[T]) all() []T {
	k.mu.Lock()
	defer k.mu.Unlock()
	var all []T
	for _, id := range slices.Sorted(maps.Keys(k.there)) {
		all = append(all, k.there[id])
	}
	return all
}

// keep forgets those of other services than these.
func (k *keyed[T]) keep(ids []string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	maps.DeleteFunc(k.there, func(id string, _ T) bool { return !slices.Contains(ids, id) })
}
