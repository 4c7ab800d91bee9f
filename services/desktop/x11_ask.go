//go:build !windows && !darwin

package desktop

import (
	"context"
	"errors"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// errRefused: the owner of a selection does not convert to the target.
var errRefused = errors.New("the owner does not offer it")

// owned tells whether any program owns the selection.
func (l *x11Link) owned(selection string) (bool, error) {
	reply, err := xproto.GetSelectionOwner(l.conn, l.atoms[selection]).Reply()
	if err != nil {
		return false, err
	}
	return reply.Owner != xproto.WindowNone, nil
}

// owner returns the window that owns the clipboard.
func (l *x11Link) owner() (xproto.Window, error) {
	reply, err := xproto.GetSelectionOwner(l.conn, l.atoms[atomClipboard]).Reply()
	if err != nil {
		return 0, err
	}
	return reply.Owner, nil
}

// awaitOwnerOtherThan waits a moment for the clipboard to get another owner.
func (l *x11Link) awaitOwnerOtherThan(ctx context.Context, old xproto.Window) {
	ctx, cancel := context.WithTimeout(ctx, 200*time.Millisecond)
	defer cancel()
	retry := time.NewTicker(2 * time.Millisecond)
	defer retry.Stop()
	for {
		if now, err := l.owner(); err != nil || now != old && now != xproto.WindowNone {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-retry.C:
		}
	}
}

// convert asks the owner of a selection for a target and waits until the answer lies in the answer property.
func (l *x11Link) convert(ctx context.Context, selection, target string) error {
	now, err := l.now(ctx)
	if err != nil {
		return err
	}
	xproto.ConvertSelection(l.conn, l.window, l.atoms[selection], l.atoms[target], l.atoms[atomAnswer], now)
	for {
		select {
		case e := <-l.answers:
			if e.Time != now || e.Target != l.atoms[target] {
				continue // a late answer to an earlier question
			}
			if e.Property == xproto.AtomNone {
				return errRefused
			}
			return nil
		case <-l.done:
			return errors.New("the X server closed the connection")
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// targets asks the owner of the clipboard what it offers. Targets without an interned name are left out.
func (l *x11Link) targets(ctx context.Context) ([]string, error) {
	if err := l.convert(ctx, atomClipboard, atomTargets); err != nil {
		return nil, err
	}
	const most = 1024
	reply, err := xproto.GetProperty(l.conn, true, l.window, l.atoms[atomAnswer], xproto.GetPropertyTypeAny, 0, most).Reply()
	if err != nil {
		return nil, err
	}
	if reply.Format != 32 {
		return nil, errRefused
	}
	var names []string
	for i := range int(reply.ValueLen) {
		if name, ok := l.names[xproto.Atom(xgb.Get32(reply.Value[4*i:]))]; ok {
			names = append(names, name)
		}
	}
	return names, nil
}

// handOver asks the desktop's clipboard keeper to fetch the content before this process goes. It
// reports whether a keeper took it.
func (l *x11Link) handOver(ctx context.Context) bool {
	if kept, err := l.owned(atomManager); err != nil || !kept {
		return false
	}
	l.mu.Lock()
	held := l.held
	l.mu.Unlock()
	if held == nil {
		return false
	}
	wanted := make([]uint32, len(held.offers))
	for i, o := range held.offers {
		wanted[i] = uint32(l.atoms[o.target])
	}
	l.put32(l.window, l.atoms[atomAnswer], xproto.AtomAtom, wanted...)
	return l.convert(ctx, atomManager, atomSaveTargets) == nil
}
