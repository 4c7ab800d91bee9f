//go:build !windows && !darwin

package desktop

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"foyer/services/fault"
)

const spaceLink = "webexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b&message=f4f13440-3fa8-11f0-b7d6-5d17b726561b"

// registered is an xdg-mime that knows a handler, whatever it is asked.
const registered = "echo webex.desktop"

func TestOpenReportsWhatHappened(t *testing.T) {
	tests := map[string]struct {
		scripts map[string]string
		url     string
		kind    fault.Kind
		code    string
		words   string
		ok      bool
	}{
		"opened":              {scripts: map[string]string{"xdg-mime": registered, "xdg-open": "exit 0"}, url: spaceLink, ok: true},
		"no handler":          {scripts: map[string]string{"xdg-mime": "exit 0", "xdg-open": "exit 0"}, url: spaceLink, kind: fault.NotConfigured, code: CodeNoHandler, words: "webexteams"},
		"web links need none": {scripts: map[string]string{"xdg-mime": "exit 0", "xdg-open": "exit 0"}, url: "https://web.webex.com/spaces/b69a0c50-3fa8-11f0-b7d6-5d17b726561b", ok: true},
		"opening failed":      {scripts: map[string]string{"xdg-mime": registered, "xdg-open": "exit 4"}, url: spaceLink, kind: fault.Other, code: CodeOpenFailed},
		"no program":          {scripts: map[string]string{"xdg-mime": registered, "xdg-open": "exit 3"}, url: spaceLink, kind: fault.Other, code: CodeOpenFailed, words: "xdg-open found no program for it"},
		"xdg-mime is missing": {scripts: map[string]string{"xdg-open": "exit 0"}, url: spaceLink, kind: fault.NotConfigured, code: CodeNoTool, words: "xdg-utils"},
		"xdg-open is missing": {scripts: map[string]string{"xdg-mime": registered}, url: spaceLink, kind: fault.NotConfigured, code: CodeNoTool, words: "xdg-utils"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Setenv("PATH", programs(t, tt.scripts))
			err := new(Opener).Open(t.Context(), tt.url)
			if tt.ok {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			if e := wantFault(t, err, tt.kind, tt.code); e.Words != tt.words {
				t.Errorf("words = %q, want %q", e.Words, tt.words)
			}
		})
	}
}

func TestTheLogNeverHoldsTheLink(t *testing.T) {
	t.Setenv("PATH", programs(t, map[string]string{"xdg-mime": registered, "xdg-open": "exit 4"}))
	var log strings.Builder
	o := Opener{Log: slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))}
	wantFault(t, o.Open(t.Context(), spaceLink), fault.Other, CodeOpenFailed)
	if got := log.String(); !strings.Contains(got, "scheme=webexteams") || strings.Contains(got, "b69a0c50") {
		t.Errorf("log = %q, want the scheme and the failure only", got)
	}
}

func TestNothingElseIsOpened(t *testing.T) {
	mark := filepath.Join(t.TempDir(), "opened")
	t.Setenv("PATH", programs(t, map[string]string{"xdg-mime": registered, "xdg-open": "echo x >" + mark}))
	for _, url := range []string{"", "file:///etc/passwd", "javascript:alert(1)", "https://example.org/", "--help", "webexauth://login?email=a@b.example", "/bin/sh"} {
		if err := new(Opener).Open(t.Context(), url); fault.KindOf(err) != fault.Invalid {
			t.Errorf("Open(%q) = %v, want an invalid link", url, err)
		}
	}
	if _, err := os.Stat(mark); err == nil {
		t.Error("the opener was run")
	}
}

func TestTheLinkIsOneArgument(t *testing.T) {
	got := filepath.Join(t.TempDir(), "arguments")
	t.Setenv("PATH", programs(t, map[string]string{"xdg-mime": registered, "xdg-open": `printf '%s\n' "$#" "$1" >` + got}))
	if err := new(Opener).Open(t.Context(), spaceLink); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(got)
	if err != nil {
		t.Fatal(err)
	}
	if want := "1\n" + spaceLink + "\n"; string(content) != want {
		t.Errorf("arguments = %q, want %q", content, want)
	}
}

func TestTheOpenedProgramOutlivesTheCall(t *testing.T) {
	dir := t.TempDir()
	pid, ended := filepath.Join(dir, "pid"), filepath.Join(dir, "ended")
	proceed := fifo(t)
	var o Opener
	openAndLeave(t, &o, "echo $$ >"+pid, "read line <"+proceed+"; echo done >"+ended)
	letGoOn(t, proceed)
	if err := o.Wait(within(t)); err != nil {
		t.Fatal("the program did not end, or nobody waited for it:", err)
	}
	if _, err := os.Stat(ended); err != nil {
		t.Error("the program was cut short:", err)
	}
	content, err := os.ReadFile(pid)
	if err != nil {
		t.Fatal(err)
	}
	number, err := strconv.Atoi(strings.TrimSpace(string(content)))
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Kill(number, 0); err != syscall.ESRCH {
		t.Errorf("process %d is still there (%v): a zombie", number, err)
	}
}

