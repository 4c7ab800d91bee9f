package text

import (
	"errors"

	"foyer/services/fault"
)

// Reason returns a sentence for a failure: that of its code ("failure.<code>"), else that of its
// kind. Raw errors are for logs, not for people.
func (c *Catalogue) Reason(err error) string {
	if e, ok := errors.AsType[*fault.Error](err); ok && e.Code != "" {
		if key := "failure." + e.Code; c.Has(key) {
			return c.T(key, "Words", e.Words, "Seconds", int(e.RetryAfter.Seconds()))
		}
	}
	return c.T("failure.kind." + fault.KindOf(err).String())
}
