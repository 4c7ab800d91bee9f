//go:build !windows && !darwin

package desktop

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

func TestRichContentIsOfferedToWayland(t *testing.T) {
	for _, protocol := range dataControl {
		t.Run(protocol, func(t *testing.T) {
			desk := startCompositor(t, "wl_compositor", "wl_seat", protocol)
			c := newTestClipboard(t)
			clip := Clip{Text: "Büro 東京", HTML: "<b>Büro</b>", PNG: []byte(strings.Repeat("picture", 1<<16))}
			held, err := c.Write(t.Context(), clip)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(Held{Rich: true, Here: true}, held); diff != "" {
				t.Error(diff)
			}
			owner := <-desk.clients
			want := []string{"text/html", "image/png", "text/plain;charset=utf-8", "UTF8_STRING", "text/plain", "TEXT", "STRING"}
			if diff := cmp.Diff(want, owner.kinds); diff != "" {
				t.Errorf("kinds (-want +got):\n%s", diff)
			}
			for kind, want := range map[string]string{
				"text/html": htmlPrefix + clip.HTML, "UTF8_STRING": clip.Text, "image/png": string(clip.PNG), "video/webm": "",
			} {
				if got := owner.paste(t, kind); got != want {
					t.Errorf("%s: got %d bytes, want %d, the same", kind, len(got), len(want))
				}
			}
			if text, err := c.Read(t.Context()); err != nil || text != clip.Text {
				t.Errorf("Read = %q, %v, want our own text", text, err)
			}
		})
	}
}

func TestAnotherCopyOnWaylandEndsTheHold(t *testing.T) {
	desk := startCompositor(t, "wl_seat", dataControl[1])
	c := newTestClipboard(t)
	if _, err := c.Write(t.Context(), Clip{Text: "t", HTML: "h"}); err != nil {
		t.Fatal(err)
	}
	lost := c.Lost()
	owner := <-desk.clients
	owner.cancel()
	wantClosed(t, lost, "Lost")
	wantClosed(t, c.Lost(), "Lost after the loss")
	wantClosed(t, owner.gone, "hanging up")
}

func TestWritingAgainOnWaylandKeepsTheHold(t *testing.T) {
	desk := startCompositor(t, "wl_seat", dataControl[0])
	c := newTestClipboard(t)
	if _, err := c.Write(t.Context(), Clip{Text: "one", HTML: "h"}); err != nil {
		t.Fatal(err)
	}
	lost, first := c.Lost(), <-desk.clients
	if _, err := c.Write(t.Context(), Clip{Text: "two", HTML: "h"}); err != nil {
		t.Fatal(err)
	}
	second := <-desk.clients
	wantClosed(t, first.gone, "hanging up the first time")
	select {
	case <-lost:
		t.Fatal("Lost is closed though this process still holds the clipboard")
	default:
	}
	if got := second.paste(t, "UTF8_STRING"); got != "two" {
		t.Errorf("pasted %q, want two", got)
	}
	second.cancel()
	wantClosed(t, lost, "Lost")
}

func TestALostCompositorIsNoticed(t *testing.T) {
	desk := startCompositor(t, "wl_seat", dataControl[0])
	c := newTestClipboard(t)
	if _, err := c.Write(t.Context(), Clip{Text: "t", HTML: "h"}); err != nil {
		t.Fatal(err)
	}
	lost := c.Lost()
	(<-desk.clients).conn.Close()
	wantClosed(t, lost, "Lost")
}

