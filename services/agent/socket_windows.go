package agent

import (
	"context"
	"errors"
	"net"

	"golang.org/x/sys/windows"
)

// Windows has Unix sockets only since 2018 and not everywhere, and named pipes behave differently
// where Foyer is tested; the loopback address is the same everywhere.

func listen(path string) (net.Listener, error) { return listenLoopback(path) }

func dial(ctx context.Context, path string) (net.Conn, error) { return dialLoopback(ctx, path) }

// refusedNow says that a file cannot be replaced or removed as long as somebody has it open.
func refusedNow(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_ACCESS_DENIED)
}
