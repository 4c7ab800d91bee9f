package agent

import (
	"errors"

	"foyer/services/fault"
)

// trouble is what the end of a call says of the service, whatever it means for the message.
type trouble int

const (
	// noTrouble: the service took the message, or refused this one for what it is.
	noTrouble trouble = iota
	// ownTrouble: the call ended for a reason on this computer.
	ownTrouble
	// away: nothing left this computer, or the service asked for a pause. The message waits.
	away
	// denied: the service refused the token, so it would refuse every message.
	denied
	// doubtful: the service has a fault, or is silent. What is sent now may end as unknown, too.
	doubtful
)

// The statuses that mean more than that something was refused. The package net/http is too large for
// the agent's few numbers.
const (
	http401 = 401
	http403 = 403
	http404 = 404
	http408 = 408
	http429 = 429
	http503 = 503
)

// The codes by which adapters say that not the message is refused but the token.
const (
	codeTokenRefused = "token-refused"
	codePlan         = "plan"
)

func troubleOf(err error) trouble {
	if err == nil {
		return noTrouble
	}
	e, ok := errors.AsType[*fault.Error](err)
	if !ok {
		return doubtful
	}
	switch e.Kind {
	case fault.Invalid, fault.Cancelled:
		return ownTrouble
	case fault.Unreachable, fault.NotConfigured:
		return away
	case fault.Refused:
		return refusal(e)
	default:
		if asksForPause(e) {
			return away
		}
		return doubtful
	}
}

func refusal(e *fault.Error) trouble {
	switch {
	case tokenRefused(e):
		return denied
	case asksForPause(e):
		return away
	case e.Status == http404: // the URL is wrong, most likely
		return doubtful
	case e.Status == http408 || e.Status == http429:
		return doubtful
	default:
		return noTrouble
	}
}

// asksForPause reports whether the service took nothing and said when it will.
func asksForPause(e *fault.Error) bool {
	return (e.Status == http429 || e.Status == http503) && e.RetryAfter > 0 && e.Kind != fault.UnknownOutcome
}

// tokenRefused reports whether the service refuses whoever asks, and not what was asked.
func tokenRefused(e *fault.Error) bool {
	return e.Status == http401 || e.Status == http403 || e.Code == codeTokenRefused || e.Code == codePlan
}

// healthOf says what the end of a call tells of the service's health; ok is false when it tells
// nothing.
func healthOf(err error) (h Health, ok bool) {
	switch troubleOf(err) {
	case noTrouble:
		return Connected, true
	case ownTrouble:
		return "", false
	case denied:
		return Refused, true
	default:
	}
	switch fault.KindOf(err) {
	case fault.Unreachable:
		return Unreachable, true
	case fault.NotConfigured:
		return Unset, true
	default:
		return Faulty, true
	}
}
