//go:build !windows && (!darwin || cgo)

package tray

import "fyne.io/systray"

// stopper ends the library's loop.
type stopper struct{}

func newStopper() stopper { return stopper{} }

func (stopper) stop() { systray.Quit() }

func (stopper) clean() {}
