//go:build packaged

package installed

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// root is the project's folder; packages is where `make package` puts them, pictures where the
// tests put theirs.
const (
	root     = "../../.."
	packages = root + "/build/packages"
	pictures = packages + "-pictures"
)

const (
	spaceID   = "b69a0c50-3fa8-11f0-b7d6-5d17b726561b"
	spaceURL  = "webexteams://im?space=" + spaceID
	spaceInfo = "Space name: Marketing\nSpace ID: " + spaceID + "\nLink to space: " + spaceURL + "\nParticipant count: 12\n"
)

// app is what FyneApp.toml tells.
var app struct {
	Details struct{ ID, Name, Version string }
}

// unpacked holds the files of the .deb. TestMain sets it once.
var unpacked string

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	folder, err := os.MkdirTemp("", "installed.")
	if err == nil {
		defer os.RemoveAll(folder)
		_, err = toml.DecodeFile(root+"/FyneApp.toml", &app)
	}
	if err == nil {
		unpacked = filepath.Join(folder, "deb")
		_, err = execute(context.Background(), "dpkg-deb", "--raw-extract", deb(), unpacked)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

func deb() string { return filepath.Join(packages, "foyer_"+app.Details.Version+"_amd64.deb") }

func tarball() string {
	return filepath.Join(packages, "foyer-"+app.Details.Version+"-linux-amd64.tar.gz")
}

func zipped() string {
	return filepath.Join(packages, "foyer-"+app.Details.Version+"-windows-amd64.zip")
}

// execute runs a tool and returns all that it prints, which is in the error, too.
func execute(ctx context.Context, name string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	out, err := cmd.CombinedOutput()
	if err != nil {
		return string(out), fmt.Errorf("%s: %w: %s", name, err, out)
	}
	return string(out), nil
}

// does is execute for a tool that has to succeed.
func does(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := execute(t.Context(), name, args...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// runs runs a program with an environment of its own and returns what it prints.
func runs(t *testing.T, env []string, stdin, name string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Env, cmd.Stdin = env, strings.NewReader(stdin)
	var messages bytes.Buffer
	cmd.Stderr = &messages
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %q: %v: %s", name, args, err, messages.String())
	}
	return string(out)
}

func exitCode(err error) int {
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return exit.ExitCode()
	}
	if err != nil {
		return -1
	}
	return 0
}

// bare is the environment of a program that is run by hand, with a home of its own.
func bare(t *testing.T) []string {
	t.Helper()
	home := t.TempDir()
	return []string{"PATH=" + os.Getenv("PATH"), "HOME=" + home, "XDG_RUNTIME_DIR=" + home, "LC_ALL=C.UTF-8",
		"DBUS_SESSION_BUS_ADDRESS=unix:path=" + home + "/no-bus"}
}
