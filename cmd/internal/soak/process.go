package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"foyer/services/agent"
	"foyer/services/store"
)

// The processes that are killed are this program, started again with a role in the environment.
const (
	roleVariable  = "FOYER_SOAK_ROLE"
	placeVariable = "FOYER_SOAK_PLACE"
	urlVariable   = "FOYER_SOAK_URL"

	roleAgent   = "agent"
	roleCommand = "command"

	token = "soak-token"
)

// place is the folder of a round.
type place string

func (p place) database() string { return filepath.Join(string(p), "foyer.db") }
func (p place) delivery() string { return filepath.Join(string(p), "delivery.lock") }
func (p place) lock() string     { return filepath.Join(string(p), "agent.lock") }
func (p place) socket() string   { return filepath.Join(string(p), "s") }

// spawn starts a process with a role.
func (p place) spawn(ctx context.Context, role, url string) (*exec.Cmd, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("finding this program: %w", err)
	}
	cmd := exec.CommandContext(ctx, self)
	cmd.Env = append(os.Environ(), "GORACE=atexit_sleep_ms=10", roleVariable+"="+role, placeVariable+"="+string(p), urlVariable+"="+url)
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting a process: %w", err)
	}
	return cmd, nil
}

// play is what such a process does. It returns its exit code.
func play(role string) int {
	ctx := context.Background()
	if err := deliver(ctx, role, place(os.Getenv(placeVariable)), os.Getenv(urlVariable)); err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", role, err)
		return 1
	}
	return 0
}

func deliver(ctx context.Context, role string, p place, url string) (err error) {
	s, err := store.Open(ctx, p.database(), time.Now)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	messenger := func(context.Context) (agent.Messenger, error) { return connect(url, token) }
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError}))
	if role == roleCommand {
		d := agent.NewDeliverer(agent.DelivererConfig{Outbox: s, Messenger: messenger, Lock: p.delivery(), Log: log})
		return d.Drain(ctx)
	}
	i, err := agent.Start(p.lock(), p.socket())
	if err != nil {
		return err
	}
	through := func(ctx context.Context, _ string) (agent.Messenger, error) { return messenger(ctx) }
	a := agent.New(agent.Config{Outbox: s, Messenger: through, DeliveryLock: p.delivery(), Log: log})
	return a.Run(ctx, i)
}
