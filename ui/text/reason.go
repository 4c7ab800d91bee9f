package text

import (
	"errors"
	"strings"

	"foyer/services/fault"
)

// Reason returns a sentence for a failure: that of its code ("failure.<code>"), else that of its kind,
// with the code and the words of the service if it is the service's own. Raw errors are for logs, not
// for people.
func (c *Catalogue) Reason(err error) string {
	if reason, ok := c.ReasonOf(err); ok {
		return reason
	}
	kind := c.T("failure.kind." + fault.KindOf(err).String())
	if e, ok := errors.AsType[*fault.Error](err); ok && e.Code != "" && e.Status != 0 {
		return c.T("failure.unknown-code", "Kind", kind, "Code", e.Code, "Words", e.Words)
	}
	return kind
}

// ReasonOf returns the sentence for a failure's code; ok is false when its code has none.
func (c *Catalogue) ReasonOf(err error) (reason string, ok bool) {
	e, isFault := errors.AsType[*fault.Error](err)
	if !isFault {
		return "", false
	}
	key, ok := c.keyOf("failure.", e)
	if !ok {
		return "", false
	}
	low, high := bounds(e.Allowed)
	return c.T(key, "Words", e.Words, "Seconds", int(e.RetryAfter.Seconds()), "Low", low, "High", high, "Allowed", strings.Join(e.Allowed, ", ")), true
}

// bounds returns the first and the last of what is allowed: for a number, the lowest and the highest.
func bounds(allowed []string) (low, high string) {
	if len(allowed) == 0 {
		return "", ""
	}
	return allowed[0], allowed[len(allowed)-1]
}

// keyOf returns the key of the sentence for a failure's code. What is told of one service may differ from
// what is told of all others: "failure.<service>.<code>".
func (c *Catalogue) keyOf(prefix string, e *fault.Error) (key string, ok bool) {
	if e.Code == "" {
		return "", false
	}
	if key = prefix + e.Service + "." + e.Code; e.Service != "" && c.Has(key) {
		return key, true
	}
	key = prefix + e.Code
	return key, c.Has(key)
}
