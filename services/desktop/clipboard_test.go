package desktop

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

// fakeBoard is a plain-text clipboard whose calls a test decides.
type fakeBoard struct {
	onRead  func() (string, error)
	onWrite func(string) error
}

func (b fakeBoard) read() (string, error)   { return b.onRead() }
func (b fakeBoard) write(text string) error { return b.onWrite(text) }

// fakeNative is a platform that offers nothing but what a test decides.
type fakeNative struct {
	native
	held    Held
	refused error
	unstuck func()
}

func (n fakeNative) peek(context.Context) (string, bool, error) { return "", false, nil }
func (n fakeNative) offer(context.Context, Clip) (Held, error)  { return n.held, n.refused }
func (n fakeNative) explain(op string, err error) error         { return asFault(op, err) }
func (n fakeNative) settle() func(context.Context)              { return func(context.Context) {} }
func (n fakeNative) close(func(string) error)                   {}
func (n fakeNative) unstick() {
	if n.unstuck != nil {
		n.unstuck()
	}
}

func TestReadReturnsWithinItsDeadline(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		var reads atomic.Int32
		board := fakeBoard{onRead: func() (string, error) { reads.Add(1); <-release; return "late", nil }}
		c := newClipboard(quiet(), board, fakeNative{unstuck: func() {}})
		start := time.Now()
		for range 3 {
			_, err := c.Read(t.Context())
			wantFault(t, err, fault.Unreachable, CodeHangs)
		}
		if took := time.Since(start); took != 3*readLimit {
			t.Errorf("three reads took %v, want %v", took, 3*readLimit)
		}
		if n := reads.Load(); n != 1 {
			t.Errorf("%d reads are stuck, want 1: they must not pile up", n)
		}
		close(release)
		if text, err := c.Read(t.Context()); err != nil || text != "late" {
			t.Errorf("Read = %q, %v once the owner answers again", text, err)
		}
	})
}

func TestCallersWhoGiveUpAreToldSo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		c := newClipboard(quiet(), fakeBoard{onRead: func() (string, error) { <-release; return "", nil }}, fakeNative{})
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(time.Second, cancel)
		_, err := c.Read(ctx)
		wantFault(t, err, fault.Cancelled, "")
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%v does not wrap context.Canceled", err)
		}
		close(release)
	})
}

func TestAStuckReadIsUnstuck(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		board := fakeBoard{onRead: func() (string, error) { <-release; return "", errors.New("signal: killed") }}
		c := newClipboard(quiet(), board, fakeNative{unstuck: func() { close(release) }})
		_, err := c.Read(t.Context())
		wantFault(t, err, fault.Unreachable, CodeHangs)
		synctest.Wait()
		if len(c.gate) != 0 {
			t.Error("the clipboard is still held by the stuck read")
		}
	})
}

func TestNothingToReadIsEmpty(t *testing.T) {
	c := newClipboard(quiet(), fakeBoard{onRead: func() (string, error) { return "", nil }}, fakeNative{})
	_, err := c.Read(t.Context())
	wantFault(t, err, fault.Invalid, CodeEmpty)
	if !errors.Is(err, ErrEmpty) {
		t.Errorf("%v is not ErrEmpty", err)
	}
}

func TestAPictureIsNotReadAsText(t *testing.T) {
	for text, want := range map[string]bool{"\x89PNG\r\n\x1a\n": true, "\xff\xd8\xff\xe0": true, "BMW: Besprechung": false, "GIF": false, "II": false} {
		c := newClipboard(quiet(), fakeBoard{onRead: func() (string, error) { return text, nil }}, fakeNative{})
		_, err := c.Read(t.Context())
		if got := errors.Is(err, ErrNoText); got != want {
			t.Errorf("Read of %q: %v, want ErrNoText: %v", text, err, want)
		}
	}
}

func TestWriteFallsBackToPlainText(t *testing.T) {
	refused := trouble(opWrite, partClipboard, fault.NotConfigured, CodeNoDisplay, "", nil)
	broken := errors.New("broken")
	tests := map[string]struct {
		clip     Clip
		native   fakeNative
		boardErr error
		want     Held
		wrote    string
		code     string
		fails    bool
	}{
		"rich content is offered":                    {clip: Clip{Text: "t", HTML: "h"}, native: fakeNative{held: Held{Rich: true, Here: true}}, want: Held{Rich: true, Here: true}},
		"plain text goes to the board":               {clip: Clip{Text: "t"}, wrote: "t"},
		"refused rich content is written as text":    {clip: Clip{Text: "t", HTML: "h"}, native: fakeNative{held: Held{Note: NoteNoDisplay}, refused: refused}, want: Held{Note: NoteNoDisplay}, wrote: "t"},
		"a refused picture without text fails":       {clip: Clip{PNG: []byte("p")}, native: fakeNative{held: Held{Note: NoteNoDisplay}, refused: refused}, code: CodeNoDisplay, fails: true},
		"a broken board is helped out":               {clip: Clip{Text: "t"}, native: fakeNative{held: Held{Here: true}}, boardErr: broken, want: Held{Here: true}},
		"a broken board without a display is no end": {clip: Clip{Text: "t"}, native: fakeNative{refused: refused}, boardErr: broken, code: CodeNoDisplay, fails: true},
		"nothing cannot be copied":                   {clip: Clip{}, code: CodeNothing, fails: true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			wrote := ""
			board := fakeBoard{onWrite: func(s string) error {
				if tt.boardErr == nil {
					wrote = s
				}
				return tt.boardErr
			}}
			held, err := newClipboard(quiet(), board, tt.native).Write(t.Context(), tt.clip)
			if tt.fails {
				if e, ok := asError(err); !ok || e.Code != tt.code {
					t.Fatalf("error = %v, want code %q", err, tt.code)
				}
			} else if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, held); diff != "" {
				t.Error(diff)
			}
			if wrote != tt.wrote {
				t.Errorf("wrote %q, want %q", wrote, tt.wrote)
			}
		})
	}
}

func TestAClosedClipboardSaysSo(t *testing.T) {
	c := newClipboard(quiet(), fakeBoard{}, fakeNative{})
	for range 2 {
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
	_, err := c.Read(t.Context())
	wantFault(t, err, fault.Other, CodeClosed)
	_, err = c.Write(t.Context(), Clip{Text: "t"})
	wantFault(t, err, fault.Other, CodeClosed)
}

func TestCloseDoesNotWaitForEver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		board := fakeBoard{onRead: func() (string, error) { <-release; return "", nil }}
		c := newClipboard(quiet(), board, fakeNative{})
		ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
		defer cancel()
		c.Read(ctx)
		start := time.Now()
		wantFault(t, c.Close(), fault.Unreachable, CodeHangs)
		if took := time.Since(start); took != closeLimit {
			t.Errorf("Close took %v, want %v", took, closeLimit)
		}
		close(release)
	})
}
