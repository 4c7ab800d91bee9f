package main

import (
	"context"
	"errors"

	"foyer/services/fault"
	"foyer/services/transport"
)

// The exit codes, as the command line's contract has them.
const (
	exitDone          = 0
	exitFailed        = 1
	exitWrong         = 2 // the input is wrong; nothing was done
	exitNotConfigured = 3
	exitRefused       = 4
	exitUnreachable   = 5
	exitPartly        = 6
)

// partly is an error that means: some of it is done, and stdout says which part. Its message may
// be empty when everything has been said already.
type partly struct{ message string }

func (p partly) Error() string { return p.message }

// wrong is an error about the input that has been said in words already, or says itself.
type wrong struct{ message string }

func (w wrong) Error() string { return w.message }

// exitCode says how the process ends.
func exitCode(err error) int {
	if err == nil {
		return exitDone
	}
	if _, ok := errors.AsType[partly](err); ok {
		return exitPartly
	}
	if _, ok := errors.AsType[wrong](err); ok {
		return exitWrong
	}
	e, ok := errors.AsType[*fault.Error](err)
	if !ok {
		return exitFailed
	}
	switch e.Kind {
	case fault.Invalid:
		return exitWrong
	case fault.NotConfigured:
		return exitNotConfigured
	case fault.Refused:
		if e.Code == transport.CodeRedirected {
			return exitUnreachable // nobody refused: this is not the server
		}
		return exitRefused
	case fault.Unreachable, fault.Faulty:
		if local(e.Service) {
			return exitFailed
		}
		return exitUnreachable
	default:
		return exitFailed
	}
}

// local reports whether this part of Foyer or of the desktop is no service that could be down.
func local(service string) bool {
	switch service {
	case "agent", "window", "clipboard", "opener", "notifications", "session bus":
		return true
	}
	return false
}

// isCancelled reports whether the user gave up.
func isCancelled(err error) bool {
	return errors.Is(err, context.Canceled) || fault.KindOf(err) == fault.Cancelled
}
