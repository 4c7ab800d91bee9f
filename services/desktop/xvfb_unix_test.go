//go:build !windows && !darwin

package desktop

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xfixes"
	"github.com/jezek/xgb/xproto"
)

// startX starts an X server of the test's own and points DISPLAY at it. The returned function ends it early.
func startX(t *testing.T) (stop func()) {
	t.Helper()
	quietX()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(need(t, "Xvfb", "xvfb"), "-displayfd", "3", "-screen", "0", "320x240x24", "-nolisten", "tcp", "-noreset")
	cmd.ExtraFiles = []*os.File{write}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	write.Close()
	ended := false
	stop = func() {
		if !ended {
			ended = true
			cmd.Process.Kill()
			cmd.Wait()
		}
	}
	t.Cleanup(stop)
	number, err := bufio.NewReader(read).ReadString('\n')
	read.Close()
	if err != nil {
		stop()
		t.Fatalf("Xvfb did not start: %v\n%s", err, stderr.String())
	}
	t.Setenv("DISPLAY", ":"+strings.TrimSpace(number))
	t.Setenv("WAYLAND_DISPLAY", "")
	t.Setenv("XAUTHORITY", os.DevNull)
	return stop
}

// newTestClipboard returns a clipboard that is closed with the test.
func newTestClipboard(t *testing.T) *Clipboard {
	t.Helper()
	c := NewClipboard(quiet())
	t.Cleanup(func() { c.Close() })
	return c
}

// paste asks the clipboard for a target, as another program would, with the real xclip.
func paste(t *testing.T, target string) []byte {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), need(t, "xclip", "xclip"), "-o", "-selection", "clipboard", "-t", target).Output()
	if err != nil {
		t.Fatalf("pasting %s: %v", target, err)
	}
	return out
}

// copyElsewhere makes another program, the real xclip, own the clipboard, and returns when it does.
func copyElsewhere(t *testing.T, target string, content []byte) {
	t.Helper()
	changed := watchOwner(t)
	cmd := exec.CommandContext(t.Context(), need(t, "xclip", "xclip"), "-i", "-selection", "clipboard", "-t", target)
	cmd.Stdin = bytes.NewReader(content)
	if err := cmd.Run(); err != nil {
		t.Fatalf("copying %s: %v", target, err)
	}
	// xclip goes to the background before the server has heard of it.
	wantClosed(t, changed, "the change of the clipboard's owner")
}

// watchOwner returns a channel that is closed when the clipboard gets another owner.
func watchOwner(t *testing.T) <-chan struct{} {
	t.Helper()
	conn, err := xgb.NewConn()
	if err != nil {
		t.Fatal(err)
	}
	first, err := useXFixes(conn)
	if err != nil {
		t.Fatal(err)
	}
	atom, err := xproto.InternAtom(conn, false, uint16(len(atomClipboard)), atomClipboard).Reply()
	if err != nil {
		t.Fatal(err)
	}
	root := xproto.Setup(conn).DefaultScreen(conn).Root
	err = xfixes.SelectSelectionInputChecked(conn, root, atom.Atom, xfixes.SelectionEventMaskSetSelectionOwner).Check()
	if err != nil {
		t.Fatal(err)
	}
	changed := make(chan struct{})
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		event, _ := conn.WaitForEvent()
		if _, ok := asSelectionNotify(event, first); ok {
			close(changed)
		}
	}()
	t.Cleanup(func() { conn.Close(); <-ended })
	return changed
}
