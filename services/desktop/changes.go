package desktop

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

// Change is something that happened to the computer, after which a server that could not be reached
// may be back, and what was read before may be old.
type Change string

// The changes.
const (
	// NetworkChanged: an interface, an address or a default route came, went or changed.
	NetworkChanged Change = "network"
	// Woke: the computer woke up, or its clock was set.
	Woke Change = "wake"
)

// How long the computer has to be at rest before it is told what happened, and how long a burst lasts
// that never rests: a network that comes up changes a dozen times within a second.
const (
	changeRest  = 2 * time.Second
	changeBurst = 10 * time.Second
)

// opSleep is what is being done by those who tell of Woke.
const opSleep = "listening for the end of sleep"

// Changes tells what happens to the computer until ctx ends. What happens shortly after something else
// is told together with it, as Woke if that is among it; one change waits for whoever reads at most. The
// channel is closed when everything behind it has ended, so who reads to its end has waited for that.
//
// It costs nothing while nothing happens: Linux tells of both by itself (the kernel of the network,
// logind of the sleep), and so does Windows. Where nobody tells of the sleep, the clock is looked at
// once a minute; macOS and the BSDs do not tell of the network here.
func Changes(ctx context.Context, log *slog.Logger) <-chan Change {
	return gather(ctx, log, changeSources(log))
}

// changeSource tells of changes until ctx ends. An error says why it cannot do so any more. tell waits
// for a moment at most.
type changeSource func(ctx context.Context, tell func(Change)) error

func gather(ctx context.Context, log *slog.Logger, sources []changeSource) <-chan Change {
	told := make(chan Change)
	go func() {
		defer close(told)
		heard := make(chan Change)
		tell := func(c Change) {
			select {
			case heard <- c:
			case <-ctx.Done():
			}
		}
		var work sync.WaitGroup
		defer work.Wait()
		for _, source := range sources {
			work.Go(func() {
				if err := source(ctx, tell); err != nil && ctx.Err() == nil {
					log.Warn("changes of the computer go unnoticed", "error", err)
				}
			})
		}
		settle(ctx, heard, told)
	}()
	return told
}

// settle tells of bursts of changes when they are over, until ctx ends.
func settle(ctx context.Context, heard <-chan Change, told chan<- Change) {
	var (
		burst Change        // "" for none
		since time.Time     // when it began
		ready chan<- Change // told, when the burst is over
	)
	over := time.NewTimer(changeRest)
	over.Stop()
	defer over.Stop()
	for {
		select {
		case c := <-heard:
			now := time.Now()
			if burst == "" {
				since = now
			}
			if burst != Woke {
				burst = c
			}
			if ready == nil {
				over.Reset(max(min(changeRest, changeBurst-now.Sub(since)), 0))
			}
		case <-over.C:
			ready = told
		case ready <- burst:
			burst, ready = "", nil
		case <-ctx.Done():
			return
		}
	}
}

// otherwise listens to a second source when the first can tell nothing.
func otherwise(log *slog.Logger, first, second changeSource) changeSource {
	return func(ctx context.Context, tell func(Change)) error {
		err := first(ctx, tell)
		if ctx.Err() != nil {
			return nil
		}
		log.Info("the clock is watched instead", "error", err)
		return second(ctx, tell)
	}
}
