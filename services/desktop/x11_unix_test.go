//go:build !windows && !darwin

package desktop

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

func TestRichContentIsOfferedInEveryKind(t *testing.T) {
	startX(t)
	c := newTestClipboard(t)
	clip := Clip{Text: "Join me in Büro 東京", HTML: `<a href="webexteams://im?space=b69a0c50">Büro 東京</a>`, PNG: []byte("\x89PNG\r\n\x1a\n…")}
	held, err := c.Write(t.Context(), clip)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Held{Rich: true, Here: true}, held); diff != "" {
		t.Fatal(diff)
	}
	targets := strings.Fields(string(paste(t, "TARGETS")))
	want := []string{
		"TARGETS", "TIMESTAMP", "MULTIPLE", "SAVE_TARGETS", "text/html", "image/png",
		"text/plain;charset=utf-8", "UTF8_STRING", "text/plain", "TEXT", "STRING",
	}
	if diff := cmp.Diff(want, targets); diff != "" {
		t.Errorf("TARGETS (-want +got):\n%s", diff)
	}
	for target, want := range map[string]string{
		"UTF8_STRING":              clip.Text,
		"text/plain":               clip.Text,
		"text/plain;charset=utf-8": clip.Text,
		"TEXT":                     clip.Text,
		"STRING":                   "Join me in B\xfcro ??",
		"text/html":                htmlPrefix + clip.HTML,
		"image/png":                string(clip.PNG),
	} {
		if diff := cmp.Diff(want, string(paste(t, target))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", target, diff)
		}
	}
}

func TestAMegabyteIsPastedWhole(t *testing.T) {
	startX(t)
	c := newTestClipboard(t)
	text := strings.Repeat("0123456789abcde\n", 1<<16)
	if _, err := c.Write(t.Context(), Clip{Text: text, HTML: "<p>" + text}); err != nil {
		t.Fatal(err)
	}
	if got := paste(t, "UTF8_STRING"); !bytes.Equal(got, []byte(text)) {
		t.Errorf("text: got %d bytes, want %d, the same", len(got), len(text))
	}
	if got := paste(t, "text/html"); !bytes.Equal(got, []byte(htmlPrefix+"<p>"+text)) {
		t.Errorf("HTML: got %d bytes, want %d, the same", len(got), len(htmlPrefix+"<p>"+text))
	}
}

func TestAnotherCopyEndsTheHold(t *testing.T) {
	startX(t)
	c := newTestClipboard(t)
	wantClosed(t, c.Lost(), "Lost before anything is held")
	if _, err := c.Write(t.Context(), Clip{Text: "ours", HTML: "<b>ours</b>"}); err != nil {
		t.Fatal(err)
	}
	lost := c.Lost()
	select {
	case <-lost:
		t.Fatal("Lost is closed while the content is held")
	default:
	}
	copyElsewhere(t, "UTF8_STRING", []byte("theirs"))
	wantClosed(t, lost, "Lost")
	wantClosed(t, c.Lost(), "Lost after the loss")
	text, err := c.Read(t.Context())
	if err != nil || text != "theirs" {
		t.Fatalf("Read = %q, %v, want theirs", text, err)
	}
}

func TestWritingAgainKeepsTheHold(t *testing.T) {
	startX(t)
	c := newTestClipboard(t)
	if _, err := c.Write(t.Context(), Clip{Text: "one", HTML: "<b>one</b>"}); err != nil {
		t.Fatal(err)
	}
	lost := c.Lost()
	if _, err := c.Write(t.Context(), Clip{Text: "two", HTML: "<b>two</b>"}); err != nil {
		t.Fatal(err)
	}
	if got := string(paste(t, "UTF8_STRING")); got != "two" {
		t.Errorf("pasted %q, want two", got)
	}
	select {
	case <-lost:
		t.Error("Lost is closed though this process still holds the clipboard")
	default:
	}
}

