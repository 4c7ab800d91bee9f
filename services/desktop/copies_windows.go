package desktop

import (
	"context"
	"fmt"
	"log/slog"
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"
)

const wmClipboardUpdate = 0x031d

var (
	procAddClipboardFormatListener    = user32.NewProc("AddClipboardFormatListener")
	procRemoveClipboardFormatListener = user32.NewProc("RemoveClipboardFormatListener")
	procGetClipboardData              = user32.NewProc("GetClipboardData")
	procGlobalSize                    = kernel32.NewProc("GlobalSize")
)

// secretFormats are what password managers put beside a password: programs that watch are not to look.
var secretFormats = []string{"ExcludeClipboardContentFromMonitorProcessing", "Clipboard Viewer Ignore"}

// historyFormat says by a zero that what was copied is not to be kept anywhere.
const historyFormat = "CanIncludeInClipboardHistory"

// watchCopies tells of copies as Windows tells a window of its own.
func watchCopies(ctx context.Context, log *slog.Logger, tell func(CopyEvent)) error {
	copied := make(bell, 1)
	l, err := listen(func(window uintptr) (func(), error) {
		if r, _, err := procAddClipboardFormatListener.Call(window); r == 0 {
			return nil, fmt.Errorf("listening to the clipboard: %w", err)
		}
		return func() { procRemoveClipboardFormatListener.Call(window) }, nil
	}, func(message uint32, _ uintptr) {
		if message == wmClipboardUpdate {
			copied.ring()
		}
	})
	if err != nil {
		return err
	}
	defer l.close()
	tell(CopyEvent{Hold: HoldHeld, Detail: "AddClipboardFormatListener"})
	for {
		select {
		case <-copied:
			text, err := copiedText(ctx)
			if err != nil {
				log.Debug("what was copied could not be read", "error", err)
			} else if text != "" {
				tell(CopyEvent{Text: text})
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// copiedText reads the text on the clipboard; "" when there is none, when it is too long, or secret.
func copiedText(ctx context.Context) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, readLimit)
	defer cancel()
	for _, name := range secretFormats {
		id, err := registerFormat(name)
		if err != nil || formatAvailable(id) {
			return "", err
		}
	}
	history, err := registerFormat(historyFormat)
	if err != nil {
		return "", err
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := openClipboard(ctx, 0); err != nil {
		return "", err
	}
	defer procCloseClipboard.Call()
	if may := formatData(history, 4); len(may) == 4 && may[0]|may[1]|may[2]|may[3] == 0 {
		return "", nil
	}
	data := formatData(cfUnicodeText, 2*maxCopy)
	if len(data) < 2 {
		return "", nil
	}
	return windows.UTF16ToString(unsafe.Slice((*uint16)(unsafe.Pointer(&data[0])), len(data)/2)), nil
}

// formatData copies one format out of the open clipboard, unless it has more than so many bytes.
func formatData(id uintptr, most uintptr) []byte {
	memory, _, _ := procGetClipboardData.Call(id)
	if memory == 0 {
		return nil
	}
	size, _, _ := procGlobalSize.Call(memory)
	if size == 0 || size > most {
		return nil
	}
	place, _, _ := procGlobalLock.Call(memory)
	if place == 0 {
		return nil
	}
	defer procGlobalUnlock.Call(memory)
	out := make([]byte, size)
	procMoveMemory.Call(uintptr(unsafe.Pointer(&out[0])), place, size)
	return out
}
