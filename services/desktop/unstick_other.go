//go:build !windows && !darwin && !linux

package desktop

// unstick does nothing where the children of a process cannot be listed; a stuck clipboard program
// then holds the clipboard until it ends by itself.
func (n *unixNative) unstick() {}
