package agent

import (
	"context"
	"errors"
	"strings"
	"sync"

	"foyer/services/fault"
)

// keptUndos is how many pastes can be taken back: as many as notifications are likely to be on
// screen at once.
const keptUndos = 8

// undoing is what it takes to take a paste back.
type undoing struct {
	token           uint64
	before, written string
	fresh           []int64 // links that this paste brought into the list
	copied          bool    // the clipboard was written
}

// undoList remembers the last pastes.
type undoList struct {
	mu   sync.Mutex
	last uint64
	kept []undoing
}

func (l *undoList) push(u undoing) uint64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.last++
	u.token = l.last
	l.kept = append(l.kept, u)
	if len(l.kept) > keptUndos {
		l.kept = append([]undoing(nil), l.kept[1:]...)
	}
	return u.token
}

func (l *undoList) pop(token uint64) (undoing, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for i, u := range l.kept {
		if u.token == token {
			l.kept = append(l.kept[:i:i], l.kept[i+1:]...)
			return u, true
		}
	}
	return undoing{}, false
}

// Undo takes a paste back: links that were new leave the list, and the clipboard holds what it
// held before, unless something else was copied since. Each paste can be taken back once.
func (a *Agent) Undo(ctx context.Context, token uint64) error {
	u, ok := a.undo.pop(token)
	if !ok {
		return &fault.Error{Op: "undoing", Service: "agent", Kind: fault.Invalid, Code: "undone"}
	}
	var errs []error
	for _, ref := range u.fresh {
		if err := a.Links.DeleteLink(ctx, ref); err != nil {
			errs = append(errs, err)
		}
	}
	if len(u.fresh) > len(errs) {
		a.hub.publish(Event{What: LinksChanged})
	}
	if u.copied && a.untouched(ctx, u.written) {
		if _, err := a.put(ctx, Clip{Text: u.before}); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// untouched reports whether the clipboard still holds what Foyer put there. A clipboard that
// cannot be read holds nothing that could be lost.
func (a *Agent) untouched(ctx context.Context, written string) bool {
	now, err := a.Clipboard.Read(ctx)
	return err != nil || sameLines(now) == sameLines(written)
}

// sameLines undoes what clipboards do to line ends.
func sameLines(s string) string {
	return strings.TrimRight(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
}
