package assets

import "embed"

// Tray holds the pictures of the tray: "tray/foyer-STATE-SHADE.ico". The states are well, waiting,
// stale and attention; the shades ink, for light taskbars, and white, for dark ones.
//
//go:embed tray/*.ico
var Tray embed.FS
