package desktop

import (
	"foyer/services/fault"
)

// openable stands in until link.Openable is there: nothing may be opened.
func openable(raw string) (string, error) {
	return "", trouble(opOpen, partOpener, fault.Invalid, "", "", nil)
}
