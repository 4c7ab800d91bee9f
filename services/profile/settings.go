package profile

import (
	"strconv"

	"foyer/services/link"
)

// Settings are all values at one moment. Every field holds a valid value.
type Settings struct {
	// Format is what one click in the tray puts on the clipboard: URL, HTML, Markdown or rich text.
	Format link.Format
	// Template names the template for new links; "" is the built-in one.
	Template string
	// Templates are the user's own, in the order of the file.
	Templates []link.Template
	// Theme is "system", "light" or "dark".
	Theme string
	// TextSize is in percent, 100 to 200.
	TextSize int
	// Language is a BCP 47 tag, or "" for the system's.
	Language string
	// Width and Height are the window's, in device-independent pixels.
	Width, Height int
	// LinkCopied tells whether to notify when a link was copied.
	LinkCopied bool
}

func settings(values map[string]string, templates []link.Template) Settings {
	return Settings{
		Format:     link.Format(values[LinksFormat]),
		Template:   values[LinksTemplate],
		Templates:  templates,
		Theme:      values[LookTheme],
		TextSize:   number(values[LookTextSize]),
		Language:   values[LookLanguage],
		Width:      number(values[WindowWidth]),
		Height:     number(values[WindowHeight]),
		LinkCopied: values[NotifyCopied] == "true",
	}
}

// number reads a value that was checked when the file was read.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
