package task

import (
	"time"

	"fyne.io/fyne/v2"
)

// After calls f on the UI goroutine when d has passed, unless stop was called before. It is how
// widgets and pages wait, so that a test can be the clock.
type After func(d time.Duration, f func()) (stop func())

// OnClock is After by the clock.
func OnClock(d time.Duration, f func()) (stop func()) {
	t := time.AfterFunc(d, func() { fyne.Do(f) })
	return func() { t.Stop() }
}