func TestPlainTextEndsTheHold(t *testing.T) {
	startX(t)
	need(t, "xclip", "xclip")
	c := newTestClipboard(t)
	if _, err := c.Write(t.Context(), Clip{Text: "rich", HTML: "<b>rich</b>"}); err != nil {
		t.Fatal(err)
	}
	lost := c.Lost()
	held, err := c.Write(t.Context(), Clip{Text: "plain"})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Held{}, held); diff != "" {
		t.Error(diff)
	}
	wantClosed(t, lost, "Lost")
	if got := string(paste(t, "UTF8_STRING")); got != "plain" {
		t.Errorf("pasted %q, want plain", got)
	}
}

func TestOwnContentIsReadFromMemory(t *testing.T) {
	startX(t)
	c := newTestClipboard(t)
	if _, err := c.Write(t.Context(), Clip{Text: "ours", HTML: "<b>ours</b>"}); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", t.TempDir()) // without any clipboard program
	text, err := c.Read(t.Context())
	if err != nil || text != "ours" {
		t.Fatalf("Read = %q, %v, want ours", text, err)
	}
	if _, err := c.Write(t.Context(), Clip{PNG: []byte("picture")}); err != nil {
		t.Fatal(err)
	}
	_, err = c.Read(t.Context())
	wantFault(t, err, fault.Invalid, CodeNoText)
}

func TestPlainTextNeedsNoProgramOnX11(t *testing.T) {
	startX(t)
	need(t, "xclip", "xclip")
	c := newTestClipboard(t)
	t.Setenv("PATH", t.TempDir())
	held, err := c.Write(t.Context(), Clip{Text: "held here"})
	if err != nil || !held.Here {
		t.Fatalf("Write = %+v, %v, want it held here", held, err)
	}
	if text, err := c.Read(t.Context()); err != nil || text != "held here" {
		t.Fatalf("Read = %q, %v", text, err)
	}
}

func TestReadTellsEmptyFromPicture(t *testing.T) {
	startX(t)
	c := newTestClipboard(t)
	_, err := c.Read(t.Context())
	wantFault(t, err, fault.Invalid, CodeEmpty)
	copyElsewhere(t, "image/png", []byte("\x89PNG"))
	_, err = c.Read(t.Context())
	wantFault(t, err, fault.Invalid, CodeNoText)
}

func TestReadGivesUpOnAnOwnerThatHangs(t *testing.T) {
	startX(t)
	frozen, err := dialX11(quiet(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer frozen.close()
	frozen.mu.Lock() // its event loop will stop at the first request
	defer frozen.mu.Unlock()
	seize(t, frozen, atomClipboard)

	c := newTestClipboard(t)
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	_, err = c.Read(ctx)
	wantFault(t, err, fault.Unreachable, CodeHangs)
}

func TestALostDisplayIsNoticed(t *testing.T) {
	stop := startX(t)
	c := newTestClipboard(t)
	if _, err := c.Write(t.Context(), Clip{Text: "ours", HTML: "<b>ours</b>"}); err != nil {
		t.Fatal(err)
	}
	lost := c.Lost()
	stop()
	wantClosed(t, lost, "Lost")
	_, err := c.Read(t.Context())
	wantFault(t, err, fault.NotConfigured, CodeNoDisplay)
	_, err = c.Write(t.Context(), Clip{PNG: []byte("picture")})
	wantFault(t, err, fault.NotConfigured, CodeNoDisplay)
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}

func TestNoDisplayIsSaid(t *testing.T) {
	need(t, "xclip", "xclip")
	for _, display := range []string{"", ":4242", "nonsense"} {
		t.Run(display, func(t *testing.T) {
			t.Setenv("DISPLAY", display)
			c := newTestClipboard(t)
			_, err := c.Read(t.Context())
			wantFault(t, err, fault.NotConfigured, CodeNoDisplay)
			for _, clip := range []Clip{{Text: "plain"}, {Text: "rich", HTML: "<b>rich</b>"}, {PNG: []byte("picture")}} {
				_, err = c.Write(t.Context(), clip)
				wantFault(t, err, fault.NotConfigured, CodeNoDisplay)
			}
		})
	}
}
