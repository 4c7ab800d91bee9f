//go:build !windows && !darwin

package desktop

import (
	"errors"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xfixes"
	"github.com/jezek/xgb/xproto"
)

const xfixesName = "XFIXES"

var errNoXFixes = errors.New("the X server has no XFixes")

// extensionEvent is an event of an extension as it came.
type extensionEvent []byte

// Bytes implements xgb.Event.
func (e extensionEvent) Bytes() []byte { return e }

// String implements xgb.Event.
func (e extensionEvent) String() string { return "an event of an extension" }

// The library drops events that it does not know, and learns those of an extension while other connections
// look into the same map, which Go ends a process for. So all of them are known before there is any
// connection.
func init() {
	const first, last = 64, 127
	for n := first; n <= last; n++ {
		xgb.NewEventFuncs[n] = func(buf []byte) xgb.Event { return extensionEvent(buf) }
	}
}

// useXFixes does for a connection what xfixes.Init does, but leaves alone what other connections use. It
// returns the number of the extension's first event.
func useXFixes(conn *xgb.Conn) (first byte, err error) {
	reply, err := xproto.QueryExtension(conn, uint16(len(xfixesName)), xfixesName).Reply()
	if err != nil {
		return 0, err
	}
	if !reply.Present {
		return 0, errNoXFixes
	}
	conn.ExtLock.Lock()
	conn.Extensions[xfixesName] = reply.MajorOpcode
	conn.ExtLock.Unlock()
	// The server refuses everything else of the extension before it was asked this.
	_, err = xfixes.QueryVersion(conn, 5, 0).Reply()
	return reply.FirstEvent, err
}

// asSelectionNotify reads an event; ok is false for others.
func asSelectionNotify(event xgb.Event, first byte) (e xfixes.SelectionNotifyEvent, ok bool) {
	raw, isExtension := event.(extensionEvent)
	if !isExtension || len(raw) == 0 || raw[0]&0x7f != first+xfixes.SelectionNotify {
		return e, false
	}
	e, ok = xfixes.SelectionNotifyEventNew(raw).(xfixes.SelectionNotifyEvent)
	return e, ok
}
