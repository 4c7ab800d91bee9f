package agent

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"syscall"
	"time"

	"github.com/gofrs/flock"

	"foyer/services/fault"
)

// ErrRunning is wrapped by Start's error when another process is the agent.
var ErrRunning = errors.New("an agent is running already")

// Instance is the right to be the one agent of a profile, and the socket that comes with it.
type Instance struct {
	lock     *flock.Flock
	listener net.Listener
}

// Start makes this process the agent, or fails with ErrRunning. The lock is the kernel's: it ends
// with the process, however that ends, so nothing stale can keep the next agent out. The socket
// file means nothing by itself, and is made anew by whoever holds the lock.
func Start(lockPath, socketPath string) (*Instance, error) {
	lock := flock.New(lockPath, flock.SetPermissions(0o600))
	got, err := lock.TryLock()
	if err != nil {
		return nil, &fault.Error{Op: "locking the profile", Service: "agent", Kind: fault.Other, Code: "lock", Err: err}
	}
	if !got {
		return nil, &fault.Error{Op: "starting the agent", Service: "agent", Kind: fault.Other, Code: "running", Err: ErrRunning}
	}
	l, err := listen(socketPath)
	if err != nil {
		return nil, &fault.Error{Op: "starting the agent", Service: "agent", Kind: fault.Other, Code: socketCode(err), Err: errors.Join(err, lock.Close())}
	}
	return &Instance{lock: lock, listener: l}, nil
}

// socketCode tells the folders that take no socket from the rest.
func socketCode(err error) string {
	switch {
	case errors.Is(err, syscall.EROFS):
		return "read-only"
	case errors.Is(err, syscall.ENOSPC):
		return "disk-full"
	case errors.Is(err, fs.ErrPermission):
		return "no-permission"
	}
	return "socket"
}

// Close gives the socket and then the lock back, so that the next agent finds both free.
func (i *Instance) Close() error {
	return errors.Join(ignoreClosed(i.listener.Close()), i.lock.Close())
}

func ignoreClosed(err error) error {
	if errors.Is(err, net.ErrClosed) {
		return nil
	}
	return err
}

// Between two tries to become the agent or to reach it.
const (
	firstRetry = 2 * time.Millisecond
	lastRetry  = 50 * time.Millisecond
)

// Claim makes this process the agent, or hands over to the one that is: then it returns ErrRunning
// after handOver has succeeded. An agent that is just starting has the lock and no socket yet, one
// that is just ending has no socket any more; so Claim tries both ways until one works or ctx ends.
func Claim(ctx context.Context, lockPath, socketPath string, handOver func(context.Context, Client) error) (*Instance, error) {
	for wait := firstRetry; ; wait = min(2*wait, lastRetry) {
		instance, err := Start(lockPath, socketPath)
		if err == nil || !errors.Is(err, ErrRunning) {
			return instance, err
		}
		told := handOver(ctx, Client{Socket: socketPath})
		if told == nil {
			return nil, err
		}
		if fault.KindOf(told) != fault.Unreachable {
			return nil, fmt.Errorf("handing over: %w", told)
		}
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return nil, &fault.Error{Op: "handing over to the running agent", Service: "agent", Kind: fault.Unreachable,
				Code: "silent", Err: errors.Join(told, ctx.Err())}
		}
	}
}
