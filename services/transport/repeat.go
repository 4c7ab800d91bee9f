package transport

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/cenkalti/backoff/v5"

	"foyer/services/fault"
)

const (
	maxTries   = 3
	firstPause = 200 * time.Millisecond
)

// repeat sends the request, a GET that asks for it up to maxTries times. It waits as long as the server
// asks for, but never longer than the call may take: then the last answer is better than none.
func (c *call) repeat(ctx context.Context) (answer Answer, err error) {
	failed := func(failure *fault.Error) error {
		if failure == nil {
			return nil
		}
		return failure
	}
	if c.Method != http.MethodGet || !c.Retry {
		answer, failure := c.fresh(ctx)
		return answer, failed(failure)
	}
	left := c.client.whole
	if deadline, ok := ctx.Deadline(); ok {
		left = time.Until(deadline)
	}
	var failure *fault.Error
	_, _ = backoff.Retry(ctx, func() (struct{}, error) {
		answer, failure = c.fresh(ctx)
		return struct{}{}, again(failure)
	}, backoff.WithMaxTries(maxTries), backoff.WithMaxElapsedTime(left), backoff.WithBackOff(&backoff.ExponentialBackOff{
		InitialInterval: firstPause, RandomizationFactor: 0.5, Multiplier: 2, MaxInterval: 5 * time.Second,
	}))
	if failure != nil && errors.Is(ctx.Err(), context.Canceled) {
		return answer, c.fault(fault.Cancelled, "", ctx.Err()) // in a pause
	}
	return answer, failed(failure)
}

// again sorts a failure for backoff.Retry.
func again(failure *fault.Error) error {
	switch {
	case failure == nil:
		return nil
	case failure.RetryAfter > 0:
		return &backoff.RetryAfterError{Duration: failure.RetryAfter}
	case failure.Status == 429, failure.Status >= 502 && failure.Status <= 504,
		failure.Code == CodeNoConnection, failure.Code == CodeConnectionLost:
		return failure
	default:
		return backoff.Permanent(failure)
	}
}
