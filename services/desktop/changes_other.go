//go:build !linux && !windows

package desktop

import (
	"log/slog"
	"time"
)

func changeSources(*slog.Logger) []changeSource { return []changeSource{clockSource(time.Now)} }
