package desktop

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

func changeSources(log *slog.Logger) []changeSource {
	return []changeSource{networkSource, otherwise(log, logindSource, clockSource(time.Now))}
}

// networkSource listens to what the kernel tells of interfaces, addresses and routes.
func networkSource(ctx context.Context, tell func(Change)) error {
	kernel, err := dialKernel()
	if err != nil {
		return err
	}
	return hearKernel(ctx, kernel, tell)
}

// dialKernel opens a socket on which the kernel tells how the network changes from now on.
func dialKernel() (*os.File, error) {
	fd, err := unix.Socket(unix.AF_NETLINK, unix.SOCK_RAW|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, unix.NETLINK_ROUTE)
	if err != nil {
		return nil, fmt.Errorf("listening to the network: %w", err)
	}
	const groups = unix.RTMGRP_LINK | unix.RTMGRP_IPV4_IFADDR | unix.RTMGRP_IPV6_IFADDR | unix.RTMGRP_IPV4_ROUTE | unix.RTMGRP_IPV6_ROUTE
	if err := unix.Bind(fd, &unix.SockaddrNetlink{Family: unix.AF_NETLINK, Groups: groups}); err != nil {
		return nil, errors.Join(fmt.Errorf("listening to the network: %w", err), unix.Close(fd))
	}
	return os.NewFile(uintptr(fd), "netlink"), nil
}

// maxKernelWords is the longest message of the kernel that is read whole, in bytes. A longer one counts
// as a change without being looked at.
const maxKernelWords = 16 << 10

// hearKernel tells of changes until ctx ends, and closes the socket.
func hearKernel(ctx context.Context, kernel *os.File, tell func(Change)) error {
	hangUp := context.AfterFunc(ctx, func() { _ = kernel.Close() })
	defer func() {
		if hangUp() {
			_ = kernel.Close()
		}
	}()
	known, words := newNetwork(), make([]byte, maxKernelWords)
	for {
		n, err := kernel.Read(words)
		switch {
		case ctx.Err() != nil:
			return nil
		case errors.Is(err, unix.ENOBUFS): // it told more than we could hear
			known = newNetwork()
			tell(NetworkChanged)
		case err != nil:
			return fmt.Errorf("listening to the network: %w", err)
		case known.learn(words[:n]):
			tell(NetworkChanged)
		}
	}
}
