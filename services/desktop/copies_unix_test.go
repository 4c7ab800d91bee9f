//go:build !windows && !darwin

package desktop

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/jezek/xgb/xproto"
)

// watching watches copies until the test or the returned function ends it, which waits for that.
func watching(t *testing.T) (<-chan CopyEvent, func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	events := Copies(ctx, quiet())
	stop := func() {
		cancel()
		for range events { //nolint:revive // the channel ends with everything behind it
		}
	}
	t.Cleanup(stop)
	return events, stop
}

func wantCopy(t *testing.T, events <-chan CopyEvent, want CopyEvent) {
	t.Helper()
	select {
	case got, there := <-events:
		if got != want || !there {
			t.Fatalf("the next event is %.100q %+v (%v), want %.100q", got.Text, got.Hold, there, want)
		}
	case <-within(t).Done():
		t.Fatalf("nothing happened, want %.100q", want)
	}
}

var byXFixes = CopyEvent{Hold: HoldHeld, Detail: "XFixes"}

func TestCopiesOfOthersAreTold(t *testing.T) {
	startX(t)
	copyElsewhere(t, "UTF8_STRING", []byte("what was there before"))
	events, stop := watching(t)
	wantCopy(t, events, byXFixes)
	for _, text := range []string{"Büro 東京", "twice", "twice", strings.Repeat("x", maxCopy)} {
		copyElsewhere(t, "UTF8_STRING", []byte(text))
		wantCopy(t, events, CopyEvent{Text: text})
	}
	copyElsewhere(t, "STRING", []byte("caf\xe9"))
	wantCopy(t, events, CopyEvent{Text: "café"})
	stop()
	if _, there := <-events; there {
		t.Error("something is told after the end")
	}
}

func TestWhatFoyerCopiesIsToldToo(t *testing.T) {
	startX(t)
	events, _ := watching(t)
	wantCopy(t, events, byXFixes)
	c := newTestClipboard(t)
	if _, err := c.Write(t.Context(), Clip{Text: "rich", HTML: "<b>rich</b>"}); err != nil {
		t.Fatal(err)
	}
	wantCopy(t, events, CopyEvent{Text: "rich"})
}

func TestSecretsPicturesAndLongTextsAreNotTold(t *testing.T) {
	startX(t)
	events, _ := watching(t)
	wantCopy(t, events, byXFixes)
	copyElsewhere(t, "image/png", []byte("\x89PNG\r\n"))
	copyElsewhere(t, "UTF8_STRING", []byte(strings.Repeat("x", maxCopy+4)))
	copyElsewhere(t, "UTF8_STRING", []byte(strings.Repeat("x", 2<<20))) // in parts
	manager := newPeer(t)
	if err := manager.own(t.Context(), Clip{Text: "password"}); err != nil {
		t.Fatal(err)
	}
	manager.mu.Lock()
	manager.held.offers = append(manager.held.offers, offer{targetSecret, targetSecret, []byte("secret")})
	manager.mu.Unlock()
	if err := xproto.SetSelectionOwnerChecked(manager.conn, manager.window, manager.atoms[atomClipboard], xproto.TimeCurrentTime).Check(); err != nil {
		t.Fatal(err)
	}
	silent := newPeer(t)
	seize(t, silent, atomClipboard) // refuses everything
	copyElsewhere(t, "UTF8_STRING", []byte("seen"))
	for e := range events {
		// Before its offers were complete, the manager was an ordinary program.
		if e.Text == "seen" {
			return
		}
		if e.Text != "password" {
			t.Errorf("%.100q is told", e.Text)
		}
	}
}

func TestADisplayThatComesBackIsWatchedAgain(t *testing.T) {
	stop := startX(t)
	events, _ := watching(t)
	wantCopy(t, events, byXFixes)
	stop()
	wantCopy(t, events, CopyEvent{Hold: HoldFailed, Advice: AdviceNoDisplay})
	startX(t)
	wantCopy(t, events, byXFixes)
	copyElsewhere(t, "UTF8_STRING", []byte("again"))
	wantCopy(t, events, CopyEvent{Text: "again"})
}

func TestWithoutADisplayNobodyTells(t *testing.T) {
	unsupported := CopyEvent{Hold: HoldUnsupported, Advice: AdviceWatchUnsupported}
	t.Run("none", func(t *testing.T) {
		t.Setenv("DISPLAY", "")
		t.Setenv("WAYLAND_DISPLAY", "")
		events, _ := watching(t)
		wantCopy(t, events, unsupported)
	})
	t.Run("Wayland without data control", func(t *testing.T) {
		startCompositor(t, "wl_seat")
		events, _ := watching(t)
		wantCopy(t, events, unsupported)
		if _, there := <-events; there {
			t.Error("it is tried again")
		}
	})
	t.Run("with XWayland", func(t *testing.T) {
		startX(t)
		display := os.Getenv("DISPLAY")
		startCompositor(t, "wl_seat")
		t.Setenv("DISPLAY", display)
		events, _ := watching(t)
		wantCopy(t, events, byXFixes)
		cmd := exec.CommandContext(t.Context(), need(t, "xclip", "xclip"), "-selection", "clipboard", "-in")
		cmd.Stdin = strings.NewReader("from X11")
		if err := cmd.Run(); err != nil {
			t.Fatal(err)
		}
		wantCopy(t, events, CopyEvent{Text: "from X11"})
	})
}
