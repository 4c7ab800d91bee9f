package tray

import (
	"context"
	"log/slog"
	"slices"
	"sync"
	"time"

	"foyer/ui/text"
)

// settle is how long changes are gathered before the menu is built anew: hosts ask for the whole
// menu after each change.
const settle = 40 * time.Millisecond

// Tray keeps the desktop's tray as the last State says. Its methods may be called from any
// goroutine.
type Tray struct {
	words  *text.Catalogue
	handle func(context.Context, Action)
	log    *slog.Logger

	mu      sync.Mutex
	state   State
	shade   Shade
	ended   bool
	changed chan struct{} // holds one token when there is something to show
	clicks  sync.WaitGroup
}

// New returns a tray that shows nothing yet. handle gets each click on a goroutine of its own, and
// is waited for at the end; its context ends with the tray.
func New(words *text.Catalogue, handle func(context.Context, Action), log *slog.Logger) *Tray {
	return &Tray{words: words, handle: handle, log: log, shade: Ink, changed: make(chan struct{}, 1)}
}

// Update shows another state, soon.
func (t *Tray) Update(s State) {
	t.mu.Lock()
	t.state = s
	t.mu.Unlock()
	t.touch()
}

// Colour draws the icon in another shade.
func (t *Tray) Colour(s Shade) {
	t.mu.Lock()
	t.shade = s
	t.mu.Unlock()
	t.touch()
}

// Reword shows everything in the language that the catalogue uses now.
func (t *Tray) Reword() { t.touch() }

func (t *Tray) touch() {
	select {
	case t.changed <- struct{}{}:
	default:
	}
}

// shown is what the desktop has been given.
type shown struct {
	items   []Item
	tooltip string
	health  Health
	shade   Shade
}

func (t *Tray) wanted() shown {
	t.mu.Lock()
	state, shade := t.state, t.shade
	t.mu.Unlock()
	return shown{items: Menu(t.words, state), tooltip: Tooltip(t.words, state), health: state.Health(), shade: shade}
}

// begin shows the state as it is, and returns what keeps it so until ctx ends.
func (t *Tray) begin(ctx context.Context, f face) (keep func()) {
	now := t.wanted()
	f.picture(Picture(now.health, now.shade))
	f.tooltip(now.tooltip)
	stop := t.build(ctx, f, now.items)
	return func() { t.keep(ctx, f, now, stop) }
}

// keep shows every change until ctx ends.
func (t *Tray) keep(ctx context.Context, f face, now shown, stop func()) {
	defer func() { stop() }()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.changed:
		}
		if !settled(ctx) {
			return
		}
		next := t.wanted()
		if next.health != now.health || next.shade != now.shade {
			f.picture(Picture(next.health, next.shade))
		}
		if next.tooltip != now.tooltip {
			f.tooltip(next.tooltip)
		}
		if !slices.Equal(next.items, now.items) {
			stop()
			f.clear()
			stop = t.build(ctx, f, next.items)
		}
		now = next
	}
}

func settled(ctx context.Context) bool {
	timer := time.NewTimer(settle)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// build adds the lines, each with a goroutine that waits for its clicks. The returned function
// ends those goroutines and waits for them.
func (t *Tray) build(ctx context.Context, f face, items []Item) (stop func()) {
	build, cancel := context.WithCancel(ctx)
	var waiting sync.WaitGroup
	for _, item := range items {
		if item.Action.Verb == Nothing {
			f.separator()
			continue
		}
		clicks := f.line(item.Label, item.Shortcut)
		waiting.Go(func() {
			for {
				select {
				case <-build.Done():
					return
				case _, ok := <-clicks:
					if !ok {
						return
					}
					t.click(ctx, item.Action)
				}
			}
		})
	}
	return func() {
		cancel()
		waiting.Wait()
	}
}

// click hands an action on without keeping the desktop waiting.
func (t *Tray) click(ctx context.Context, a Action) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.ended {
		t.clicks.Go(func() { t.handle(ctx, a) })
	}
}

// end waits for the handlers of clicks; later clicks are dropped.
func (t *Tray) end() {
	t.mu.Lock()
	t.ended = true
	t.mu.Unlock()
	t.clicks.Wait()
}
