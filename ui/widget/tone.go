package widget

import "foyer/ui/style"

// Look returns a tone's shape, its colour and the ground below it.
func (t Tone) Look() (icon string, ink, tint style.Name) { return t.look() }
