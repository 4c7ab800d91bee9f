package desktop

import (
	"context"
	"fmt"
	"runtime"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

const (
	cfDIB         = 8
	cfUnicodeText = 13

	gmemMoveable = 0x0002
	hwndMessage  = ^uintptr(2) // (HWND)-3: a window that only receives messages

	// openRetry is how often the clipboard is tried while another program has it open.
	openRetry = 5 * time.Millisecond
)

var (
	user32   = windows.NewLazySystemDLL("user32.dll")
	kernel32 = windows.NewLazySystemDLL("kernel32.dll")

	procOpenClipboard              = user32.NewProc("OpenClipboard")
	procCloseClipboard             = user32.NewProc("CloseClipboard")
	procEmptyClipboard             = user32.NewProc("EmptyClipboard")
	procSetClipboardData           = user32.NewProc("SetClipboardData")
	procCountClipboardFormats      = user32.NewProc("CountClipboardFormats")
	procIsClipboardFormatAvailable = user32.NewProc("IsClipboardFormatAvailable")
	procRegisterClipboardFormat    = user32.NewProc("RegisterClipboardFormatW")
	procCreateWindowEx             = user32.NewProc("CreateWindowExW")
	procDestroyWindow              = user32.NewProc("DestroyWindow")
	procGlobalAlloc                = kernel32.NewProc("GlobalAlloc")
	procGlobalFree                 = kernel32.NewProc("GlobalFree")
	procGlobalLock                 = kernel32.NewProc("GlobalLock")
	procGlobalUnlock               = kernel32.NewProc("GlobalUnlock")
	procMoveMemory                 = kernel32.NewProc("RtlMoveMemory")
)

// clipFormat is one kind of content: the number of its format and its bytes.
type clipFormat struct {
	id   uintptr
	data []byte
}

func formatAvailable(id uintptr) bool {
	r, _, _ := procIsClipboardFormatAvailable.Call(id)
	return r != 0
}

func countFormats() int {
	r, _, _ := procCountClipboardFormats.Call()
	return int(r)
}

// registerFormat returns the number that this session uses for a named format.
func registerFormat(name string) (uintptr, error) {
	p, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return 0, err
	}
	r, _, err := procRegisterClipboardFormat.Call(uintptr(unsafe.Pointer(p)))
	if r == 0 {
		return 0, fmt.Errorf("registering the clipboard format %s: %w", name, err)
	}
	return r, nil
}

// unicodeText returns text as CF_UNICODETEXT has it: UTF-16 with a final zero.
func unicodeText(text string) ([]byte, error) {
	units, err := windows.UTF16FromString(text)
	if err != nil {
		return nil, err
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(&units[0])), 2*len(units)), nil
}

// setClipboard replaces the content of the clipboard. Opening, filling and closing must happen on one
// thread, with a window as the owner: without one, documents say, setting data fails.
func setClipboard(ctx context.Context, parts []clipFormat) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	class, err := windows.UTF16PtrFromString("STATIC")
	if err != nil {
		return err
	}
	owner, _, err := procCreateWindowEx.Call(0, uintptr(unsafe.Pointer(class)), 0, 0, 0, 0, 0, 0, hwndMessage, 0, 0, 0)
	if owner == 0 {
		return fmt.Errorf("making a window for the clipboard: %w", err)
	}
	defer procDestroyWindow.Call(owner)
	if err := openClipboard(ctx, owner); err != nil {
		return err
	}
	defer procCloseClipboard.Call()
	if r, _, err := procEmptyClipboard.Call(); r == 0 {
		return fmt.Errorf("emptying the clipboard: %w", err)
	}
	for _, part := range parts {
		if err := setData(part); err != nil {
			return fmt.Errorf("setting clipboard format %d: %w", part.id, err)
		}
	}
	return nil
}

// openClipboard waits while another program has the clipboard open; they do for moments only.
func openClipboard(ctx context.Context, owner uintptr) error {
	retry := time.NewTicker(openRetry)
	defer retry.Stop()
	for {
		r, _, err := procOpenClipboard.Call(owner)
		if r != 0 {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("opening the clipboard: %w", err)
		case <-retry.C:
		}
	}
}

// setData hands a copy of the bytes to the clipboard, which frees it.
func setData(part clipFormat) error {
	memory, _, err := procGlobalAlloc.Call(gmemMoveable, uintptr(len(part.data)))
	if memory == 0 {
		return err
	}
	place, _, err := procGlobalLock.Call(memory)
	if place == 0 {
		procGlobalFree.Call(memory)
		return err
	}
	procMoveMemory.Call(place, uintptr(unsafe.Pointer(&part.data[0])), uintptr(len(part.data)))
	procGlobalUnlock.Call(memory)
	if r, _, err := procSetClipboardData.Call(part.id, memory); r == 0 {
		procGlobalFree.Call(memory)
		return err
	}
	return nil
}
