package secrets

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"foyer/services/fault"
)

// keyring is the operating system's, as the library reaches it. Its calls may block for ever: on a
// service that does not answer, or on a person who is asked to unlock it.
type keyring interface {
	Get(service, user string) (string, error)
	Set(service, user, value string) error
	Delete(service, user string) error
	// Look says whether there is an entry and whether it can be read without unlocking. It prompts for
	// nothing and ends with ctx. Errors are *fault.Error.
	Look(ctx context.Context, op, service, user string) (presence, error)
}

type presence struct{ found, locked bool }

// ring asks the keyring, one question at a time, and gives up on it in time. At most one goroutine
// is left behind in a keyring that waits; it keeps the turn until it comes back, and close waits for it.
type ring struct {
	keyring
	service, tag string
	limit        time.Duration
	turn         chan struct{} // holds one value while the keyring is being asked

	mu       sync.Mutex
	declined bool           // the user did not want to unlock it
	changes  map[string]int // how often each entry was set or removed
}

func newRing(r keyring, service, tag string, limit time.Duration) *ring {
	return &ring{keyring: r, service: service, tag: tag, limit: limit, turn: make(chan struct{}, 1), changes: map[string]int{}}
}

// patience is how many times the limit a person gets to unlock the keyring for what they just asked for.
const patience = 20

// user names the entry in the keyring.
func (r *ring) user(name string) string {
	if r.tag == "" {
		return name
	}
	return name + "@" + r.tag
}

func (r *ring) look(ctx context.Context, op, name string) (presence, error) {
	wait, cancel := context.WithTimeout(ctx, r.limit)
	defer cancel()
	p, err := r.Look(wait, op, r.service, r.user(name))
	if err != nil && wait.Err() != nil {
		return presence{}, gaveUp(ctx, op, CodeSilent)
	}
	return p, err
}

func (r *ring) get(ctx context.Context, op, name string) (string, error) {
	p, err := r.look(ctx, op, name)
	switch {
	case err != nil:
		return "", err
	case !p.found:
		return "", failure(op, fault.NotConfigured, CodeNone, "", nil)
	case p.locked && r.isDeclined():
		return "", failure(op, fault.Unreachable, CodeLocked, "", nil)
	}
	var value string // read by this goroutine only after the other one said that it is done
	err = r.ask(ctx, op, p.locked, r.limit, func() (err error) {
		value, err = r.Get(r.service, r.user(name))
		return err
	})
	if errors.Is(err, errNotFound) {
		return "", failure(op, fault.NotConfigured, CodeNone, "", nil)
	}
	if err != nil {
		return "", err
	}
	return value, checkValue(op, fault.NotConfigured, value)
}

func (r *ring) set(ctx context.Context, op, name, value string) error {
	p, err := r.look(ctx, op, name)
	if err != nil {
		return err
	}
	change := r.change(name)
	return r.ask(ctx, op, p.locked, r.limitFor(p), func() error {
		err := r.Set(r.service, r.user(name), value)
		if err == nil && r.isSuperseded(name, change) {
			// The caller gave up long ago, and the secret was put elsewhere since.
			err = r.Delete(r.service, r.user(name))
		}
		if err != nil && strings.Contains(err.Error(), value) {
			err = errWithheld
		}
		return err
	})
}

// errWithheld stands in for an error that had the secret in it.
var errWithheld = errors.New("the keyring's words are withheld")

func (r *ring) remove(ctx context.Context, op, name string) error {
	r.change(name)
	p, err := r.look(ctx, op, name)
	if err != nil || !p.found {
		return err
	}
	err = r.ask(ctx, op, p.locked, r.limitFor(p), func() error { return r.Delete(r.service, r.user(name)) })
	if errors.Is(err, errNotFound) {
		return nil
	}
	return err
}

func (r *ring) limitFor(p presence) time.Duration {
	if p.locked {
		return patience * r.limit
	}
	return r.limit
}

// ask calls the keyring when it is its turn, and waits for the answer within the limit.
func (r *ring) ask(ctx context.Context, op string, locked bool, limit time.Duration, call func() error) error {
	wait, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	code := CodeSilent
	if locked {
		code = CodeLocked
	}
	select {
	case r.turn <- struct{}{}:
	case <-wait.Done():
		return gaveUp(ctx, op, code)
	}
	done := make(chan error, 1)
	go func() {
		defer func() { <-r.turn }()
		done <- guarded(call)
	}()
	select {
	case <-wait.Done():
		return gaveUp(ctx, op, code)
	case err := <-done:
		r.setDeclined(locked && err != nil)
		switch {
		case err == nil:
			return nil
		case locked:
			return failure(op, fault.Unreachable, CodeLocked, "", err)
		}
		return failure(op, fault.Unreachable, CodeFailed, "", err)
	}
}

// guarded makes an error of a panic: the library trusts that services answer as the standard says.
func guarded(call func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the keyring's answer is not as the standard says: %v", r)
		}
	}()
	return call()
}

// gaveUp says whether the caller or the limit ended the wait.
func gaveUp(ctx context.Context, op, code string) error {
	if err := ctx.Err(); errors.Is(err, context.Canceled) {
		return failure(op, fault.Cancelled, "", "", err)
	}
	return failure(op, fault.Unreachable, code, "", context.DeadlineExceeded)
}

func (r *ring) change(name string) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.declined = false
	r.changes[name]++
	return r.changes[name]
}

func (r *ring) isSuperseded(name string, change int) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.changes[name] != change
}

func (r *ring) isDeclined() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.declined
}

func (r *ring) setDeclined(declined bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.declined = declined
}

// close waits for the turn, and so for whoever has it.
func (r *ring) close(ctx context.Context) error {
	select {
	case r.turn <- struct{}{}:
		<-r.turn
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
