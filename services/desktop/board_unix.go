//go:build !windows && !darwin

package desktop

import (
	"errors"
	"os"
	"os/exec"
	"strings"

	"github.com/atotto/clipboard"

	"foyer/services/fault"
)

// explain reads the words of xclip, xsel and wl-clipboard, whose exit status is 1 for everything.
func (n *unixNative) explain(op string, err error) error {
	if clipboard.Unsupported || errors.Is(err, exec.ErrNotFound) {
		return trouble(op, partClipboard, fault.NotConfigured, CodeNoTool, toolPackage(), nil)
	}
	words := ""
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		words = strings.TrimSpace(string(exit.Stderr))
	}
	switch {
	case containsAny(words, "open display", "connect to a Wayland server"):
		return trouble(op, partClipboard, fault.NotConfigured, CodeNoDisplay, "", err)
	case containsAny(words, "Nothing is copied", "No selection"):
		return trouble(op, partClipboard, fault.Invalid, CodeEmpty, "", ErrEmpty)
	case containsAny(words, "not available", "No suitable type"):
		return trouble(op, partClipboard, fault.Invalid, CodeNoText, "", ErrNoText)
	case words == "" && !hasDisplay():
		return trouble(op, partClipboard, fault.NotConfigured, CodeNoDisplay, "", err)
	}
	return asFault(op, err)
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

func hasDisplay() bool { return os.Getenv("DISPLAY") != "" || onWayland() }

// toolPackage names the package that brings the clipboard program for this session.
func toolPackage() string {
	if onWayland() {
		return "wl-clipboard"
	}
	return "xclip"
}
