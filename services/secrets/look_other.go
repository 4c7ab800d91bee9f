//go:build windows || darwin

package secrets

import (
	"context"
	"errors"

	"foyer/services/fault"
)

// look reads the entry: these keyrings belong to the system, and there is no lighter question.
func look(ctx context.Context, op, service, user string) (presence, error) {
	answer := make(chan error, 1)
	go func() {
		answer <- guarded(func() error {
			_, err := systemRing{}.Get(service, user)
			return err
		})
	}()
	select {
	case <-ctx.Done():
		return presence{}, gaveUp(ctx, op, CodeSilent)
	case err := <-answer:
		switch {
		case err == nil:
			return presence{found: true}, nil
		case errors.Is(err, errNotFound):
			return presence{}, nil
		}
		return presence{}, failure(op, fault.Unreachable, CodeFailed, "", err)
	}
}
