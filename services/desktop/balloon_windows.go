package desktop

import (
	"fmt"
	"runtime"
	"strings"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

const (
	wmClose          = 0x0010
	wmDestroy        = 0x0002
	wmBalloon        = 0x8000 + 1 // WM_APP + 1: what the area sends about our icon
	ninBalloonHide   = 0x0400 + 3
	ninBalloonExpiry = 0x0400 + 4
	ninBalloonClick  = 0x0400 + 5

	nimAdd    = 0
	nimModify = 1
	nimDelete = 2

	nifMessage = 0x01
	nifIcon    = 0x02
	nifTip     = 0x04
	nifInfo    = 0x10

	niifInfo    = 0x01
	niifWarning = 0x02

	imageIcon      = 1
	lrLoadFromFile = 0x10
	lrDefaultSize  = 0x40
	idiApplication = 32512
)

var (
	shell32 = windows.NewLazySystemDLL("shell32.dll")

	procShellNotifyIcon = shell32.NewProc("Shell_NotifyIconW")
	procRegisterClassEx = user32.NewProc("RegisterClassExW")
	procUnregisterClass = user32.NewProc("UnregisterClassW")
	procDefWindowProc   = user32.NewProc("DefWindowProcW")
	procGetMessage      = user32.NewProc("GetMessageW")
	procDispatchMessage = user32.NewProc("DispatchMessageW")
	procPostMessage     = user32.NewProc("PostMessageW")
	procPostQuitMessage = user32.NewProc("PostQuitMessage")
	procLoadImage       = user32.NewProc("LoadImageW")
	procLoadIcon        = user32.NewProc("LoadIconW")
)

// windowClass is WNDCLASSEXW.
type windowClass struct {
	size, style                        uint32
	proc                               uintptr
	classExtra, windowExtra            int32
	instance, icon, cursor, background uintptr
	menuName, className                *uint16
	iconSmall                          uintptr
}

// windowMessage is MSG.
type windowMessage struct {
	window         uintptr
	message        uint32
	wParam, lParam uintptr
	time           uint32
	x, y           int32
}

// notifyIcon is NOTIFYICONDATAW.
type notifyIcon struct {
	size             uint32
	window           uintptr
	id, flags        uint32
	callback         uint32
	icon             uintptr
	tip              [128]uint16
	state, stateMask uint32
	info             [256]uint16
	version          uint32
	infoTitle        [64]uint16
	infoFlags        uint32
	guid             windows.GUID
	balloonIcon      uintptr
}

// balloonArea is an icon of our own in the notification area that is there only while a balloon shows,
// with the window and the thread that hear about clicks. The thread sleeps between messages.
type balloonArea struct {
	app     string
	window  uintptr
	icon    uintptr
	clicked func()
	done    chan struct{}
}

func newBalloonArea(app, iconPath string, clicked func()) (*balloonArea, error) {
	a := &balloonArea{app: app, icon: loadIcon(iconPath), clicked: clicked, done: make(chan struct{})}
	ready := make(chan error, 1)
	go a.run(ready)
	if err := <-ready; err != nil {
		<-a.done
		return nil, err
	}
	return a, nil
}

func loadIcon(path string) uintptr {
	if strings.EqualFold(path[max(0, len(path)-4):], ".ico") {
		if p, err := windows.UTF16PtrFromString(path); err == nil {
			icon, _, _ := procLoadImage.Call(0, uintptr(unsafe.Pointer(p)), imageIcon, 0, 0, lrLoadFromFile|lrDefaultSize)
			if icon != 0 {
				return icon
			}
		}
	}
	icon, _, _ := procLoadIcon.Call(0, idiApplication)
	return icon
}

// run owns the window: it makes it and handles its messages until it is destroyed.
func (a *balloonArea) run(ready chan<- error) {
	defer close(a.done)
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	// The address makes the name different for every area, as each has a procedure of its own.
	name, err := windows.UTF16PtrFromString(fmt.Sprintf("FoyerBalloon%p", a))
	if err != nil {
		ready <- err
		return
	}
	class := windowClass{proc: syscall.NewCallback(a.message), className: name}
	class.size = uint32(unsafe.Sizeof(class))
	if r, _, err := procRegisterClassEx.Call(uintptr(unsafe.Pointer(&class))); r == 0 {
		ready <- fmt.Errorf("registering a window class: %w", err)
		return
	}
	defer procUnregisterClass.Call(uintptr(unsafe.Pointer(name)), 0)
	a.window, _, err = procCreateWindowEx.Call(0, uintptr(unsafe.Pointer(name)), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
	if a.window == 0 {
		ready <- fmt.Errorf("making a window: %w", err)
		return
	}
	ready <- nil
	var m windowMessage
	for {
		r, _, _ := procGetMessage.Call(uintptr(unsafe.Pointer(&m)), 0, 0, 0)
		if int32(r) <= 0 {
			return
		}
		procDispatchMessage.Call(uintptr(unsafe.Pointer(&m)))
	}
}

// message is the window's procedure.
func (a *balloonArea) message(window, message, wParam, lParam uintptr) uintptr {
	switch message {
	case wmBalloon:
		switch lParam & 0xffff {
		case ninBalloonClick:
			a.remove()
			a.clicked()
		case ninBalloonExpiry, ninBalloonHide:
			a.remove()
		}
		return 0
	case wmClose:
		a.remove()
		procDestroyWindow.Call(window)
		return 0
	case wmDestroy:
		procPostQuitMessage.Call(0)
		return 0
	}
	r, _, _ := procDefWindowProc.Call(window, message, wParam, lParam)
	return r
}

// show puts the icon into the area with a balloon, or a new balloon on the icon that is there.
func (a *balloonArea) show(n Notification) error {
	data := a.data()
	data.flags = nifMessage | nifIcon | nifTip | nifInfo
	data.infoFlags = niifInfo
	if n.Urgent {
		data.infoFlags = niifWarning
	}
	fitUTF16(data.tip[:], a.app)
	fitUTF16(data.infoTitle[:], n.Title)
	body := n.Body
	if body == "" {
		body = " " // without text there is no balloon
	}
	fitUTF16(data.info[:], body)
	if r, _, _ := procShellNotifyIcon.Call(nimModify, uintptr(unsafe.Pointer(data))); r != 0 {
		return nil
	}
	if r, _, err := procShellNotifyIcon.Call(nimAdd, uintptr(unsafe.Pointer(data))); r == 0 {
		return fmt.Errorf("adding an icon to the notification area: %w", err)
	}
	return nil
}

func (a *balloonArea) remove() {
	procShellNotifyIcon.Call(nimDelete, uintptr(unsafe.Pointer(a.data())))
}

func (a *balloonArea) data() *notifyIcon {
	data := &notifyIcon{window: a.window, id: 1, callback: wmBalloon, icon: a.icon}
	data.size = uint32(unsafe.Sizeof(*data))
	return data
}

// close destroys the window and waits for its thread.
func (a *balloonArea) close() {
	procPostMessage.Call(a.window, wmClose, 0, 0)
	<-a.done
}
