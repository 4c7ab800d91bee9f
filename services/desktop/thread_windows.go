package desktop

import (
	"fmt"
	"runtime"
	"sync"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

// listener is an invisible window with a thread of its own, which hears what Windows tells windows. The
// thread sleeps between messages.
type listener struct {
	window uintptr
	hear   func(message uint32, wParam uintptr)
	end    func()
	done   chan struct{}
}

// listeners are the windows that are there, by their handles. Windows keeps the callbacks of a process for
// ever, so that there is one for all of them.
var listeners sync.Map

var listenerClass = sync.OnceValues(func() (*uint16, error) {
	name, err := windows.UTF16PtrFromString("FoyerListener")
	if err != nil {
		return nil, err
	}
	class := windowClass{className: name, proc: syscall.NewCallback(func(window, message, wParam, lParam uintptr) uintptr {
		there, _ := listeners.Load(window)
		l, _ := there.(*listener)
		switch {
		case uint32(message) == wmClose:
			if l != nil {
				l.end()
			}
			procDestroyWindow.Call(window)
			return 0
		case uint32(message) == wmDestroy:
			procPostQuitMessage.Call(0)
			return 0
		case l != nil:
			l.hear(uint32(message), wParam)
		}
		r, _, _ := procDefWindowProc.Call(window, message, wParam, lParam)
		return r
	})}
	class.size = uint32(unsafe.Sizeof(class))
	if r, _, err := procRegisterClassEx.Call(uintptr(unsafe.Pointer(&class))); r == 0 {
		return nil, fmt.Errorf("registering a window class: %w", err)
	}
	return name, nil
})

// listen makes a window and calls begin with it on its thread; what that returns is called there before the
// window goes. hear gets every message on that thread, and must not wait.
func listen(begin func(window uintptr) (end func(), err error), hear func(message uint32, wParam uintptr)) (*listener, error) {
	l := &listener{hear: hear, done: make(chan struct{})}
	ready := make(chan error, 1)
	go l.run(begin, ready)
	if err := <-ready; err != nil {
		<-l.done
		return nil, err
	}
	return l, nil
}

func (l *listener) run(begin func(uintptr) (func(), error), ready chan<- error) {
	defer close(l.done)
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	class, err := listenerClass()
	if err != nil {
		ready <- err
		return
	}
	l.window, _, err = procCreateWindowEx.Call(0, uintptr(unsafe.Pointer(class)), 0, 0, 0, 0, 0, 0, hwndMessage, 0, 0, 0)
	if l.window == 0 {
		ready <- fmt.Errorf("making a window: %w", err)
		return
	}
	listeners.Store(l.window, l)
	defer listeners.Delete(l.window)
	if l.end, err = begin(l.window); err != nil {
		procDestroyWindow.Call(l.window)
		l.drain()
		ready <- err
		return
	}
	ready <- nil
	l.drain()
}

// drain handles messages until the window is destroyed.
func (l *listener) drain() {
	var m windowMessage
	for {
		r, _, _ := procGetMessage.Call(uintptr(unsafe.Pointer(&m)), 0, 0, 0)
		if int32(r) <= 0 {
			return
		}
		procDispatchMessage.Call(uintptr(unsafe.Pointer(&m)))
	}
}

// close destroys the window and waits for its thread.
func (l *listener) close() {
	procPostMessage.Call(l.window, wmClose, 0, 0)
	<-l.done
}
