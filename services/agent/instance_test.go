package agent

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"foyer/services/fault"
)

// place is where an agent of a test lives.
type place struct{ lock, socket string }

func newPlace(t testing.TB) place {
	dir := scratch(t)
	return place{filepath.Join(dir, "agent.lock"), filepath.Join(dir, "s")}
}

func (p place) start(t testing.TB) *Instance {
	t.Helper()
	i, err := Start(p.lock, p.socket)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

func TestOnlyOneInstanceHasTheLock(t *testing.T) {
	p := newPlace(t)
	first := p.start(t)
	if _, err := Start(p.lock, p.socket); !errors.Is(err, ErrRunning) {
		t.Errorf("second start: %v, want ErrRunning", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if err := p.start(t).Close(); err != nil {
		t.Fatal(err)
	}
}

func TestTheSocketIsForTheUserAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // the pipe has a security descriptor and no mode
	}
	p := newPlace(t)
	defer p.start(t).Close()
	for _, path := range []string{p.socket, p.lock} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != 0o600 {
			t.Errorf("mode of %s is %o, want 600", filepath.Base(path), got)
		}
	}
}

func TestAStaleSocketIsRecovered(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // a pipe ends with its process
	}
	p := newPlace(t)
	stale, err := net.ListenUnix("unix", &net.UnixAddr{Name: p.socket, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	stale.SetUnlinkOnClose(false)
	if err := stale.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(p.socket); err != nil {
		t.Fatal(err)
	}
	if err := p.start(t).Close(); err != nil {
		t.Fatal(err)
	}
}

func TestAFolderThatTakesNoSocketIsNamed(t *testing.T) {
	for errno, want := range map[syscall.Errno]string{syscall.EROFS: "read-only", syscall.ENOSPC: "disk-full", syscall.EACCES: "no-permission", syscall.EINVAL: "socket"} {
		if got := socketCode(&net.OpError{Op: "listen", Err: &os.SyscallError{Syscall: "bind", Err: errno}}); got != want {
			t.Errorf("%v: %s, want %s", errno, got, want)
		}
	}
}

func TestAFileInTheWayOfTheSocketIsLeftAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // a pipe has no file
	}
	p := newPlace(t)
	if err := os.WriteFile(p.socket, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Start(p.lock, p.socket); codeOf(err) != "socket" {
		t.Errorf("start: %v, want code socket", err)
	}
	if b, err := os.ReadFile(p.socket); err != nil || string(b) != "mine" {
		t.Errorf("the file is %q, %v", b, err)
	}
	if err := os.Remove(p.socket); err != nil {
		t.Fatal(err)
	}
	if err := p.start(t).Close(); err != nil { // the failed start gave the lock back
		t.Fatal(err)
	}
}

func TestAClaimDuringAnothersStartWaitsForItsSocket(t *testing.T) {
	p := newPlace(t)
	half := p.start(t)
	if err := half.listener.Close(); err != nil { // it has the lock and no socket
		t.Fatal(err)
	}
	tries := make(chan struct{})
	claimed := make(chan error, 1)
	go func() {
		n := 0
		_, err := Claim(t.Context(), p.lock, p.socket, func(ctx context.Context, c Client) error {
			if n++; n == 3 {
				close(tries)
			}
			return c.Show(ctx, "links")
		})
		claimed <- err
	}()
	<-tries
	l, err := listen(p.socket)
	if err != nil {
		t.Fatal(err)
	}
	half.listener = l
	window := &fakeWindow{}
	stop := running(t, New(Config{Window: window}), half)
	if err := <-claimed; !errors.Is(err, ErrRunning) {
		t.Errorf("claim: %v, want ErrRunning", err)
	}
	stop()
	if got := window.pages(); len(got) != 1 || got[0] != "links" {
		t.Errorf("pages shown: %q", got)
	}
}

func TestAClaimTakesOverFromAnAgentThatDies(t *testing.T) {
	p := newPlace(t)
	dying := p.start(t)
	tried := make(chan struct{}, 100)
	claimed := make(chan *Instance, 1)
	go func() {
		i, err := Claim(t.Context(), p.lock, p.socket, func(context.Context, Client) error {
			tried <- struct{}{}
			return &fault.Error{Kind: fault.Unreachable, Err: ErrNotRunning}
		})
		if err != nil {
			t.Errorf("claim: %v", err)
		}
		claimed <- i
	}()
	<-tried
	if err := dying.Close(); err != nil {
		t.Fatal(err)
	}
	if i := <-claimed; i != nil {
		if err := i.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestAClaimGivesUpWithItsContext(t *testing.T) {
	p := newPlace(t)
	defer p.start(t).Close()
	ctx, cancel := context.WithCancel(t.Context())
	_, err := Claim(ctx, p.lock, p.socket, func(context.Context, Client) error {
		cancel()
		return &fault.Error{Kind: fault.Unreachable, Err: ErrNotRunning}
	})
	if codeOf(err) != "silent" || !errors.Is(err, context.Canceled) {
		t.Errorf("claim: %v, want code silent", err)
	}
}

func TestAClaimReportsWhatTheRunningAgentCannotDo(t *testing.T) {
	p := newPlace(t)
	i := p.start(t)
	defer running(t, New(Config{}), i)()
	_, err := Claim(t.Context(), p.lock, p.socket, func(ctx context.Context, c Client) error { return c.Show(ctx, "") })
	if codeOf(err) != "no-window" {
		t.Errorf("claim: %v, want code no-window", err)
	}
}