func TestACompositorThatHangsCostsOneDeadline(t *testing.T) {
	dir, err := os.MkdirTemp("", "wayland")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	listener, err := net.Listen("unix", filepath.Join(dir, "wayland-7"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	t.Setenv("WAYLAND_DISPLAY", filepath.Join(dir, "wayland-7"))
	t.Setenv("DISPLAY", "")
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	_, err = newTestClipboard(t).Write(ctx, Clip{Text: "t", HTML: "h"})
	wantFault(t, err, fault.Unreachable, CodeHangs)
}

// Without data control and without XWayland only wl-copy is left, which holds one kind.
func TestWithoutDataControlTextGoesThroughWlCopy(t *testing.T) {
	startCompositor(t, "wl_seat")
	copied := filepath.Join(t.TempDir(), "copied")
	tool := "PATH=" + programs(t, map[string]string{"wl-copy": `{ printf '%s,' "$@"; cat; } >` + copied, "wl-paste": "exit 1"})
	tests := map[string]struct {
		held Held
		got  string
	}{
		"write plain":   {Held{}, ",plain"},
		"write rich":    {Held{Note: NoteOneKind}, ",plain"},
		"write picture": {Held{Rich: true}, "--type,image/png,picture"},
	}
	for task, want := range tests {
		t.Run(task, func(t *testing.T) {
			a := inHelper(t, task, tool)
			if diff := cmp.Diff(answer{Held: want.held}, a); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			got, err := os.ReadFile(copied)
			if err != nil || string(got) != want.got {
				t.Errorf("wl-copy got %q, %v, want %q", got, err, want.got)
			}
		})
	}
	t.Run("read", func(t *testing.T) {
		for script, code := range map[string]string{
			"printf text": "", "echo Nothing is copied >&2; exit 1": CodeEmpty, `printf '\211PNG\r\n'`: CodeNoText,
		} {
			a := inHelper(t, "read", "PATH="+programs(t, map[string]string{"wl-copy": "exit 1", "wl-paste": script}))
			if a.Code != code || (code == "") != (a.Text == "text") {
				t.Errorf("with %s: %+v, want code %q", script, a, code)
			}
		}
	})
	t.Run("no tool", func(t *testing.T) {
		if a := inHelper(t, "write picture", "PATH="+t.TempDir()); a.Code != CodeNoTool || a.Words != "wl-clipboard" {
			t.Errorf("%+v, want %s wl-clipboard", a, CodeNoTool)
		}
	})
}

func TestWithoutDataControlXWaylandIsUsed(t *testing.T) {
	startX(t)
	display := os.Getenv("DISPLAY")
	startCompositor(t, "wl_seat")
	t.Setenv("DISPLAY", display)
	c := newTestClipboard(t)
	held, err := c.Write(t.Context(), Clip{Text: "t", HTML: "h"})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Held{Rich: true, Here: true}, held); diff != "" {
		t.Error(diff)
	}
	if got := string(paste(t, "text/html")); got != htmlPrefix+"h" {
		t.Errorf("pasted %q", got)
	}
}

func TestWaylandMessagesAreRoundTripped(t *testing.T) {
	for _, s := range []string{"a", "abc", "abcd", "Büro"} {
		m := wlMessage{object: 3, opcode: 2}
		raw := m.encode(uint32(7), s, uint32(9))
		if len(raw)%4 != 0 {
			t.Errorf("%q: %d bytes are no whole words", s, len(raw))
		}
		got := wlMessage{body: raw[8:]}
		if a, b, c := got.number(), got.text(), got.number(); a != 7 || b != s || c != 9 {
			t.Errorf("got %d %q %d, want 7 %q 9", a, b, c, s)
		}
	}
}

func TestCutOffWaylandMessagesAreHarmless(t *testing.T) {
	for _, body := range [][]byte{nil, {1}, {255, 255, 255, 255}, {9, 0, 0, 0, 'a'}} {
		m := wlMessage{body: body}
		if s := m.text(); s != "" {
			t.Errorf("text of % x = %q", body, s)
		}
		if n := m.number(); n != 0 {
			t.Errorf("number after % x = %d", body, n)
		}
	}
}

func TestARefusalOfTheCompositorIsReported(t *testing.T) {
	client, server := socketPair(t)
	h := &waylandHold{log: quiet(), wlClient: wlClient{newWlReader(client)}}
	p := &compositorClient{conn: server, source: wlSource}
	p.refuse()
	err := h.until(wlTaken, h.handle)
	if err == nil || !strings.Contains(err.Error(), "not now") {
		t.Errorf("error = %v, want the compositor's words", err)
	}
}

func socketPair(t *testing.T) (a, b *net.UnixConn) {
	t.Helper()
	fds, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
	if err != nil {
		t.Fatal(err)
	}
	var ends []*net.UnixConn
	for _, fd := range fds {
		file := os.NewFile(uintptr(fd), "pair")
		conn, err := net.FileConn(file)
		file.Close()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { conn.Close() })
		ends = append(ends, conn.(*net.UnixConn))
	}
	return ends[0], ends[1]
}
