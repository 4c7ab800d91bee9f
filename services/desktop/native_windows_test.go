package desktop

import (
	"bytes"
	"context"
	"encoding/json"
	"image"
	"image/png"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

// contentElsewhere is the clipboard as a second process finds it.
func contentElsewhere(t *testing.T) content {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), readerEnv+"=1")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var c content
	if err := json.Unmarshal(out, &c); err != nil {
		t.Fatalf("%v in %q", err, out)
	}
	if c.OpenError != "" {
		t.Fatal(c.OpenError)
	}
	return c
}

func smallPicture(t *testing.T) []byte {
	t.Helper()
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 3, 3))); err != nil {
		t.Fatal(err)
	}
	return picture.Bytes()
}

func TestRichContentLiesBesideText(t *testing.T) {
	c := NewClipboard(quiet())
	defer c.Close()
	clip := Clip{Text: "Join me in Büro 東京 😀", HTML: `<a href="webexteams://im?space=b69a0c50">Büro 東京 😀</a>`, PNG: smallPicture(t)}
	held, err := c.Write(t.Context(), clip)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Held{Rich: true}, held); diff != "" {
		t.Error(diff)
	}
	got := contentElsewhere(t)
	if got.Text != clip.Text {
		t.Errorf("text = %q, want %q", got.Text, clip.Text)
	}
	if fragment, err := parseCFHTML(got.HTML); err != nil || fragment != clip.HTML {
		t.Errorf("HTML = %q, %v, want %q", fragment, err, clip.HTML)
	}
	if !bytes.HasPrefix(got.PNG, clip.PNG) {
		t.Errorf("PNG = %d bytes, want %d", len(got.PNG), len(clip.PNG))
	}
	if bitmap, err := dib(clip.PNG); err != nil || !bytes.HasPrefix(got.DIB, bitmap) {
		t.Errorf("DIB = %d bytes, want %d (%v)", len(got.DIB), len(bitmap), err)
	}
	if text, err := c.Read(t.Context()); err != nil || text != clip.Text {
		t.Errorf("Read = %q, %v", text, err)
	}
	wantClosed(t, c.Lost(), "Lost: nothing lives in this process")
}

func TestPlainTextReplacesRichContent(t *testing.T) {
	c := NewClipboard(quiet())
	defer c.Close()
	if _, err := c.Write(t.Context(), Clip{Text: "rich", HTML: "<b>rich</b>"}); err != nil {
		t.Fatal(err)
	}
	if held, err := c.Write(t.Context(), Clip{Text: "plain"}); err != nil || held != (Held{}) {
		t.Fatalf("Write = %+v, %v", held, err)
	}
	if diff := cmp.Diff(content{Text: "plain"}, contentElsewhere(t)); diff != "" {
		t.Error(diff)
	}
}

func TestAMegabyteIsCopiedWhole(t *testing.T) {
	c := NewClipboard(quiet())
	defer c.Close()
	text := strings.Repeat("0123456789abcde\n", 1<<16-1)
	if _, err := c.Write(t.Context(), Clip{Text: text, HTML: "<p>" + text}); err != nil {
		t.Fatal(err)
	}
	got := contentElsewhere(t)
	if got.Text != text {
		t.Errorf("text: got %d bytes, want %d", len(got.Text), len(text))
	}
	if fragment, err := parseCFHTML(got.HTML); err != nil || fragment != "<p>"+text {
		t.Errorf("HTML: got %d bytes, %v", len(fragment), err)
	}
	if read, err := c.Read(t.Context()); err != nil || read != text {
		t.Errorf("Read = %d bytes, %v, want %d", len(read), err, len(text))
	}
}

func TestReadTellsEmptyFromPicture(t *testing.T) {
	c := NewClipboard(quiet())
	defer c.Close()
	if err := setClipboard(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	_, err := c.Read(t.Context())
	wantFault(t, err, fault.Invalid, CodeEmpty)
	if _, err := c.Write(t.Context(), Clip{PNG: smallPicture(t)}); err != nil {
		t.Fatal(err)
	}
	_, err = c.Read(t.Context())
	wantFault(t, err, fault.Invalid, CodeNoText)
}

func TestWritingWaitsForAProgramThatHasItOpen(t *testing.T) {
	opened, release := make(chan bool), make(chan struct{})
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		r, _, _ := procOpenClipboard.Call(0)
		opened <- r != 0
		<-release
		procCloseClipboard.Call()
	}()
	if !<-opened {
		t.Fatal("the clipboard cannot be opened")
	}
	c := NewClipboard(quiet())
	defer c.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, err := c.Write(ctx, Clip{Text: "t", HTML: "h"})
	wantFault(t, err, fault.Unreachable, CodeHangs)
	close(release)
	<-closed
	if _, err := c.Write(t.Context(), Clip{Text: "t", HTML: "h"}); err != nil {
		t.Error(err)
	}
}

func TestABrokenPictureIsNotCopied(t *testing.T) {
	c := NewClipboard(quiet())
	defer c.Close()
	_, err := c.Write(t.Context(), Clip{PNG: []byte("no picture")})
	if fault.KindOf(err) != fault.Other || err == nil {
		t.Errorf("error = %v", err)
	}
	if held, err := c.Write(t.Context(), Clip{Text: "text", PNG: []byte("no picture")}); err != nil || held.Note != NoteRefused {
		t.Errorf("Write = %+v, %v, want the text and the note %s", held, err, NoteRefused)
	}
}
