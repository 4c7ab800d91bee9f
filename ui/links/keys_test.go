package links

import "fyne.io/fyne/v2"

var right = &fyne.KeyEvent{Name: fyne.KeyRight}
