package desktop

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"os/exec"
	"time"

	"foyer/services/fault"
)

// pasteboardScript writes one pasteboard item with all its kinds. Its input is JSON on stdin, so that
// content is never part of a command.
const pasteboardScript = `
ObjC.import('AppKit');
function run() {
	const input = $.NSFileHandle.fileHandleWithStandardInput.readDataToEndOfFile;
	const clip = JSON.parse($.NSString.alloc.initWithDataEncoding(input, $.NSUTF8StringEncoding).js);
	const board = $.NSPasteboard.generalPasteboard;
	board.clearContents;
	if (clip.HTML) board.setStringForType(clip.HTML, 'public.html');
	if (clip.PNG) board.setDataForType($.NSData.alloc.initWithBase64EncodedStringOptions(clip.PNG, 0), 'public.png');
	if (clip.Text) board.setStringForType(clip.Text, 'public.utf8-plain-text');
}`

// darwinNative is the pasteboard of macOS, which keeps what is written. It has been compiled, not tried.
type darwinNative struct{ log *slog.Logger }

func newNative(log *slog.Logger) native { return darwinNative{log} }

func (n darwinNative) peek(context.Context) (string, bool, error) { return "", false, nil }

func (n darwinNative) offer(ctx context.Context, clip Clip) (Held, error) {
	input, err := json.Marshal(clip)
	if err != nil {
		return Held{Note: NoteRefused}, asFault(opWrite, err)
	}
	cmd := exec.CommandContext(ctx, "osascript", "-l", "JavaScript", "-e", pasteboardScript)
	cmd.Stdin = bytes.NewReader(input)
	cmd.WaitDelay = 100 * time.Millisecond
	if err := cmd.Run(); err != nil {
		return Held{Note: NoteRefused}, trouble(opWrite, partClipboard, fault.Other, "", "", err)
	}
	return Held{Rich: clip.rich()}, nil
}

// settle has nothing to wait for: a write has arrived when it returns.
func (n darwinNative) settle() func(context.Context) { return func(context.Context) {} }

func (n darwinNative) explain(op string, err error) error { return asFault(op, err) }

// unstick has nothing to end: pbpaste never waits for another program.
func (n darwinNative) unstick() {}

func (n darwinNative) lost() <-chan struct{} {
	nothing := make(chan struct{})
	close(nothing)
	return nothing
}

func (n darwinNative) close(func(string) error) {}
