package tray

import (
	"foyer/services/fault"
	"foyer/ui/text"
)

// FailureNotice says that something failed, why, and what to do next.
func FailureNotice(words *text.Catalogue, title string, err error) Notice {
	return Notice{Title: title, Body: words.Reason(err), Urgent: fault.KindOf(err) == fault.NotConfigured}
}

// Reason returns the sentence for an error's code, else the error's own words: whoever works at a
// terminal can do something with those.
func Reason(words *text.Catalogue, err error) string {
	if reason, ok := words.ReasonOf(err); ok {
		return reason
	}
	return words.T("failure.other", "Words", err.Error())
}
