package agent

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// asWindow makes this test program play the window program.
const asWindow = "FOYER_TEST_WINDOW"

func TestMain(m *testing.M) {
	switch os.Getenv(asWindow) {
	case "":
		os.Exit(m.Run())
	case "crash":
		os.Stderr.WriteString("last words\n")
		os.Exit(3)
	case "stay":
		select {}
	case "crash once": // and tell what the next start is told
		told := os.Getenv(asWindow + "_TOLD")
		if _, err := os.Stat(told); err != nil {
			_ = os.WriteFile(told, nil, 0o600)
			os.Exit(3)
		}
		_ = os.WriteFile(told, []byte(strings.Join(os.Args[1:], " ")), 0o600)
	default: // write the arguments there, and end well
		if err := os.WriteFile(os.Getenv(asWindow), []byte(strings.Join(os.Args[1:], " ")), 0o600); err != nil {
			os.Exit(1)
		}
	}
}

// launcher starts this test program as the window, and passes each crash on.
func launcher(t *testing.T, behaviour string) (*Launcher, <-chan error) {
	t.Helper()
	t.Setenv(asWindow, behaviour)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	crashed := make(chan error, 10)
	return &Launcher{Program: self, Crashed: func(err error, again bool) {
		if again {
			err = errors.Join(err, errAgain)
		}
		crashed <- err
	}, Now: time.Now, Log: slog.New(slog.DiscardHandler)}, crashed
}

func TestTheWindowIsToldItsProfileAndPage(t *testing.T) {
	for _, c := range []struct{ profile, page, want string }{
		{"", "", ""},
		{"", PageLinks, "--page links"},
		{"", PageSearch, "--search"},
		{"/a b", PageSettings, "--profile /a b --page settings"},
	} {
		t.Run(c.page, func(t *testing.T) {
			told := filepath.Join(scratch(t), "told")
			l, _ := launcher(t, told)
			l.Profile = c.profile
			if err := l.Start(t.Context(), c.page); err != nil {
				t.Fatal(err)
			}
			l.Wait(t.Context())
			got, err := os.ReadFile(told)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, string(got)); diff != "" {
				t.Errorf("arguments (-want +got):\n%s", diff)
			}
			if l.Alive() {
				t.Error("the window counts as alive")
			}
		})
	}
}

// errAgain marks a crash after which the window is started again.
var errAgain = errors.New("again")

func TestAWindowThatKeepsCrashingIsStartedFourTimesAMinute(t *testing.T) {
	l, crashed := launcher(t, "crash")
	now := time.Now()
	l.Now = func() time.Time { return now }
	l.Output = filepath.Join(scratch(t), "log")
	for round := range 2 {
		if err := l.Start(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
		for n := range maxCrashes {
			want := "window-crashed"
			if n == maxCrashes-1 {
				want = "window-crashes"
			}
			if err := <-crashed; codeOf(err) != want || errors.Is(err, errAgain) != (want == "window-crashed") {
				t.Errorf("round %d, crash %d: %v", round, n, err)
			}
		}
		if err := l.Start(t.Context(), ""); codeOf(err) != "window-crashes" {
			t.Errorf("round %d, fifth start: %v, want code window-crashes", round, err)
		}
		now = now.Add(crashPeriod)
	}
	if words, err := os.ReadFile(l.Output); err != nil || string(words) != "last words\n" {
		t.Errorf("last words %q, %v", words, err)
	}
	l.Wait(t.Context())
}

func TestAWindowThatCrashedIsStartedWhereItWas(t *testing.T) {
	told := filepath.Join(scratch(t), "told")
	t.Setenv(asWindow+"_TOLD", told)
	l, crashed := launcher(t, "crash once")
	l.Profile = "/a b"
	if err := l.Start(t.Context(), PageRooms); err != nil {
		t.Fatal(err)
	}
	if err := <-crashed; !errors.Is(err, errAgain) {
		t.Errorf("crash: %v", err)
	}
	for l.Alive() || !strings.Contains(read(t, told), "again") {
		select {
		case <-t.Context().Done():
			t.Fatal("it is not started again")
		case <-time.After(10 * time.Millisecond):
		}
	}
	if got := read(t, told); got != "--profile /a b --again" {
		t.Errorf("it is started with %q", got)
	}
	l.Wait(t.Context())
}

func TestAWindowThatCannotBeStartedAgainIsTold(t *testing.T) {
	l, crashed := launcher(t, "crash")
	tell, gone := l.Crashed, filepath.Join(scratch(t), "uninstalled")
	l.Crashed = func(err error, again bool) {
		l.mu.Lock()
		l.Program = gone
		l.mu.Unlock()
		tell(err, again)
	}
	if err := l.Start(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	first, second := <-crashed, <-crashed
	if !errors.Is(first, errAgain) || codeOf(second) != "window-start" || errors.Is(second, errAgain) {
		t.Errorf("%v, then %v", first, second)
	}
	l.Wait(t.Context())
}

func TestNoWindowIsStartedAgainWhenEverythingEnds(t *testing.T) {
	l, crashed := launcher(t, "stay")
	if err := l.Start(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	ctx, cancel := context.WithCancel(t.Context())
	go func() { l.Wait(ctx); close(ended) }()
	for ending := false; !ending; runtime.Gosched() {
		l.mu.Lock()
		ending = l.ending
		l.mu.Unlock()
	}
	cancel()
	<-ended
	if l.Alive() || len(crashed) > 0 {
		t.Error("the window lives, or its end counts as a crash")
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	words, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	return string(words)
}

func TestAWindowThatDoesNotCloseIsEnded(t *testing.T) {
	l, crashed := launcher(t, "stay")
	if err := l.Start(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	if !l.Alive() {
		t.Error("the window does not count as alive")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	l.Wait(ctx)
	if l.Alive() {
		t.Error("the window lives on")
	}
	select {
	case err := <-crashed:
		t.Errorf("ending it counts as a crash: %v", err)
	default:
	}
}

func TestTheWindowProgramIsFoundBesideThisOneThenInPath(t *testing.T) {
	name := WindowProgram
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	l := &Launcher{Now: time.Now, Log: slog.New(slog.DiscardHandler)}
	t.Setenv("PATH", scratch(t))
	if err := l.Start(t.Context(), ""); codeOf(err) != "no-window" || !errors.Is(err, exec.ErrNotFound) {
		t.Errorf("start without a window program: %v, want code no-window", err)
	}
	there := filepath.Join(os.Getenv("PATH"), name)
	if err := os.WriteFile(there, []byte("#!/bin/sh\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	if got, err := l.find(); err != nil || got != there {
		t.Errorf("found %q, %v in PATH, want %q", got, err, there)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	beside := filepath.Join(filepath.Dir(self), name)
	if err := os.WriteFile(beside, nil, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Remove(beside) })
	if got, err := l.find(); err != nil || got != beside {
		t.Errorf("found %q, %v beside, want %q", got, err, beside)
	}
}

func TestAProgramThatCannotRunIsReported(t *testing.T) {
	l := &Launcher{Program: filepath.Join(scratch(t), "none"), Now: time.Now, Log: slog.New(slog.DiscardHandler)}
	if err := l.Start(t.Context(), ""); codeOf(err) != "window-start" {
		t.Errorf("start: %v, want code window-start", err)
	}
}
