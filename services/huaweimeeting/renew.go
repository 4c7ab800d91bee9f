package huaweimeeting

import (
	"errors"
	"net/http"
	"slices"

	"foyer/services/fault"
)

// renews reports whether a call that failed may succeed with a new token, and may be made once more
// because it did nothing: it only reads, or a refusal with 4xx proves it.
func renews(err error, a ask, codes []string) bool {
	e, ok := errors.AsType[*fault.Error](err)
	if !ok || e.Status == 0 || e.Status != http.StatusUnauthorized && !slices.Contains(codes, e.Code) {
		return false
	}
	return a.reads || e.Status >= 400 && e.Status <= 499
}

// isRefused reports whether the service itself said no. A redirect is somebody else's word, such as that
// of a hotel's network.
func isRefused(err error) bool {
	e, ok := errors.AsType[*fault.Error](err)
	return ok && e.Kind == fault.Refused && (e.Status == http.StatusOK || e.Status >= 400 && e.Status <= 499)
}
