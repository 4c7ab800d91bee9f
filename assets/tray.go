//go:build !windows

package assets

import "embed"

// Tray holds the pictures of the tray: "tray/foyer-STATE-SHADE-SIZE.png" in 22, 24, 32, 44 and 64
// pixels. The states are well, waiting, stale and attention; the shades ink, for light panels, and
// white, for dark ones.
//
//go:generate go run foyer/cmd/internal/trayicons tray
//go:embed tray/*.png
var Tray embed.FS
