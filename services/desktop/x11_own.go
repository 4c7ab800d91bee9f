//go:build !windows && !darwin

package desktop

import (
	"context"
	"errors"

	"github.com/jezek/xgb/xproto"
)

var errNotOwner = errors.New("the X server gave the clipboard to another program")

// own makes this process the owner of the clipboard with clip as its content. Content that was
// held before is replaced without a gap.
func (l *x11Link) own(ctx context.Context, clip Clip) error {
	now, err := l.now(ctx)
	if err != nil {
		return err
	}
	next := &holding{
		clip: clip, offers: offers(clip), since: now,
		lost: make(chan struct{}), base: context.WithoutCancel(ctx),
	}
	l.mu.Lock()
	if l.held != nil {
		// Still the same owner: whoever waits for the loss goes on waiting.
		next.lost = l.held.lost
	}
	l.held = next
	l.mu.Unlock()

	clipboard := l.atoms[atomClipboard]
	err = xproto.SetSelectionOwnerChecked(l.conn, l.window, clipboard, now).Check()
	if err == nil && !l.owns() {
		err = errNotOwner
	}
	if err != nil {
		l.drop(nil)
	}
	return err
}

// owns asks the server whether this process is the owner.
func (l *x11Link) owns() bool {
	reply, err := xproto.GetSelectionOwner(l.conn, l.atoms[atomClipboard]).Reply()
	return err == nil && reply.Owner == l.window
}

// holds returns the clip that this process holds, if the server agrees.
func (l *x11Link) holds() (Clip, bool) {
	l.mu.Lock()
	held := l.held
	l.mu.Unlock()
	if held == nil || !l.owns() {
		return Clip{}, false
	}
	return held.clip, true
}

// drop forgets the content and tells those who wait for it. With a time, a loss that happened before
// the content was last taken is ignored: it is about an earlier copy.
func (l *x11Link) drop(at *xproto.Timestamp) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.held == nil || at != nil && before(*at, l.held.since) {
		return
	}
	close(l.held.lost)
	l.held = nil
}

// before compares server times, which wrap every 49 days.
func before(a, b xproto.Timestamp) bool { return int32(a-b) < 0 }

// lostChan returns the channel of the present content, or nil when there is none.
func (l *x11Link) lostChan() <-chan struct{} {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.held == nil {
		return nil
	}
	return l.held.lost
}

// now returns the server's time. Taking a selection with CurrentTime is forbidden by the conventions:
// the order of two quick copies would be lost.
func (l *x11Link) now(ctx context.Context) (xproto.Timestamp, error) {
	select {
	case <-l.stamps:
	default:
	}
	xproto.ChangeProperty(l.conn, xproto.PropModeAppend, l.window, l.atoms[atomStamp], xproto.AtomString, 8, 0, nil)
	select {
	case t := <-l.stamps:
		return t, nil
	case <-l.done:
		return 0, errors.New("the X server closed the connection")
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}
