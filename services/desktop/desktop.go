// Package desktop is Foyer's adapter to the desktop it runs in: it reads and writes the clipboard,
// opens Webex links in the program that handles them, shows notifications, and finds out what the
// desktop offers (Checks). It works on Linux and the BSDs with X11 or Wayland, on Windows, and as
// far as a compiler can tell on macOS, and needs no cgo and no toolkit.
//
// It decides nothing about links: what may be opened is link.Openable's business, and the
// sentences for its codes live in the translations.
package desktop
