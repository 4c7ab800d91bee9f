//go:build !windows && !darwin

package desktop

import (
	"context"
	"os/exec"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"

	"foyer/services/chord"
)

// hand is somebody at the keyboard of the test's display.
type hand struct {
	t    *testing.T
	conn *xgb.Conn
	root xproto.Window
	keys x11Keys
	time *x11Link
}

func newHand(t *testing.T) *hand {
	t.Helper()
	conn, err := xgb.NewConn()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(conn.Close)
	if err := xtest.Init(conn); err != nil {
		t.Fatal(err)
	}
	root := xproto.Setup(conn).DefaultScreen(conn).Root
	return &hand{t: t, conn: conn, root: root, keys: x11Keys{conn: conn, root: root}, time: newPeer(t)}
}

func (h *hand) code(sym xproto.Keysym) xproto.Keycode {
	h.t.Helper()
	board, err := h.keys.keyboard()
	if err != nil {
		h.t.Fatal(err)
	}
	code := board.code(sym)
	if code == 0 {
		h.t.Fatalf("the keyboard has no key for %x", sym)
	}
	return code
}

func (h *hand) move(kind byte, syms ...xproto.Keysym) {
	h.t.Helper()
	for _, sym := range syms {
		if err := xtest.FakeInputChecked(h.conn, kind, byte(h.code(sym)), 0, h.root, 0, 0, 0).Check(); err != nil {
			h.t.Fatal(err)
		}
	}
}

func (h *hand) down(syms ...xproto.Keysym) { h.t.Helper(); h.move(xproto.KeyPress, syms...) }
func (h *hand) up(syms ...xproto.Keysym)   { h.t.Helper(); h.move(xproto.KeyRelease, syms...) }

// tap presses keys together, lets go of them, and rests.
func (h *hand) tap(syms ...xproto.Keysym) {
	h.t.Helper()
	h.down(syms...)
	h.up(syms...)
	h.rest()
}

// rest lets as much of the server's time pass as a hand needs between two presses.
func (h *hand) rest() {
	h.t.Helper()
	now := func() xproto.Timestamp {
		at, err := h.time.now(h.t.Context())
		if err != nil {
			h.t.Fatal(err)
		}
		return at
	}
	for since := now(); now()-since <= 2*repeatGap; {
	}
}

// The keysyms that tests press.
const (
	symCtrl     = 0xffe3
	symShift    = 0xffe1
	symCapsLock = 0xffe5
)

