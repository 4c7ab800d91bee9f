// Command inwine runs a command in a throw-away desktop with a fresh Windows in it. For go it lays
// wine.Overlay over the standard library, which changes what is built: never build programs so.
//
//	inwine -- go test -exec wine ./services/...
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"

	"foyer/cmd/internal/session"
	"foyer/cmd/internal/wine"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code, err := run(ctx, os.Args[1:])
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "inwine:", err)
	}
	os.Exit(code)
}

func run(ctx context.Context, args []string) (code int, err error) {
	if len(args) > 0 && args[0] == "--" {
		args = args[1:]
	}
	if len(args) == 0 {
		return 2, errors.New("a command is missing")
	}
	d, err := wine.Start(ctx, session.Options{Env: goEnv()})
	if err != nil {
		return 1, err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	overlay, err := wine.Overlay(d.Dir)
	if err != nil {
		return 1, err
	}
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Env, cmd.Stdout, cmd.Stderr = d.Env(), os.Stdout, os.Stderr
	if overlay != "" {
		cmd.Env = append(cmd.Env, "GOFLAGS="+d.Getenv("GOFLAGS")+" -overlay="+overlay)
	}
	err = cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return exit.ExitCode(), nil
	}
	if err != nil {
		return 1, err
	}
	return 0, nil
}

// goEnv keeps the caller's Go caches and settings, which the private home would hide.
func goEnv() []string {
	var env []string
	for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOPATH", "GOPROXY", "GOFLAGS", "GOTOOLCHAIN", "GOENV"} {
		out, err := exec.Command("go", "env", name).Output()
		if err == nil {
			env = append(env, name+"="+strings.TrimSpace(string(out)))
		}
	}
	return env
}
