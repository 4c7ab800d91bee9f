//go:build !windows && !darwin

package desktop

import (
	"bytes"
	"errors"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// seize makes a link the owner of a selection without any content.
func seize(t *testing.T, l *x11Link, selection string) {
	t.Helper()
	err := xproto.SetSelectionOwnerChecked(l.conn, l.window, l.atoms[selection], xproto.TimeCurrentTime).Check()
	if err != nil {
		t.Fatal(err)
	}
}

// newPeer is another program on the same display.
func newPeer(t *testing.T) *x11Link {
	t.Helper()
	peer, err := dialX11(quiet(), "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(peer.close)
	return peer
}

// property reads and deletes one of the peer's properties.
func property(t *testing.T, peer *x11Link, atom xproto.Atom) *xproto.GetPropertyReply {
	t.Helper()
	reply, err := xproto.GetProperty(peer.conn, true, peer.window, atom, xproto.GetPropertyTypeAny, 0, 1<<16).Reply()
	if err != nil {
		t.Fatal(err)
	}
	return reply
}

func writeRich(t *testing.T) *Clipboard {
	t.Helper()
	c := newTestClipboard(t)
	if _, err := c.Write(t.Context(), Clip{Text: "text", HTML: "<b>html</b>"}); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestSeveralTargetsAreAnsweredAtOnce(t *testing.T) {
	startX(t)
	writeRich(t)
	peer := newPeer(t)
	first, second, third := peer.atoms[targetUTF8], peer.atoms[targetHTML], peer.atoms[targetPNG]
	// Each pair: the target, and the property for it; a property named like its target will do.
	peer.put32(peer.window, peer.atoms[atomAnswer], peer.atoms[atomAtomPair],
		uint32(peer.atoms[targetUTF8]), uint32(first), uint32(peer.atoms[targetHTML]), uint32(second),
		uint32(peer.atoms[targetPNG]), uint32(third))
	if err := peer.convert(t.Context(), atomClipboard, atomMultiple); err != nil {
		t.Fatal(err)
	}
	if got := string(property(t, peer, first).Value); got != "text" {
		t.Errorf("UTF8_STRING = %q, want text", got)
	}
	if got := string(property(t, peer, second).Value); got != htmlPrefix+"<b>html</b>" {
		t.Errorf("text/html = %q", got)
	}
	pairs := property(t, peer, peer.atoms[atomAnswer])
	if got := xproto.Atom(xgb.Get32(pairs.Value[20:])); got != xproto.AtomNone {
		t.Errorf("the pair of the missing picture names property %d, want none", got)
	}
}

func TestTimestampIsWhenTheSelectionWasTaken(t *testing.T) {
	startX(t)
	c := writeRich(t)
	peer := newPeer(t)
	if err := peer.convert(t.Context(), atomClipboard, atomTimestamp); err != nil {
		t.Fatal(err)
	}
	reply := property(t, peer, peer.atoms[atomAnswer])
	want := c.native.(*unixNative).current().held.since
	if reply.Type != xproto.AtomInteger || xproto.Timestamp(xgb.Get32(reply.Value)) != want {
		t.Errorf("TIMESTAMP = type %d %v, want %d", reply.Type, reply.Value, want)
	}
}

func TestSaveTargetsIsAnsweredPolitely(t *testing.T) {
	startX(t)
	writeRich(t)
	peer := newPeer(t)
	if err := peer.convert(t.Context(), atomClipboard, atomSaveTargets); err != nil {
		t.Fatal(err)
	}
	reply := property(t, peer, peer.atoms[atomAnswer])
	if reply.Type != peer.atoms[atomNull] || reply.ValueLen != 0 {
		t.Errorf("SAVE_TARGETS = type %d with %d values, want NULL and none", reply.Type, reply.ValueLen)
	}
}

func TestUnknownTargetsAreRefused(t *testing.T) {
	startX(t)
	writeRich(t)
	peer := newPeer(t)
	if err := peer.convert(t.Context(), atomClipboard, targetPNG); !errors.Is(err, errRefused) {
		t.Errorf("asking for a picture: %v, want %v", err, errRefused)
	}
}

func TestAReceiverThatGoesAwayDisturbsNobody(t *testing.T) {
	startX(t)
	c := newTestClipboard(t)
	big := make([]byte, 4*propertyChunk)
	if _, err := c.Write(t.Context(), Clip{Text: "text", PNG: big}); err != nil {
		t.Fatal(err)
	}
	peer, err := dialX11(quiet(), "")
	if err != nil {
		t.Fatal(err)
	}
	if err := peer.convert(t.Context(), atomClipboard, targetPNG); err != nil {
		t.Fatal(err)
	}
	peer.close() // in the middle of the transfer
	if got := paste(t, targetPNG); !bytes.Equal(big, got) {
		t.Errorf("the next receiver got %d bytes, want %d, the same", len(got), len(big))
	}
}

func TestCloseHandsOverToTheKeeper(t *testing.T) {
	startX(t)
	c := writeRich(t)
	keeper := newKeeper(t)
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	select {
	case got := <-keeper.kept:
		if got != htmlPrefix+"<b>html</b>" {
			t.Errorf("the keeper fetched %q", got)
		}
	default:
		t.Error("Close returned before the keeper had fetched the content")
	}
}

func TestCloseLeavesPlainTextBehind(t *testing.T) {
	startX(t)
	c := writeRich(t)
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if got := string(paste(t, "UTF8_STRING")); got != "text" {
		t.Errorf("pasted %q after Close, want text", got)
	}
	_, err := c.Read(t.Context())
	if e, ok := asError(err); !ok || e.Code != CodeClosed {
		t.Errorf("Read after Close: %v, want code %s", err, CodeClosed)
	}
}

// keeper is a clipboard manager: it fetches the content when a program is about to go.
type keeper struct {
	link *x11Link
	kept chan string
}

func newKeeper(t *testing.T) *keeper {
	t.Helper()
	conn := newPeer(t) // fetches
	k := &keeper{link: conn, kept: make(chan string, 1)}
	server, err := xgb.NewConn()
	if err != nil {
		t.Fatal(err)
	}
	window, err := xproto.NewWindowId(server)
	if err != nil {
		t.Fatal(err)
	}
	screen := xproto.Setup(server).DefaultScreen(server)
	xproto.CreateWindow(server, 0, window, screen.Root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, screen.RootVisual, 0, nil)
	err = xproto.SetSelectionOwnerChecked(server, window, conn.atoms[atomManager], xproto.TimeCurrentTime).Check()
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			event, xerr := server.WaitForEvent()
			if event == nil && xerr == nil {
				return
			}
			if e, ok := event.(xproto.SelectionRequestEvent); ok && e.Target == conn.atoms[atomSaveTargets] {
				k.fetch(t)
				notify := xproto.SelectionNotifyEvent{
					Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: e.Property,
				}
				xproto.SendEvent(server, false, e.Requestor, 0, string(notify.Bytes()))
			}
		}
	}()
	t.Cleanup(func() { server.Close(); <-done })
	return k
}

func (k *keeper) fetch(t *testing.T) {
	if err := k.link.convert(t.Context(), atomClipboard, targetHTML); err != nil {
		t.Errorf("the keeper fetching: %v", err)
		return
	}
	k.kept <- string(property(t, k.link, k.link.atoms[atomAnswer]).Value)
}
