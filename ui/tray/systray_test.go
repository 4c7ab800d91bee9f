//go:build !darwin || cgo

package tray

import "testing"

func TestTheShortcutIsShownAsEachDesktopWants(t *testing.T) {
	linux, key := keys(pasteShortcut, "linux")
	mac, macKey := keys(pasteShortcut, "darwin")
	if key != "K" || macKey != "K" || linux == 0 || mac == 0 || linux == mac {
		t.Errorf("linux %v %s, macOS %v %s", linux, key, mac, macKey)
	}
}