func TestWaitingForTheOpenedProgramCanEnd(t *testing.T) {
	proceed := fifo(t)
	var o Opener
	openAndLeave(t, &o, "", "read line <"+proceed)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := o.Wait(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Wait = %v, want %v", err, context.Canceled)
	}
	letGoOn(t, proceed)
	if err := o.Wait(within(t)); err != nil {
		t.Error(err)
	}
}

// openAndLeave opens a link with a program that goes on running, and leaves when it has started.
func openAndLeave(t *testing.T, o *Opener, before, after string) {
	t.Helper()
	started := fifo(t)
	t.Setenv("PATH", programs(t, map[string]string{
		"xdg-mime": registered,
		"xdg-open": before + "\necho started >" + started + "\n" + after,
	}))
	ctx, leave := context.WithCancel(t.Context())
	heard := make(chan error, 1)
	go func() {
		_, err := os.ReadFile(started)
		leave()
		heard <- err
	}()
	if err := o.Open(ctx, spaceLink); err != nil {
		t.Fatalf("a program that goes on running is no failure: %v", err)
	}
	if err := <-heard; err != nil {
		t.Fatal(err)
	}
}

// fifo makes a FIFO that programs can wait for.
func fifo(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "fifo")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAHandlerQueryThatHangsGivesUp(t *testing.T) {
	t.Setenv("PATH", programs(t, map[string]string{"xdg-mime": "read line <" + fifo(t)}))
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	_, err := new(Opener).Handler(ctx, "webexteams")
	wantFault(t, err, fault.Unreachable, CodeHangs)
	ctx, cancel = context.WithCancel(t.Context())
	cancel()
	wantFault(t, new(Opener).Open(ctx, spaceLink), fault.Cancelled, "")
}

func TestHandlerRefusesStrangeSchemes(t *testing.T) {
	for _, scheme := range []string{"", "a b", "x/../y", "--help"} {
		_, err := new(Opener).Handler(t.Context(), scheme)
		wantFault(t, err, fault.Invalid, "")
	}
}

// TestTheRealOpenerReachesTheRegisteredProgram uses the real xdg-utils with a home of its own.
func TestTheRealOpenerReachesTheRegisteredProgram(t *testing.T) {
	need(t, "xdg-open", "xdg-utils")
	home := t.TempDir()
	for _, name := range []string{"XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "KDE_FULL_SESSION", "GNOME_DESKTOP_SESSION_ID", "WAYLAND_DISPLAY", "BROWSER"} {
		t.Setenv(name, "")
	}
	t.Setenv("DISPLAY", ":4242") // xdg-open wants one, and does not look whether it is there
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "config"))
	t.Setenv("XDG_DATA_HOME", filepath.Join(home, "data"))
	var o Opener
	name, err := o.Handler(t.Context(), "webexteams")
	if err != nil || name != "" {
		t.Fatalf("Handler = %q, %v before anything is registered", name, err)
	}
	wantFault(t, o.Open(t.Context(), spaceLink), fault.NotConfigured, CodeNoHandler)

	got := filepath.Join(home, "got")
	script := filepath.Join(programs(t, map[string]string{"webex": `printf '%s' "$1" >` + got}), "webex")
	writeFile(t, filepath.Join(home, "data", "applications", "webex.desktop"),
		"[Desktop Entry]\nType=Application\nName=Webex\nExec="+script+" %u\nMimeType=x-scheme-handler/webexteams;\n")
	writeFile(t, filepath.Join(home, "config", "mimeapps.list"),
		"[Default Applications]\nx-scheme-handler/webexteams=webex.desktop\n")
	if name, err = o.Handler(t.Context(), "webexteams"); err != nil || name != "webex.desktop" {
		t.Fatalf("Handler = %q, %v, want webex.desktop", name, err)
	}
	if err := o.Open(t.Context(), spaceLink); err != nil {
		t.Fatal(err)
	}
	if err := o.Wait(within(t)); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(got)
	if err != nil || string(content) != spaceLink {
		t.Errorf("the program got %q, %v, want %q", content, err, spaceLink)
	}
}

// letGoOn lets a script that reads a line from the FIFO continue. It does not wait for the script.
func letGoOn(t *testing.T, fifo string) {
	t.Helper()
	f, err := os.OpenFile(fifo, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	if _, err := f.WriteString("go on\n"); err != nil {
		t.Fatal(err)
	}
}

func writeFile(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestOpenFaultKeepsTheExitStatus(t *testing.T) {
	err := exec.Command("/bin/sh", "-c", "exit 4").Run()
	if e := wantFault(t, openFault(err), fault.Other, CodeOpenFailed); !errors.Is(e.Err, err) {
		t.Errorf("the cause is %v, want %v", e.Err, err)
	}
}
