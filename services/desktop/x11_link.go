//go:build !windows && !darwin

package desktop

import (
	"context"
	"fmt"
	"io"
	"log"
	"log/slog"
	"sync"
	"sync/atomic"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xfixes"
	"github.com/jezek/xgb/xproto"
)

// The atoms that are needed beside the targets of offers.go.
const (
	atomClipboard   = "CLIPBOARD"
	atomManager     = "CLIPBOARD_MANAGER"
	atomTargets     = "TARGETS"
	atomTimestamp   = "TIMESTAMP"
	atomMultiple    = "MULTIPLE"
	atomSaveTargets = "SAVE_TARGETS"
	atomAtomPair    = "ATOM_PAIR"
	atomIncr        = "INCR"
	atomNull        = "NULL"
	atomStamp       = "FOYER_TIME"
	atomAnswer      = "FOYER_ANSWER"
)

// propertyChunk is the most that one property carries; larger content is sent in parts (INCR). Every X
// server takes requests of 256 KiB.
const propertyChunk = 64 << 10

// x11Link is one connection to the X server with an invisible window that can own the clipboard and
// ask for it. Its event loop sleeps in the connection while nothing happens.
type x11Link struct {
	log     *slog.Logger
	conn    *xgb.Conn
	window  xproto.Window
	atoms   map[string]xproto.Atom
	names   map[xproto.Atom]string
	stamps  chan xproto.Timestamp
	answers chan xproto.SelectionNotifyEvent
	copies  chan xfixes.SelectionNotifyEvent // for who asked to be told, see watch
	xfixes  atomic.Uint32                    // the number of that extension's first event
	done    chan struct{}                    // closed when the event loop has ended

	mu    sync.Mutex
	held  *holding // nil while another program owns the clipboard
	trips map[trip]*transfer
}

// holding is the content that this process owns the selection for.
type holding struct {
	clip   Clip
	offers []offer
	since  xproto.Timestamp
	lost   chan struct{}
	base   context.Context // of the write, without its deadline: for handing over at the end
}

// quietX stops the library from writing to stderr; what it says there is returned as errors too.
var quietX = sync.OnceFunc(func() { xgb.Logger = log.New(io.Discard, "", 0) })

// dialX11 connects to the display that the environment names. Both the connection and the first
// requests wait for the server without a deadline, so the caller gives it a goroutine.
func dialX11(log *slog.Logger, display string) (*x11Link, error) {
	quietX()
	conn, err := xgb.NewConnDisplay(display)
	if err != nil {
		return nil, err
	}
	l := &x11Link{
		log: log, conn: conn,
		stamps:  make(chan xproto.Timestamp, 1),
		answers: make(chan xproto.SelectionNotifyEvent, 1),
		copies:  make(chan xfixes.SelectionNotifyEvent, 1),
		done:    make(chan struct{}),
		trips:   map[trip]*transfer{},
	}
	if err := l.prepare(); err != nil {
		conn.Close()
		return nil, err
	}
	go l.loop()
	return l, nil
}

// prepare interns the atoms and makes the window.
func (l *x11Link) prepare() error {
	if err := l.intern(); err != nil {
		return err
	}
	id, err := xproto.NewWindowId(l.conn)
	if err != nil {
		return err
	}
	l.window = id
	screen := xproto.Setup(l.conn).DefaultScreen(l.conn)
	return xproto.CreateWindowChecked(l.conn, 0, id, screen.Root, 0, 0, 1, 1, 0,
		xproto.WindowClassInputOnly, screen.RootVisual,
		xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange}).Check()
}

func (l *x11Link) intern() error {
	names := []string{
		atomClipboard, atomManager, atomTargets, atomTimestamp, atomMultiple, atomSaveTargets, atomAtomPair,
		atomIncr, atomNull, atomStamp, atomAnswer, "COMPOUND_TEXT",
		targetUTF8, targetString, targetText, targetPlain, targetPlainUTF8, targetHTML, targetPNG, targetSecret,
	}
	l.atoms = make(map[string]xproto.Atom, len(names))
	l.names = make(map[xproto.Atom]string, len(names))
	cookies := make([]xproto.InternAtomCookie, len(names))
	for i, name := range names {
		cookies[i] = xproto.InternAtom(l.conn, false, uint16(len(name)), name)
	}
	for i, name := range names {
		reply, err := cookies[i].Reply()
		if err != nil {
			return fmt.Errorf("interning %s: %w", name, err)
		}
		l.atoms[name] = reply.Atom
		l.names[reply.Atom] = name
	}
	return nil
}

// loop handles events until the connection ends. It is the only one to touch running transfers.
func (l *x11Link) loop() {
	defer close(l.done)
	defer l.drop(nil)
	for {
		event, xerr := l.conn.WaitForEvent()
		if event == nil && xerr == nil {
			return
		}
		switch e := event.(type) {
		case xproto.SelectionRequestEvent:
			l.serve(e)
		case xproto.SelectionClearEvent:
			if e.Selection == l.atoms[atomClipboard] {
				l.drop(&e.Time)
			}
		case xproto.SelectionNotifyEvent:
			offerLatest(l.answers, e)
		case extensionEvent:
			if e, isCopy := asSelectionNotify(e, byte(l.xfixes.Load())); isCopy {
				offerLatest(l.copies, e)
			}
		case xproto.PropertyNotifyEvent:
			l.property(e)
		case xproto.DestroyNotifyEvent:
			l.endTransfers(e.Window)
		}
		// Errors are expected: a program may close its window while it is being answered.
	}
}

func (l *x11Link) property(e xproto.PropertyNotifyEvent) {
	switch {
	case e.Window == l.window && e.Atom == l.atoms[atomStamp] && e.State == xproto.PropertyNewValue:
		offerLatest(l.stamps, e.Time)
	case e.State == xproto.PropertyDelete:
		l.continueTransfer(trip{e.Window, e.Atom})
	}
}

// offerLatest puts v into a channel of one place, replacing an answer that nobody waited for.
func offerLatest[T any](ch chan T, v T) {
	select {
	case <-ch:
	default:
	}
	ch <- v
}

// alive tells whether the connection still stands.
func (l *x11Link) alive() bool {
	select {
	case <-l.done:
		return false
	default:
		return true
	}
}

// close ends the connection and waits for the event loop.
func (l *x11Link) close() {
	l.conn.Close()
	<-l.done
}
