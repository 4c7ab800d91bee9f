package main

import (
	"os"
	"sync/atomic"

	"github.com/rymdport/portal/settings/appearance"
)

// scheme is whether the desktop says that it prefers light or dark.
type scheme struct{ said atomic.Bool }

// askScheme asks the desktop portal in the background and calls answered if it has an answer. It
// is asked as early as possible: mostly the answer is there before the first frame.
func askScheme(answered func()) *scheme {
	s := &scheme{}
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") == "" && os.Getenv("XDG_RUNTIME_DIR") == "" {
		return s // asking would start a bus of its own
	}
	go func() { // ends with the answer of the bus, at the latest with the process
		if _, err := appearance.GetColorScheme(); err == nil {
			s.said.Store(true)
			answered()
		}
	}()
	return s
}

// known reports whether the desktop has a preference that Fyne follows.
func (s *scheme) known() bool { return s.said.Load() }
