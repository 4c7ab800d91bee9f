package desktop

import (
	"context"
	"fmt"
	"log/slog"
	"runtime"
	"syscall"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	powrprof = windows.NewLazySystemDLL("powrprof.dll")
	iphlpapi = windows.NewLazySystemDLL("iphlpapi.dll")

	procPowerRegister   = powrprof.NewProc("PowerRegisterSuspendResumeNotification")
	procPowerUnregister = powrprof.NewProc("PowerUnregisterSuspendResumeNotification")
)

func changeSources(log *slog.Logger) []changeSource {
	return []changeSource{networkSource, otherwise(log, resumeSource, clockSource(time.Now))}
}

// bell is rung by threads of the system, which must not wait.
type bell chan struct{}

func (b bell) ring() {
	select {
	case b <- struct{}{}:
	default:
	}
}

// answer tells of a change each time that the bell was rung, until ctx ends.
func (b bell) answer(ctx context.Context, c Change, tell func(Change)) {
	for {
		select {
		case <-b:
			tell(c)
		case <-ctx.Done():
			return
		}
	}
}

// networkSource listens to what the system tells of interfaces, addresses and routes.
func networkSource(ctx context.Context, tell func(Change)) error {
	b := make(bell, 1)
	all := windows.NewCallback(func(_, _, _ uintptr) uintptr {
		b.ring()
		return 0
	})
	// Addresses and routes are told of each time that a router renews them, too.
	comings := windows.NewCallback(func(_, _, kind uintptr) uintptr {
		if uint32(kind) != windows.MibParameterNotification {
			b.ring()
		}
		return 0
	})
	for _, r := range []struct {
		name     string
		register func(family uint16, callback uintptr, callerContext unsafe.Pointer, initial bool, handle *windows.Handle) error
		callback uintptr
	}{
		{"NotifyIpInterfaceChange", windows.NotifyIpInterfaceChange, all},
		{"NotifyUnicastIpAddressChange", windows.NotifyUnicastIpAddressChange, comings},
		{"NotifyRouteChange2", windows.NotifyRouteChange2, comings},
	} {
		if err := iphlpapi.NewProc(r.name).Find(); err != nil {
			return fmt.Errorf("listening to the network: %w", err)
		}
		var handle windows.Handle
		if err := r.register(windows.AF_UNSPEC, r.callback, nil, false, &handle); err != nil {
			return fmt.Errorf("listening to the network: %s: %w", r.name, err)
		}
		defer windows.CancelMibChangeNotify2(handle) //nolint:errcheck // there is nothing else to do with it
	}
	b.answer(ctx, NetworkChanged, tell)
	return nil
}

// What PowerRegisterSuspendResumeNotification wants and tells.
const (
	deviceNotifyCallback  = 2
	pbtAPMResumeSuspend   = 7
	pbtAPMResumeAutomatic = 18
)

// resumeSubscription is DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS.
type resumeSubscription struct{ callback, context uintptr }

// resumeSource tells when the computer woke up.
func resumeSource(ctx context.Context, tell func(Change)) error {
	for _, proc := range []*windows.LazyProc{procPowerRegister, procPowerUnregister} {
		if err := proc.Find(); err != nil {
			return fmt.Errorf("%s: %w", opSleep, err)
		}
	}
	b := make(bell, 1)
	subscription := &resumeSubscription{callback: windows.NewCallback(func(_, kind, _ uintptr) uintptr {
		if k := uint32(kind); k == pbtAPMResumeAutomatic || k == pbtAPMResumeSuspend {
			b.ring()
		}
		return 0
	})}
	var handle uintptr
	code, _, _ := procPowerRegister.Call(deviceNotifyCallback, uintptr(unsafe.Pointer(subscription)), uintptr(unsafe.Pointer(&handle)))
	if code != 0 {
		return fmt.Errorf("%s: %w", opSleep, syscall.Errno(code))
	}
	b.answer(ctx, Woke, tell)
	_, _, _ = procPowerUnregister.Call(handle)
	runtime.KeepAlive(subscription)
	return nil
}
