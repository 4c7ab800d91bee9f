package message

import (
	"errors"
	"strings"
	"unicode/utf8"

	"foyer/services/fault"
)

// maxWords bounds the service's words that are kept with a message, in bytes.
const maxWords = 4 << 10

// NewFailure returns what is kept of err, nil for nil. Of an error that is no *fault.Error nothing is
// kept but that there was one: nobody has looked through its words for secrets.
func NewFailure(err error) *Failure {
	if err == nil {
		return nil
	}
	var f *fault.Error
	if !errors.As(err, &f) {
		return &Failure{Kind: fault.Other}
	}
	return &Failure{Kind: f.Kind, Status: f.Status, Code: f.Code, Words: bounded(f.Words, maxWords), RequestID: bounded(f.RequestID, maxWords)}
}

// bounded returns the first n bytes of s, without half a character at the end.
func bounded(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return strings.Clone(s[:n]) + "…"
}
