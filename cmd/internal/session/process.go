package session

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// Process is a program that runs in the desktop until it ends, is stopped, or the desktop closes.
type Process struct {
	// Name is the program's base name.
	Name string

	cmd  *exec.Cmd
	log  string
	done chan struct{}
	err  error // what Wait returned; read after done
}

// Launch starts a program in the desktop; its output goes to a file, see Process.Output.
func (s *Session) Launch(name string, args ...string) (*Process, error) {
	return s.launch(exec.Command(name, args...))
}

// LaunchWith is Launch with more environment.
func (s *Session) LaunchWith(env []string, name string, args ...string) (*Process, error) {
	cmd := exec.Command(name, args...)
	cmd.Env = append(s.Env(), env...)
	return s.launch(cmd)
}

func (s *Session) launch(cmd *exec.Cmd) (*Process, error) {
	if cmd.Env == nil {
		cmd.Env = s.env
	}
	p := &Process{Name: filepath.Base(cmd.Path), cmd: cmd, done: make(chan struct{})}
	p.log = s.Path(fmt.Sprintf("%02d-%s.log", len(s.started), p.Name))
	out, err := os.Create(p.log)
	if err != nil {
		return nil, fmt.Errorf("starting %s: %w", p.Name, err)
	}
	defer out.Close()
	cmd.Dir, cmd.Stdout, cmd.Stderr = s.Dir, out, out
	if err := s.spawn.start(cmd); err != nil {
		return nil, fmt.Errorf("starting %s: %w", p.Name, err)
	}
	go func() {
		p.err = cmd.Wait()
		close(p.done)
	}()
	s.started = append(s.started, p)
	return p, nil
}

// Run runs a program in the desktop to its end and returns its standard output. The error of a
// program that failed holds its standard error, and is an *exec.ExitError.
func (s *Session) Run(ctx context.Context, stdin []byte, name string, args ...string) ([]byte, error) {
	return s.RunWith(ctx, nil, stdin, name, args...)
}

// RunWith is Run with more environment.
func (s *Session) RunWith(ctx context.Context, env []string, stdin []byte, name string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env, cmd.Dir = append(s.Env(), env...), s.Dir
	// A program may leave a child behind that keeps the pipe open.
	cmd.WaitDelay = 500 * time.Millisecond
	if stdin != nil {
		cmd.Stdin = bytes.NewReader(stdin)
	}
	out, err := cmd.Output()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return out, fmt.Errorf("%s %q: %w: %s", filepath.Base(name), args, err, exit.Stderr)
	}
	if err != nil && !errors.Is(err, exec.ErrWaitDelay) { // the program itself did well
		return out, fmt.Errorf("%s %q: %w", filepath.Base(name), args, err)
	}
	return out, nil
}

// Pid is the process id.
func (p *Process) Pid() int { return p.cmd.Process.Pid }

// Done is closed when the program has ended and been waited for.
func (p *Process) Done() <-chan struct{} { return p.done }

// Running reports whether the program is still there.
func (p *Process) Running() bool {
	select {
	case <-p.done:
		return false
	default:
		return true
	}
}

// Output is what the program has written so far, standard output and error together.
func (p *Process) Output() string {
	data, err := os.ReadFile(p.log)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// ExitCode waits for the program's end; it is -1 for a program that a signal ended.
func (p *Process) ExitCode(ctx context.Context) (int, error) {
	select {
	case <-p.done:
		return p.cmd.ProcessState.ExitCode(), nil
	case <-ctx.Done():
		return 0, fmt.Errorf("waiting for %s to end: %w", p.Name, ctx.Err())
	}
}

// Kill ends the program at once, as a crash or the kernel would, and waits for it.
func (p *Process) Kill() error {
	if !p.Running() {
		return nil
	}
	if err := p.cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return fmt.Errorf("killing %s: %w", p.Name, err)
	}
	<-p.done
	return nil
}

// Stop asks the program to end, kills it after five seconds, and waits for it. How it ended is
// no error.
func (p *Process) Stop() error {
	if !p.Running() {
		return nil
	}
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return fmt.Errorf("stopping %s: %w", p.Name, err)
	}
	patience := time.NewTimer(5 * time.Second)
	defer patience.Stop()
	select {
	case <-p.done:
		return nil
	case <-patience.C:
		return p.Kill()
	}
}
