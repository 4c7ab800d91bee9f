package main

import (
	"context"
	"runtime/debug"
	"time"
)

// trimAfter is how long after the start, or after the last message left, an agent that has nothing to
// do gives back what it needed until then.
const trimAfter = 5 * time.Second

// trim gives memory back to the system: what the heap does not use, and the program's own code that
// ran once. Whatever of it is needed again comes back from the file.
func trim() {
	debug.FreeOSMemory()
	dropCode()
}

// trimAtRest trims once the start is over.
func trimAtRest(ctx context.Context) {
	t := time.NewTimer(trimAfter)
	defer t.Stop()
	select {
	case <-t.C:
		trim()
	case <-ctx.Done():
	}
}
