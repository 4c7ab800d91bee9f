package person

import (
	"fmt"
	"strings"

	"foyer/services/plain"
)

const shownValue = 80

func newRowError(line int, reason Reason, value string) RowError {
	value = plain.Line(value)
	if n := 0; len(value) > shownValue {
		for i := range value {
			if n++; n > shownValue {
				value = value[:i] + "…"
				break
			}
		}
	}
	return RowError{Line: line, Reason: reason, Value: value}
}

// Error returns one line for stderr: where, why, and what.
func (e RowError) Error() string {
	why := strings.ReplaceAll(string(e.Reason), "-", " ")
	if e.Value == "" {
		return fmt.Sprintf("line %d: %s", e.Line, why)
	}
	return fmt.Sprintf("line %d: %s: %q", e.Line, why, e.Value)
}
