package desktop

import (
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"
)

// content is the clipboard as another program finds it.
type content struct {
	Text      string
	HTML      []byte
	PNG, DIB  []byte
	OpenError string
}

// clipboardContent reads every format that Foyer writes.
func clipboardContent() content {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if r, _, err := procOpenClipboard.Call(0); r == 0 {
		return content{OpenError: err.Error()}
	}
	defer procCloseClipboard.Call()
	var c content
	if units := formatBytes(cfUnicodeText); len(units) >= 2 {
		c.Text = windows.UTF16PtrToString((*uint16)(unsafe.Pointer(&units[0])))
	}
	if id, err := registerFormat("HTML Format"); err == nil {
		c.HTML = formatBytes(id)
	}
	if id, err := registerFormat("PNG"); err == nil {
		c.PNG = formatBytes(id)
	}
	c.DIB = formatBytes(cfDIB)
	return c
}

// formatBytes copies one format out of the open clipboard.
func formatBytes(id uintptr) []byte {
	memory, _, _ := procGetClipboardData.Call(id)
	if memory == 0 {
		return nil
	}
	size, _, _ := procGlobalSize.Call(memory)
	place, _, _ := procGlobalLock.Call(memory)
	if place == 0 || size == 0 {
		return nil
	}
	defer procGlobalUnlock.Call(memory)
	out := make([]byte, size)
	procMoveMemory.Call(uintptr(unsafe.Pointer(&out[0])), place, size)
	return out
}
