package text

import (
	"errors"

	"foyer/services/fault"
)

// Step returns a sentence about what to do after a failure ("step.<code>", or "step.<service>.<code>");
// "" when there is nothing better to say than Reason does.
func (c *Catalogue) Step(err error) string {
	e, isFault := errors.AsType[*fault.Error](err)
	if !isFault {
		return ""
	}
	key, ok := c.keyOf("step.", e)
	if !ok {
		return ""
	}
	return c.T(key, "Words", e.Words)
}
