// Package programs builds Foyer's two programs for the tour, the end-to-end tests and the
// benchmarks, always with the flags that `make build` uses, so that the build cache serves all.
package programs

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// Built is where the two programs lie. They have to lie in one folder: the agent looks for the
// window beside itself.
type Built struct {
	Foyer, Window string
}

// In names the programs in a folder without building them.
func In(folder string) Built {
	return Built{Foyer: filepath.Join(folder, "foyer"), Window: filepath.Join(folder, "foyer-window")}
}

// Build builds both programs into a folder.
func Build(ctx context.Context, folder string) (Built, error) {
	built := In(folder)
	if err := buildOne(ctx, "foyer/cmd/foyer", built.Foyer, "CGO_ENABLED=0"); err != nil {
		return Built{}, err
	}
	if err := buildOne(ctx, "foyer/cmd/foyer-window", built.Window, "CGO_ENABLED=1"); err != nil {
		return Built{}, err
	}
	return built, nil
}

// BuildPure builds another program that needs no cgo.
func BuildPure(ctx context.Context, pkg, file string) error {
	return buildOne(ctx, pkg, file, "CGO_ENABLED=0")
}

// BuildWindow builds another program that needs cgo, such as a peer to measure against.
func BuildWindow(ctx context.Context, pkg, file string) error {
	return buildOne(ctx, pkg, file, "CGO_ENABLED=1")
}

func buildOne(ctx context.Context, pkg, file string, env ...string) error {
	cmd := exec.CommandContext(ctx, "go", "build", "-ldflags", "-X main.version=test", "-o", file, pkg)
	cmd.Env = append(os.Environ(), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("building %s: %w: %s", pkg, err, out)
	}
	return nil
}
