//go:build !windows

package agent

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
)

// socketMode lets nobody but the user talk to the agent.
const socketMode = 0o600

// listen opens the socket at path. What an agent that was killed left there is removed; the
// caller holds the lock, so nobody listens on it any more. Anything but a socket is left alone.
func listen(path string) (net.Listener, error) {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, fmt.Errorf("looking at the old socket: %w", err)
	case info.Mode().Type() != fs.ModeSocket:
		return nil, fmt.Errorf("%s is in the way and is no socket", path)
	default:
		if err := os.Remove(path); err != nil {
			return nil, fmt.Errorf("removing the old socket: %w", err)
		}
	}
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		return nil, fmt.Errorf("opening the socket: %w", err)
	}
	// The folder is the user's alone already; the mode is the second door.
	if err := os.Chmod(path, socketMode); err != nil {
		return nil, errors.Join(fmt.Errorf("protecting the socket: %w", err), l.Close())
	}
	return l, nil
}

func dial(ctx context.Context, path string) (net.Conn, error) {
	var d net.Dialer
	return d.DialContext(ctx, "unix", path)
}

// refusedNow is about Windows: here open files can be replaced and removed.
func refusedNow(error) bool { return false }
