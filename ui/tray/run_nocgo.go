//go:build darwin && !cgo

package tray

import "context"

// Possible reports whether there may be a tray. Without cgo there is none on macOS.
func Possible() bool { return false }

// Run waits for the end of ctx: the tray library needs cgo on macOS.
func (t *Tray) Run(ctx context.Context, _ func()) {
	<-ctx.Done()
	t.end()
}
