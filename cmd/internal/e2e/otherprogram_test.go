package e2e

import (
	"context"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"

	"foyer/cmd/internal/session"
)

// otherProgram is a program of somebody else's with a window that has the keyboard.
type otherProgram struct {
	t       *testing.T
	conn    *xgb.Conn
	root    xproto.Window
	pressed chan byte // the keycodes that its window was told of
}

// otherTitle is what the window manager shows.
const otherTitle = "Spreadsheet"

// openOther opens the program, and returns when it has the keyboard.
func openOther(t *testing.T, d *desk) *otherProgram {
	t.Helper()
	o := connectOther(t, d)
	screen := xproto.Setup(o.conn).DefaultScreen(o.conn)
	window, err := xproto.NewWindowId(o.conn)
	d.must(err)
	const title = xproto.AtomWmName
	xproto.CreateWindow(o.conn, screen.RootDepth, window, o.root, 200, 200, 300, 200, 0, xproto.WindowClassInputOutput, screen.RootVisual,
		xproto.CwBackPixel|xproto.CwEventMask, []uint32{screen.WhitePixel, xproto.EventMaskKeyPress})
	xproto.ChangeProperty(o.conn, xproto.PropModeReplace, window, title, xproto.AtomString, 8, uint32(len(otherTitle)), []byte(otherTitle))
	d.must(xproto.MapWindowChecked(o.conn, window).Check())
	go o.listen()
	w, err := d.WaitWindow(t.Context(), otherTitle)
	d.must(err)
	d.must(d.Raise(t.Context(), w))
	return o
}

// connectOther connects a program to the display.
func connectOther(t *testing.T, d *desk) *otherProgram {
	t.Helper()
	conn, err := xgb.NewConnDisplay(d.Display)
	d.must(err)
	t.Cleanup(conn.Close)
	return &otherProgram{t: t, conn: conn, root: xproto.Setup(conn).DefaultScreen(conn).Root, pressed: make(chan byte, 256)}
}

func (o *otherProgram) listen() {
	defer close(o.pressed)
	for {
		event, xerr := o.conn.WaitForEvent()
		if event == nil && xerr == nil {
			return
		}
		if e, isPress := event.(xproto.KeyPressEvent); isPress {
			o.pressed <- byte(e.Detail)
		}
	}
}

// hears waits until the window is told of a key, and returns how often it was told of another one before.
func (o *otherProgram) hears(ctx context.Context, key, another byte) (times int) {
	o.t.Helper()
	for {
		select {
		case k, there := <-o.pressed:
			switch {
			case !there:
				o.t.Fatal("the display is gone")
			case k == key:
				return times
			case k == another:
				times++
			}
		case <-ctx.Done():
			o.t.Fatal("the key was not heard")
		}
	}
}

// code is the keycode that types a letter on the display's keyboard.
func (o *otherProgram) code(sym xproto.Keysym) byte {
	o.t.Helper()
	setup := xproto.Setup(o.conn)
	board, err := xproto.GetKeyboardMapping(o.conn, setup.MinKeycode, byte(setup.MaxKeycode-setup.MinKeycode+1)).Reply()
	if err != nil {
		o.t.Fatal(err)
	}
	for i, s := range board.Keysyms {
		if s == sym {
			return byte(int(setup.MinKeycode) + i/int(board.KeysymsPerKeycode))
		}
	}
	o.t.Fatalf("the keyboard cannot type %x", sym)
	return 0
}

// take reserves Ctrl+Alt and a letter; give gives it back.
func (o *otherProgram) take(sym xproto.Keysym) (give func()) {
	o.t.Helper()
	const mods = xproto.ModMaskControl | xproto.ModMask1
	code := xproto.Keycode(o.code(sym))
	err := xproto.GrabKeyChecked(o.conn, false, o.root, mods, code, xproto.GrabModeAsync, xproto.GrabModeAsync).Check()
	if err != nil {
		o.t.Fatal(err)
	}
	return func() { _ = xproto.UngrabKeyChecked(o.conn, code, o.root, mods).Check() }
}

// isCopied waits for the notification that a space's link was copied.
func (d *desk) isCopied(skip int, space string) {
	d.t.Helper()
	_, err := d.WaitNotice(d.t.Context(), skip, func(n session.Notice) bool { return n.Title == space+": link copied" })
	d.must(err)
}
