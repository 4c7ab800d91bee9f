package text

import (
	"errors"

	"foyer/services/fault"
)

// Step returns a sentence about what to do after a failure ("step.<code>"); "" when there is nothing
// better to say than Reason does.
func (c *Catalogue) Step(err error) string {
	e, isFault := errors.AsType[*fault.Error](err)
	if !isFault || e.Code == "" || !c.Has("step."+e.Code) {
		return ""
	}
	return c.T("step."+e.Code, "Words", e.Words)
}
