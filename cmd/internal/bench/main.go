// Command bench measures Foyer's agent and window beside a floor each: a bare icon in the tray and
// a bare Fyne window, built and measured in the same run, in turns. It prints a Markdown table of
// medians. A desktop of its own for each program keeps one from warming the other's caches.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"foyer/cmd/internal/programs"
	"foyer/cmd/internal/session"
)

func main() {
	folder := flag.String("programs", "build", "where the two programs are")
	starts := flag.Int("starts", 11, "how often each program is started")
	rest := flag.Duration("rest", time.Minute, "how long the agent is watched at rest")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, *folder, *starts, *rest)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, folder string, starts int, rest time.Duration) (err error) {
	folder, err = filepath.Abs(folder)
	if err != nil {
		return fmt.Errorf("finding the programs: %w", err)
	}
	floors, err := os.MkdirTemp("", "foyer-bench.")
	if err != nil {
		return fmt.Errorf("making a folder: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(floors)) }()
	tray, window := filepath.Join(floors, "tray"), filepath.Join(floors, "window")
	if err := programs.BuildPure(ctx, "foyer/cmd/internal/bare/tray", tray); err != nil {
		return err
	}
	if err := programs.BuildWindow(ctx, "foyer/cmd/internal/bare/window", window); err != nil {
		return err
	}
	s, err := session.Start(ctx, session.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	b := &bench{Session: s, built: programs.In(folder), starts: starts, rest: rest}
	agents, err := b.agents(ctx, tray)
	if err != nil {
		return err
	}
	windows, err := b.windows(ctx, window)
	if err != nil {
		return err
	}
	print(os.Stdout, append(agents, windows...))
	return nil
}
