//go:build !windows && !darwin

package desktop

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"time"

	"foyer/services/fault"
)

// onWayland tells whether the session is a Wayland session.
func onWayland() bool { return os.Getenv("WAYLAND_DISPLAY") != "" }

// offerOneKind is for compositors that let no program in the background hold the clipboard, cause says
// why. wl-copy gets around it, but can hold one kind of content only. Text is left to the caller.
func offerOneKind(ctx context.Context, clip Clip, cause error) (Held, error) {
	if clip.Text != "" {
		return Held{Note: NoteOneKind}, trouble(opWrite, partClipboard, fault.Refused, CodeUnsupported, "", cause)
	}
	kind, data := targetHTML, []byte(htmlPrefix+clip.HTML)
	if len(clip.PNG) > 0 {
		kind, data = targetPNG, clip.PNG
	}
	cmd := exec.CommandContext(ctx, "wl-copy", "--type", kind)
	cmd.Stdin = bytes.NewReader(data)
	cmd.WaitDelay = 100 * time.Millisecond
	err := cmd.Run()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return Held{}, trouble(opWrite, partClipboard, fault.NotConfigured, CodeNoTool, "wl-clipboard", err)
	case err != nil:
		return Held{}, trouble(opWrite, partClipboard, fault.NotConfigured, CodeNoDisplay, "", err)
	}
	return Held{Rich: clip.HTML == "" || len(clip.PNG) == 0}, nil
}
