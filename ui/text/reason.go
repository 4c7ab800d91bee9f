package text

import (
	"errors"

	"foyer/services/fault"
)

// Reason returns a sentence for a failure: that of its code ("failure.<code>"), else that of its
// kind. Raw errors are for logs, not for people.
func (c *Catalogue) Reason(err error) string {
	if reason, ok := c.ReasonOf(err); ok {
		return reason
	}
	return c.T("failure.kind." + fault.KindOf(err).String())
}

// ReasonOf returns the sentence for a failure's code; ok is false when its code has none.
func (c *Catalogue) ReasonOf(err error) (reason string, ok bool) {
	e, isFault := errors.AsType[*fault.Error](err)
	if !isFault || e.Code == "" {
		return "", false
	}
	key := "failure." + e.Code
	if !c.Has(key) {
		return "", false
	}
	return c.T(key, "Words", e.Words, "Seconds", int(e.RetryAfter.Seconds())), true
}