// want reads a chord that tests write.
func wantChord(t *testing.T, text string) chord.Chord {
	t.Helper()
	c, err := chord.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// holdKeys asks for keys until the test or the returned function ends it, which waits for that.
func holdKeys(t *testing.T, c ShortcutConfig) (<-chan ShortcutEvent, func()) {
	t.Helper()
	c.Log = quiet()
	ctx, cancel := context.WithCancel(t.Context())
	events := Shortcut(ctx, c)
	stop := func() {
		cancel()
		for range events { //nolint:revive // the channel ends with everything behind it
		}
	}
	t.Cleanup(stop)
	return events, stop
}

// wantEvent waits for the next event.
func wantEvent(t *testing.T, events <-chan ShortcutEvent, want ShortcutEvent) {
	t.Helper()
	select {
	case got, there := <-events:
		if got != want || !there {
			t.Fatalf("the next event is %+v (%v), want %+v", got, there, want)
		}
	case <-within(t).Done():
		t.Fatalf("nothing happened, want %+v", want)
	}
}

// wantQuiet waits until everything that was pressed before has been heard, and fails when that was an event.
func (h *hand) wantQuiet(events <-chan ShortcutEvent, others ...xproto.Keysym) {
	h.t.Helper()
	h.tap(others...)
	wantEvent(h.t, events, pressed)
}

var (
	heldEvent = ShortcutEvent{Hold: HoldHeld}
	pressed   = ShortcutEvent{Pressed: true}
	taken     = ShortcutEvent{Hold: HoldTaken, Advice: AdviceShortcutTaken}
)

func TestKeysAreHeardWhicheverLockIsOn(t *testing.T) {
	startX(t)
	h := newHand(t)
	events, _ := holdKeys(t, ShortcutConfig{Chord: wantChord(t, "Ctrl+Alt+K")})
	wantEvent(t, events, heldEvent)
	for _, locks := range [][]xproto.Keysym{nil, {symNumLock}, {symCapsLock}, {symNumLock}} {
		for _, lock := range locks {
			h.tap(lock) // in the end each state of the two was there
		}
		h.tap(symCtrl, symAltL, 'k')
		wantEvent(t, events, pressed)
	}
	h.tap(symCtrl, 'k')
	h.tap(symCtrl, symAltL, symShift, 'k')
	h.tap(symCtrl, symAltL, 'j')
	h.wantQuiet(events, symCtrl, symAltL, 'k')
}

func TestHoldingTheKeysDownCountsOnce(t *testing.T) {
	startX(t)
	h := newHand(t)
	if out, err := exec.Command(need(t, "xset", "x11-xserver-utils"), "r", "rate", "60", "100").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	k := newHand(t).keys
	k.chord = wantChord(t, "Ctrl+Alt+K")
	if err := k.remap(); err != nil {
		t.Fatal(err)
	}
	told := 0
	// hear handles events until so many presses were among them.
	hear := func(presses int) {
		for presses > 0 {
			event, _ := k.conn.WaitForEvent()
			if _, isPress := event.(xproto.KeyPressEvent); isPress {
				presses--
			}
			if err := k.handle(event, func(ShortcutEvent) { told++ }); err != nil {
				t.Fatal(err)
			}
		}
	}
	h.down(symCtrl, symAltL, 'k')
	hear(4) // three of them by the server
	h.up('k')
	if told != 1 {
		t.Errorf("holding the keys down counts %d times", told)
	}
	h.rest()
	h.down('k')
	for told == 1 {
		hear(1) // presses from before may still be on their way
	}
	h.up('k', symAltL, symCtrl)
}

func TestAKeyOfAnotherProgramIsToldAndNothingIsKept(t *testing.T) {
	startX(t)
	other := newHand(t)
	num := func() uint16 {
		board, err := other.keys.keyboard()
		if err != nil {
			t.Fatal(err)
		}
		return board.modifier(symNumLock)
	}()
	mods := uint16(xproto.ModMaskControl | xproto.ModMask1)
	grab := func(h *hand, mods uint16) error {
		return xproto.GrabKeyChecked(h.conn, false, h.root, mods, h.code('k'), xproto.GrabModeAsync, xproto.GrabModeAsync).Check()
	}
	// The other program has the keys in one state of the locks only, the last that is asked for.
	if err := grab(other, mods|num|xproto.ModMaskLock); err != nil {
		t.Fatal(err)
	}
	events, stop := holdKeys(t, ShortcutConfig{Chord: wantChord(t, "Ctrl+Alt+K")})
	wantEvent(t, events, taken)
	third := newHand(t)
	if err := grab(third, mods); err != nil {
		t.Errorf("a part of the keys was kept: %v", err)
	}
	third.keys.held = keyGrab{code: third.code('k'), mods: [4]uint16{mods, mods, mods, mods}}
	third.keys.release()
	stop()
	other.keys.held = keyGrab{code: other.code('k'), mods: [4]uint16{mods | num | xproto.ModMaskLock, mods, mods, mods}}
	other.keys.release()
	events, stop = holdKeys(t, ShortcutConfig{Chord: wantChord(t, "Ctrl+Alt+K")})
	wantEvent(t, events, heldEvent)
	second, _ := holdKeys(t, ShortcutConfig{Chord: wantChord(t, "Ctrl+Alt+K")})
	wantEvent(t, second, taken)
	stop()
	// What was given back is there for the next at once.
	events, _ = holdKeys(t, ShortcutConfig{Chord: wantChord(t, "Ctrl+Alt+K")})
	wantEvent(t, events, heldEvent)
}

// layout gives the display's keyboard another layout.
func layout(t *testing.T, arguments ...string) {
	t.Helper()
	if out, err := exec.Command(need(t, "setxkbmap", "x11-xkb-utils"), arguments...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

func TestTheKeysAreTheSameInEachGroupOfTheLayout(t *testing.T) {
	startX(t)
	layout(t, "-layout", "ru,us", "-option", "grp:shift_caps_toggle")
	h := newHand(t)
	events, _ := holdKeys(t, ShortcutConfig{Chord: wantChord(t, "Ctrl+Alt+K")})
	wantEvent(t, events, heldEvent)
	groups := map[uint16]bool{}
	for range 3 {
		pointer, err := xproto.QueryPointer(h.conn, h.root).Reply()
		if err != nil {
			t.Fatal(err)
		}
		groups[pointer.Mask>>13] = true // the server tells the group there
		h.tap(symCtrl, symAltL, 'k')    // the key that gives it in the second group
		wantEvent(t, events, pressed)
		h.tap(symShift, symCapsLock) // the next group
	}
	if len(groups) != 2 {
		t.Errorf("the groups were %v, so only one was tried", groups)
	}
}

func TestTheKeysFollowTheLayout(t *testing.T) {
	startX(t)
	h := newHand(t)
	events, _ := holdKeys(t, ShortcutConfig{Chord: wantChord(t, "Ctrl+Alt+K")})
	wantEvent(t, events, heldEvent)
	before := h.code('k')
	layout(t, "dvorak")
	if h.code('k') == before {
		t.Fatal("the layout did not change")
	}
	other := newHand(t)
	// The old place is free again only when the new one is reserved.
	mods := uint16(xproto.ModMaskControl | xproto.ModMask1)
	for {
		err := xproto.GrabKeyChecked(other.conn, false, other.root, mods, before, xproto.GrabModeAsync, xproto.GrabModeAsync).Check()
		if err == nil {
			break
		}
	}
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()
	for heard := false; !heard; {
		h.tap(symCtrl, symAltL, 'k')
		select {
		case e := <-events:
			if heard = e == pressed; !heard {
				t.Fatalf("%+v, want a press", e)
			}
		case <-again.C: // the keys are not reserved at their new place yet
		}
	}
	layout(t, "gr")
	e := <-events
	for e == pressed {
		e = <-events // of the taps before
	}
	if want := (ShortcutEvent{Hold: HoldFailed, Detail: "K", Advice: AdviceShortcutNoKey}); e != want {
		t.Errorf("with a layout that has no K: %+v, want %+v", e, want)
	}
}

func TestADisplayThatComesBackIsAskedAgain(t *testing.T) {
	stop := startX(t)
	events, _ := holdKeys(t, ShortcutConfig{Chord: wantChord(t, "Ctrl+Alt+K")})
	wantEvent(t, events, heldEvent)
	stop()
	wantEvent(t, events, ShortcutEvent{Hold: HoldFailed, Advice: AdviceNoDisplay})
	startX(t) // another display, to which the environment points now
	wantEvent(t, events, heldEvent)
}

func TestWithoutADisplayThereAreNoKeys(t *testing.T) {
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	events, _ := holdKeys(t, ShortcutConfig{Chord: wantChord(t, "Ctrl+Alt+K")})
	wantEvent(t, events, ShortcutEvent{Hold: HoldUnsupported, Detail: "no display", Advice: AdviceNoDisplay})
	if e, there := <-events; there {
		t.Errorf("%+v, want the end: trying again is of no use", e)
	}
}
