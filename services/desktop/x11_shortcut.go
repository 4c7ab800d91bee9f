//go:build !windows && !darwin

package desktop

import (
	"context"
	"errors"
	"os"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"

	"foyer/services/chord"
)

// repeatGap is how soon after its release the same key has to be pressed to be one that is held down: the
// server tells of that as releases and presses at the same time.
const repeatGap = 20 // milliseconds

var errXClosed = errors.New("the X server closed the connection")

// holdOnX11 reserves the keys on the display that the environment names.
func holdOnX11(ctx context.Context, c ShortcutConfig, tell func(ShortcutEvent)) error {
	display := os.Getenv("DISPLAY")
	if display == "" {
		return &holdError{hold: HoldUnsupported, detail: "no display", advice: AdviceNoDisplay}
	}
	quietX()
	conn, err := dialWithin(ctx, func() (*xgb.Conn, error) { return xgb.NewConnDisplay(display) }, (*xgb.Conn).Close)
	if err != nil {
		return lostDisplay(err)
	}
	ended := make(chan error, 1)
	go func() {
		k := x11Keys{conn: conn, root: xproto.Setup(conn).DefaultScreen(conn).Root, chord: c.Chord}
		ended <- k.hold(ctx, tell)
	}()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	// A server that hangs must not keep everything else from ending.
	limit := time.NewTimer(closeLimit)
	defer limit.Stop()
	select {
	case <-ended:
	case <-limit.C:
	}
	return ctx.Err()
}

// dialWithin connects to a display until ctx ends. The library waits for the server for ever: when that is
// too long, a goroutine is left behind that hangs up when the server answers.
func dialWithin[T any](ctx context.Context, dial func() (T, error), hangUp func(T)) (T, error) {
	type answer struct {
		link T
		err  error
	}
	answered := make(chan answer, 1)
	go func() {
		link, err := dial()
		answered <- answer{link, err}
	}()
	select {
	case a := <-answered:
		return a.link, a.err
	case <-ctx.Done():
		go func() {
			if a := <-answered; a.err == nil {
				hangUp(a.link)
			}
		}()
		var none T
		return none, ctx.Err()
	}
}

func lostDisplay(err error) error {
	return &holdError{hold: HoldFailed, advice: AdviceNoDisplay, err: err}
}

// x11Keys reserves one combination of keys over a connection of its own.
type x11Keys struct {
	conn     *xgb.Conn
	root     xproto.Window
	chord    chord.Chord
	held     keyGrab
	released xproto.Timestamp // when the key was, 0 for never
}

// hold reserves the keys until ctx ends or the server goes, and gives them back.
func (k *x11Keys) hold(ctx context.Context, tell func(ShortcutEvent)) error {
	events := make(chan xgb.Event)
	stop := make(chan struct{})
	read := make(chan struct{})
	go func() {
		defer close(read)
		defer close(events)
		for {
			event, xerr := k.conn.WaitForEvent()
			if event == nil && xerr == nil {
				return
			}
			select {
			case events <- event: // nil for errors of requests that nobody waits for
			case <-stop:
			}
		}
	}()
	defer func() { <-read }()
	defer k.conn.Close()
	defer close(stop)
	if err := k.remap(); err != nil {
		return err
	}
	defer k.release()
	tell(ShortcutEvent{Hold: HoldHeld})
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case event, there := <-events:
			if !there {
				return lostDisplay(errXClosed)
			}
			if err := k.handle(event, tell); err != nil {
				return err
			}
		}
	}
}

func (k *x11Keys) handle(event xgb.Event, tell func(ShortcutEvent)) error {
	switch e := event.(type) {
	case xproto.KeyPressEvent:
		if e.Detail == k.held.code && (k.released == 0 || e.Time-k.released > repeatGap) {
			tell(ShortcutEvent{Pressed: true})
		}
	case xproto.KeyReleaseEvent:
		if e.Detail == k.held.code {
			k.released = e.Time
		}
	case xproto.MappingNotifyEvent:
		if e.Request != xproto.MappingPointer {
			return k.remap()
		}
	}
	return nil
}

// remap looks where the keys are on the keyboard as it is now, and reserves them there.
func (k *x11Keys) remap() error {
	board, err := k.keyboard()
	if err != nil {
		return lostDisplay(err)
	}
	next, ok := board.grab(k.chord)
	if next == k.held && ok {
		return nil
	}
	k.release()
	if !ok {
		return &holdError{hold: HoldFailed, detail: k.chord.Key, advice: AdviceShortcutNoKey}
	}
	return k.reserve(next)
}

// keyboard asks the server for its mapping.
func (k *x11Keys) keyboard() (keyboard, error) {
	setup := xproto.Setup(k.conn)
	count := byte(setup.MaxKeycode - setup.MinKeycode + 1)
	keys := xproto.GetKeyboardMapping(k.conn, setup.MinKeycode, count)
	mods, err := xproto.GetModifierMapping(k.conn).Reply()
	if err != nil {
		return keyboard{}, err
	}
	syms, err := keys.Reply()
	if err != nil {
		return keyboard{}, err
	}
	return keyboard{first: setup.MinKeycode, perKey: max(int(syms.KeysymsPerKeycode), 1), syms: syms.Keysyms,
		perMod: max(int(mods.KeycodesPerModifier), 1), modifiers: mods.Keycodes}, nil
}

// reserve asks for all of a grab or nothing.
func (k *x11Keys) reserve(g keyGrab) error {
	k.held = g
	err := g.each(func(mods uint16) error {
		return xproto.GrabKeyChecked(k.conn, false, k.root, mods, g.code, xproto.GrabModeAsync, xproto.GrabModeAsync).Check()
	})
	if err == nil {
		return nil
	}
	k.release()
	if _, taken := errors.AsType[xproto.AccessError](err); taken {
		return &holdError{hold: HoldTaken, advice: AdviceShortcutTaken, err: err}
	}
	return lostDisplay(err)
}

// release gives back what is reserved, and returns when the server has heard of it: the next who asks may
// be this process over another connection. Giving back what another program has does nothing.
func (k *x11Keys) release() {
	g := k.held
	k.held = keyGrab{}
	if g.code == 0 {
		return
	}
	_ = g.each(func(mods uint16) error {
		return xproto.UngrabKeyChecked(k.conn, g.code, k.root, mods).Check()
	})
}
