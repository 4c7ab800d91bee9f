package tray

// face is the desktop's side of the tray, as little of it as we use.
type face interface {
	// picture shows an icon: PNG, or ICO on Windows.
	picture([]byte)
	tooltip(string)
	// clear takes all lines off the menu, and closes their channels.
	clear()
	// line adds a line, and returns where its clicks arrive. A click that nobody waits for is lost.
	line(label, shortcut string) (clicks <-chan struct{})
	separator()
}
