//go:build !windows && !darwin

package desktop

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"sync"
	"time"

	"foyer/services/fault"
)

// handOverLimit is how long a clipboard keeper may take to fetch the content at the end.
const handOverLimit = time.Second

// unixNative is the clipboard of X11 and Wayland. Rich content lives in this process: programs ask the
// owner each time they paste.
//
// On Wayland the compositor's data control is tried first. Where there is none (GNOME), the XWayland
// display takes the content, as GNOME hands it on to Wayland programs. The last resort is wl-copy, which can
// hold one kind only: plain text, or a picture when there is nothing else.
type unixNative struct {
	log *slog.Logger

	mu   sync.Mutex
	link *x11Link     // nil until needed
	way  *waylandHold // nil until needed
}

func newNative(log *slog.Logger) native { return &unixNative{log: log} }

// connect returns the connection to the display, making one if needed. Only one access runs at a
// time, so the lock need not be held while a server that hangs is being waited for.
func (n *unixNative) connect() (*x11Link, error) {
	if link := n.current(); link != nil {
		return link, nil
	}
	link, err := dialX11(n.log, os.Getenv("DISPLAY"))
	if err != nil {
		return nil, err
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.link = link
	return link, nil
}

// current returns the connection if there is one that still stands.
func (n *unixNative) current() *x11Link {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.link == nil || !n.link.alive() {
		return nil
	}
	return n.link
}

// peek answers from memory when this process holds the clipboard. On X11 it asks the owner what it
// offers: the clipboard programs would wait for ever for an owner that hangs, and have one and the same
// error for an empty clipboard, a picture and a missing display.
func (n *unixNative) peek(ctx context.Context) (string, bool, error) {
	if text, held := n.own(); held {
		if text == "" {
			return "", false, trouble(opRead, partClipboard, fault.Invalid, CodeNoText, "", ErrNoText)
		}
		return text, true, nil
	}
	if onWayland() {
		return "", false, nil // the read itself will tell
	}
	if os.Getenv("DISPLAY") == "" {
		return "", false, trouble(opRead, partClipboard, fault.NotConfigured, CodeNoDisplay, "", nil)
	}
	link, err := n.connect()
	if err != nil {
		return "", false, trouble(opRead, partClipboard, fault.NotConfigured, CodeNoDisplay, "", err)
	}
	return "", false, peekX11(ctx, link)
}

func peekX11(ctx context.Context, link *x11Link) error {
	owned, err := link.owned(atomClipboard)
	switch {
	case err != nil:
		return trouble(opRead, partClipboard, fault.Unreachable, CodeNoDisplay, "", err)
	case !owned:
		return trouble(opRead, partClipboard, fault.Invalid, CodeEmpty, "", ErrEmpty)
	}
	targets, err := link.targets(ctx)
	switch {
	case errors.Is(err, errRefused):
		return nil // an old program that offers no list; reading will tell
	case err != nil:
		return trouble(opRead, partClipboard, fault.Unreachable, CodeHangs, "", err)
	case !holdsText(targets):
		return trouble(opRead, partClipboard, fault.Invalid, CodeNoText, "", ErrNoText)
	}
	return nil
}

// own returns the text that this process itself holds on the clipboard.
func (n *unixNative) own() (string, bool) {
	if way := n.currentWay(); way != nil && !way.ended() {
		return way.clip.Text, true
	}
	if link := n.current(); link != nil {
		clip, held := link.holds()
		return clip.Text, held
	}
	return "", false
}

func (n *unixNative) currentWay() *waylandHold {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.way
}

func (n *unixNative) offer(ctx context.Context, clip Clip) (Held, error) {
	if onWayland() {
		err := n.offerWayland(ctx, clip)
		if err == nil {
			return Held{Rich: clip.rich(), Here: true}, nil
		}
		if os.Getenv("DISPLAY") == "" {
			return offerOneKind(ctx, clip, err)
		}
		n.log.Debug("offering through XWayland instead", "error", err)
	}
	return n.offerX11(ctx, clip)
}

// offerWayland replaces what this process holds on Wayland, if it holds anything.
func (n *unixNative) offerWayland(ctx context.Context, clip Clip) error {
	old := n.currentWay()
	var waiting chan struct{}
	if old != nil {
		waiting = old.detach()
	}
	next, err := holdOnWayland(ctx, n.log, clip)
	if err != nil {
		if old != nil {
			old.attach(waiting)
		}
		return err
	}
	if waiting != nil {
		next.attach(waiting)
	}
	n.mu.Lock()
	n.way = next
	n.mu.Unlock()
	if old != nil {
		old.close()
	}
	return nil
}

func (n *unixNative) offerX11(ctx context.Context, clip Clip) (Held, error) {
	if os.Getenv("DISPLAY") == "" {
		err := trouble(opWrite, partClipboard, fault.NotConfigured, CodeNoDisplay, "", nil)
		return Held{Note: NoteNoDisplay}, err
	}
	link, err := n.connect()
	if err != nil {
		return Held{Note: NoteNoDisplay}, trouble(opWrite, partClipboard, fault.NotConfigured, CodeNoDisplay, "", err)
	}
	if err := link.own(ctx, clip); err != nil {
		return Held{Note: NoteRefused}, trouble(opWrite, partClipboard, fault.Refused, "", "", err)
	}
	return Held{Rich: clip.rich(), Here: true}, nil
}

func (n *unixNative) lost() <-chan struct{} {
	if way := n.currentWay(); way != nil {
		if lost := way.lostChan(); lost != nil {
			return lost
		}
	}
	if link := n.current(); link != nil {
		if lost := link.lostChan(); lost != nil {
			return lost
		}
	}
	nothing := make(chan struct{})
	close(nothing)
	return nothing
}

// settle waits on X11 until another owner is known to the server: xclip goes to the background before
// that, and a program that pastes at once would get the old content.
func (n *unixNative) settle() func(context.Context) {
	nothing := func(context.Context) {}
	if onWayland() || os.Getenv("DISPLAY") == "" {
		return nothing
	}
	link, err := n.connect()
	if err != nil {
		return nothing // writing will tell
	}
	owner, err := link.owner()
	if err != nil {
		return nothing
	}
	return func(ctx context.Context) { link.awaitOwnerOtherThan(ctx, owner) }
}

func (n *unixNative) close(plain func(string) error) {
	leave := func(text string) {
		if err := plain(text); err != nil {
			n.log.Warn("leaving the copied text behind", "error", err)
		}
	}
	if way := n.currentWay(); way != nil {
		if !way.ended() && way.clip.Text != "" {
			leave(way.clip.Text)
		}
		way.close()
	}
	link := n.current()
	if link == nil {
		return
	}
	defer link.close()
	link.mu.Lock()
	held := link.held
	link.mu.Unlock()
	if held == nil || !link.owns() {
		return
	}
	ctx, cancel := context.WithTimeout(held.base, handOverLimit)
	defer cancel()
	if !link.handOver(ctx) && held.clip.Text != "" {
		leave(held.clip.Text)
	}
}
