//go:build wine

package windows

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"foyer/cmd/internal/session"
	"foyer/cmd/internal/wine"
)

const (
	spaceID   = "b69a0c50-3fa8-11f0-b7d6-5d17b726561b"
	spaceURL  = "webexteams://im?space=" + spaceID
	spaceInfo = "Space name: Büro 東京\r\nSpace ID: " + spaceID + "\r\nLink to space: " + spaceURL +
		"\r\nParticipant count: 12\r\nExternal participants count: 1\r\nConversation type: Group\r\n"
)

// built is where `make windows-programs` puts the programs, and pictures where the tests put theirs.
const built, pictures = "../../../build/windows", "../../../build/windows/pictures"

// shared is one Windows for all tests: preparing it takes some seconds. TestMain sets it once.
var shared *wine.Desktop

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) (code int) {
	d, err := wine.Start(context.Background(), session.Options{})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() {
		if err := d.Close(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}()
	if _, err := d.Install(filepath.Join(built, "foyer.exe"), filepath.Join(built, "foyer-window.exe")); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	shared = d
	return m.Run()
}

// box is Foyer in Windows with a profile of its own.
type box struct {
	*wine.Desktop
	t       *testing.T
	profile string
	agent   *session.Process
}

func newBox(t *testing.T) *box {
	t.Helper()
	b := &box{Desktop: shared, t: t, profile: `C:\profiles\` + t.Name()}
	if err := session.Welcomed(b.Unix(b.profile)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if t.Failed() {
			b.report()
		}
		if b.agent != nil && b.agent.Running() {
			_, _ = b.foyer(nil, "quit")
			b.must(b.agent.Kill())
		}
	})
	return b
}

func (b *box) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

// foyer runs a command in Windows and returns what it printed.
func (b *box) foyer(stdin []byte, args ...string) (string, error) {
	args = append([]string{`C:\foyer\foyer.exe`, "--profile", b.profile}, args...)
	out, err := b.Run(b.t.Context(), stdin, "wine", args...)
	return string(out), err
}

// does is foyer for a command that has to work.
func (b *box) does(stdin []byte, args ...string) string {
	b.t.Helper()
	out, err := b.foyer(stdin, args...)
	b.must(err)
	return out
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

// start starts the agent and waits until its icon is in the panel and it answers.
func (b *box) start() {
	b.t.Helper()
	empty, err := b.Picture(image.Rect(0, 0, 60, 30))
	b.must(err)
	b.agent, err = b.Launch("wine", `C:\foyer\foyer.exe`, "--profile", b.profile)
	b.must(err)
	b.must(session.Await(b.t.Context(), "the icon in the panel", func() (bool, error) {
		now, err := b.Picture(image.Rect(0, 0, 60, 30))
		return err == nil && string(now.Pix) != string(empty.Pix), err
	}))
}

// stop ends the agent and waits until its icon is gone.
func (b *box) stop() {
	b.t.Helper()
	b.does(nil, "quit")
	if code, err := b.agent.ExitCode(b.t.Context()); err != nil || code != 0 {
		b.t.Errorf("the agent ended with %d, %v", code, err)
	}
}

// savedLink is a row of `foyer link list --json`.
type savedLink struct {
	Name, Email, URL string
}

func (b *box) saved() []savedLink {
	b.t.Helper()
	var links []savedLink
	b.must(json.Unmarshal([]byte(b.does(nil, "link", "list", "--json")), &links))
	return links
}

// holds waits until one form of the clipboard holds a text.
func (b *box) holds(target, text string) string {
	b.t.Helper()
	now, err := b.WaitClipboard(b.t.Context(), target, func(now string) bool { return strings.Contains(now, text) })
	b.must(err)
	return now
}

// report shows what a failed test's Foyer said, and keeps a picture of the screen.
func (b *box) report() {
	if b.agent != nil {
		b.t.Logf("the agent printed:\n%s", b.agent.Output())
	}
	for _, pattern := range []string{"*.log", "*/*.log", "*/*/*.log"} {
		logs, _ := filepath.Glob(filepath.Join(b.Unix(b.profile), pattern))
		for _, file := range logs {
			if out, err := os.ReadFile(file); err == nil {
				b.t.Logf("%s:\n%s", filepath.Base(file), out)
			}
		}
	}
	_ = b.Screenshot(filepath.Join(pictures, b.t.Name()+".png"))
}
