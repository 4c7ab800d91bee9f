//go:build !windows && !darwin

package desktop

import (
	"time"

	"github.com/jezek/xgb/xproto"
)

// trip names a transfer in parts: the window that receives it and the property it goes through.
type trip struct {
	to       xproto.Window
	property xproto.Atom
}

// transfer is large content on its way (INCR): each time the receiver deletes the property, the next
// part is written; an empty part ends it.
type transfer struct {
	kind  xproto.Atom
	rest  []byte
	moved time.Time
}

// transferLimit is how long a receiver may leave a transfer untouched before it is forgotten. Forgetting
// happens when the next one starts, so that an idle process needs no timer.
const transferLimit = 30 * time.Second

// startTransfer announces content that is too large for one property.
func (l *x11Link) startTransfer(to trip, kind xproto.Atom, data []byte) {
	now := time.Now()
	for t, running := range l.trips {
		if now.Sub(running.moved) > transferLimit {
			delete(l.trips, t)
		}
	}
	l.trips[to] = &transfer{kind: kind, rest: data, moved: now}
	mask := uint32(xproto.EventMaskPropertyChange | xproto.EventMaskStructureNotify)
	xproto.ChangeWindowAttributes(l.conn, to.to, xproto.CwEventMask, []uint32{mask})
	l.put32(to.to, to.property, l.atoms[atomIncr], uint32(len(data)))
}

// continueTransfer writes the next part after the receiver took the last one.
func (l *x11Link) continueTransfer(to trip) {
	t, ok := l.trips[to]
	if !ok {
		return
	}
	part := t.rest[:min(len(t.rest), propertyChunk)]
	t.rest = t.rest[len(part):]
	t.moved = time.Now()
	xproto.ChangeProperty(l.conn, xproto.PropModeReplace, to.to, to.property, t.kind, 8, uint32(len(part)), part)
	if len(part) == 0 {
		delete(l.trips, to)
		l.ignore(to.to)
	}
}

// endTransfers forgets what a closed window will not fetch any more.
func (l *x11Link) endTransfers(window xproto.Window) {
	for t := range l.trips {
		if t.to == window {
			delete(l.trips, t)
		}
	}
}

// ignore stops listening to a window once nothing is on its way to it.
func (l *x11Link) ignore(window xproto.Window) {
	for t := range l.trips {
		if t.to == window {
			return
		}
	}
	if window != l.window {
		xproto.ChangeWindowAttributes(l.conn, window, xproto.CwEventMask, []uint32{0})
	}
}
