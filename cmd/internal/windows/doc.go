// Package windows holds tests that run Foyer's Windows programs in wine, inside a throw-away
// desktop: the command line, the clipboard, the tray, the single instance, a kill, and the window.
// Most users sit at Windows, so its programs are run and not only compiled.
//
// The tests have the build tag wine: `make test-windows` builds the programs and runs them.
package windows
