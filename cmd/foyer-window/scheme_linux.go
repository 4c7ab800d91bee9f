package main

import (
	"os"
	"time"

	"github.com/rymdport/portal/settings/appearance"
)

// schemeWait is how long the first frame waits for the desktop to say whether it is dark; it
// answers within a few milliseconds while the toolkit starts.
const schemeWait = 150 * time.Millisecond

// scheme is whether the desktop says that it prefers light or dark.
type scheme struct {
	answer chan bool
	said   bool
	asked  bool
}

// askScheme asks the desktop portal in the background.
func askScheme() *scheme {
	s := &scheme{answer: make(chan bool, 1)}
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") == "" && os.Getenv("XDG_RUNTIME_DIR") == "" {
		s.answer <- false // asking would start a bus of its own
		return s
	}
	go func() { // ends with the answer of the bus, at the latest with the process
		_, err := appearance.GetColorScheme()
		s.answer <- err == nil
	}()
	return s
}

// known reports whether the desktop has a preference that Fyne follows.
func (s *scheme) known() bool {
	if !s.asked {
		s.asked = true
		select {
		case s.said = <-s.answer:
		case <-time.After(schemeWait):
		}
	}
	return s.said
}
