package tray

import (
	"errors"

	"foyer/services/fault"
	"foyer/ui/text"
)

// FailureNotice says that something failed, why, and what to do next.
func FailureNotice(words *text.Catalogue, title string, err error) Notice {
	return Notice{Title: title, Body: Reason(words, err), Urgent: fault.KindOf(err) == fault.NotConfigured}
}

// Reason returns the sentence for an error: that of its code ("failure.<code>"), else that of
// its kind, else the error's own words.
func Reason(words *text.Catalogue, err error) string {
	e, ok := errors.AsType[*fault.Error](err)
	if !ok {
		return words.T("failure.other", "Words", err.Error())
	}
	if key := "failure." + e.Code; e.Code != "" && words.Has(key) {
		return words.T(key, "Words", e.Words, "Seconds", int(e.RetryAfter.Seconds()))
	}
	return words.T("failure.other", "Words", e.Error())
}
