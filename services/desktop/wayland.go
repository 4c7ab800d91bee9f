//go:build !windows && !darwin

package desktop

import (
	"context"
	"os"
)

func onWayland() bool { return os.Getenv("WAYLAND_DISPLAY") != "" }

func peekWayland(ctx context.Context) error { return nil }
