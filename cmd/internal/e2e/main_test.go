package e2e

import (
	"context"
	"fmt"
	"os"
	"testing"

	"foyer/cmd/internal/programs"
)

// built are the programs under test. TestMain sets them once, before any test runs.
var built programs.Built

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	folder, err := os.MkdirTemp("", "foyer-e2e.")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(folder)
	if dir := os.Getenv("FOYER_PROGRAMS"); dir != "" {
		built = programs.In(dir)
		return m.Run()
	}
	if built, err = programs.Build(context.Background(), folder); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}
