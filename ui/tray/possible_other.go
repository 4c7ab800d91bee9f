//go:build windows || (darwin && cgo)

package tray

// Possible reports whether there may be a tray. This system always has one.
func Possible() bool { return true }
