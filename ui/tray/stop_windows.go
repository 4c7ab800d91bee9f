package tray

import (
	"time"

	"fyne.io/systray"
	"golang.org/x/sys/windows"
)

const (
	wmQuit    = 0x0012
	postPause = 20 * time.Millisecond
	cleanTime = time.Second
)

// stopper ends the library's message loop. The library's own Quit waits for the desktop to take
// the icon away under a lock that the loop wants too, and a desktop that does not answer then
// hangs both for ever. So the loop is ended first, and the desktop gets its time afterwards.
type stopper struct{ thread uint32 }

// newStopper must be called on the goroutine that will run the loop, locked to its thread.
func newStopper() stopper { return stopper{windows.GetCurrentThreadId()} }

// stop ends the loop, as soon as there is one.
func (s stopper) stop() {
	post := windows.NewLazySystemDLL("user32.dll").NewProc("PostThreadMessageW")
	for {
		if ok, _, _ := post.Call(uintptr(s.thread), wmQuit, 0, 0); ok != 0 {
			return
		}
		pause := time.NewTimer(postPause)
		<-pause.C
	}
}

// clean takes the icon away. A desktop that does not answer in time finds out by itself that the
// icon's process is gone; the goroutine that waits for it ends with the process.
func (s stopper) clean() {
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		systray.Quit()
	}()
	limit := time.NewTimer(cleanTime)
	defer limit.Stop()
	select {
	case <-gone:
	case <-limit.C:
	}
}
