package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"foyer/cmd/internal/session"
	"foyer/services/agent"
)

// program is the built foyer; beside it stands this test program, as the window.
var program string

// eventsFile names the file in which the stand-in for the window writes what it is told.
const eventsFile = "window-events"

func TestMain(m *testing.M) {
	if strings.HasPrefix(filepath.Base(os.Args[0]), agent.WindowProgram) {
		os.Exit(playWindow(os.Args[1:]))
	}
	os.Exit(buildAndRun(m))
}

func buildAndRun(m *testing.M) int {
	dir, err := os.MkdirTemp("", "foyer-test.")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	program = filepath.Join(dir, "foyer"+exe())
	build := exec.Command("go", "build", "-o", program, "-ldflags", "-X main.version=9.9.9", ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "building foyer: %v\n%s", err, out)
		return 1
	}
	self, err := os.Executable()
	if err == nil {
		err = os.Link(self, filepath.Join(dir, agent.WindowProgram+exe()))
	}
	if err != nil {
		err = copyFile(self, filepath.Join(dir, agent.WindowProgram+exe()))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o700)
}

func exe() string {
	if runtime.GOOS == "windows" {
		return ".exe"
	}
	return ""
}

// playWindow is the window program of these tests: it notes its arguments and every event in the
// profile, and ends with the agent.
func playWindow(args []string) int {
	profile := ""
	for i, a := range args {
		if a == "--profile" {
			profile = args[i+1]
		}
	}
	note := func(s string) {
		f, err := os.OpenFile(filepath.Join(profile, eventsFile), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
		if err == nil {
			_, _ = f.WriteString(s + "\n")
			_ = f.Close()
		}
	}
	note(strings.TrimSpace("started " + strings.Join(args[2:], " ")))
	events, err := agent.Client{Socket: filepath.Join(profile, "agent.sock")}.Subscribe(context.Background(), agent.RoleWindow)
	if err != nil {
		return 1
	}
	for e := range events {
		if e.What == agent.RoomsChanged || e.What == agent.ServicesChanged || e.What == agent.DesktopChanged {
			continue // the rooms are read, and services and the desktop are asked, when it is time for that
		}
		note(strings.TrimSpace(string(e.What) + " " + e.Page))
	}
	return 0
}

// result is what a command left behind.
type result struct {
	out, messages string
	code          int
}

// place is a profile of its own, in an environment without a desktop.
type place struct {
	profile string
	env     []string
}

func newPlace(t testing.TB) place {
	t.Helper()
	// Short, so that the socket lies in the profile.
	dir, err := os.MkdirTemp("", "fp.")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := session.Welcomed(dir); err != nil {
		t.Fatal(err)
	}
	env := []string{"HOME=" + dir, "XDG_RUNTIME_DIR=" + dir, "DBUS_SESSION_BUS_ADDRESS=unix:path=" + filepath.Join(dir, "no-bus"), "LANG=C.UTF-8"}
	for _, name := range []string{"PATH", "SYSTEMROOT", "WINEPREFIX", "TMPDIR", "TEMP", "TMP", "LOCALAPPDATA", "APPDATA", "USERPROFILE"} {
		if v, ok := os.LookupEnv(name); ok {
			env = append(env, name+"="+v)
		}
	}
	return place{profile: dir, env: env}
}

func (p place) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, program, append([]string{"--profile", p.profile}, args...)...)
	cmd.Env = p.env
	cmd.WaitDelay = 5 * time.Second
	return cmd
}

func (p place) client() agent.Client {
	return agent.Client{Socket: filepath.Join(p.profile, "agent.sock")}
}

// run runs one command to its end.
func (p place) run(t testing.TB, stdin string, args ...string) result {
	t.Helper()
	cmd := p.command(t.Context(), args...)
	cmd.Stdin = strings.NewReader(stdin)
	var out, messages bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &messages
	err := cmd.Run()
	if _, isExit := errors.AsType[*exec.ExitError](err); err != nil && !isExit {
		t.Fatal(err)
	}
	return result{out.String(), messages.String(), cmd.ProcessState.ExitCode()}
}

// start starts an agent and waits until it answers. It is asked to quit at the end of the test.
func (p place) start(t testing.TB) *exec.Cmd {
	t.Helper()
	cmd := p.command(context.WithoutCancel(t.Context()))
	var messages bytes.Buffer
	cmd.Stderr = &messages
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = cmd.Wait()
	}()
	t.Cleanup(func() {
		_ = p.client().Quit(context.Background())
		select {
		case <-ended:
		case <-time.After(10 * time.Second):
			t.Errorf("the agent did not end: %s", cmd.Process.Kill())
		}
		if t.Failed() {
			t.Logf("the agent said: %s", messages.String())
			log, _ := os.ReadFile(filepath.Join(p.profile, "foyer.log"))
			t.Logf("its log: %s", log)
		}
	})
	await(t, "the agent", func() bool {
		_, err := p.client().Status(t.Context())
		return err == nil
	})
	return cmd
}

// await polls until done, since the other side is another process. It gives up after 20 s.
func await(t testing.TB, what string, done func() bool) {
	t.Helper()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	limit := time.After(20 * time.Second)
	for !done() {
		select {
		case <-tick.C:
		case <-limit:
			t.Fatalf("waited in vain for %s", what)
		}
	}
}

// windowEvents returns what the stand-in for the window was told.
func (p place) windowEvents() []string {
	data, err := os.ReadFile(filepath.Join(p.profile, eventsFile))
	if err != nil || len(data) == 0 {
		return nil
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}
