//go:build !windows && !darwin

package desktop

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// helperEnv is set for processes that a test starts from its own binary, because atotto/clipboard looks
// for its programs once, when a process starts. Its value is what to do.
const helperEnv = "FOYER_DESKTOP_HELPER"

// answer is what a helper process prints.
type answer struct {
	Text, Code, Words string
	Held              Held
	Checks            []Check
}

// runHelper is the main function of helper processes.
func runHelper(task string) error {
	ctx := context.Background()
	c := NewClipboard(quiet())
	defer c.Close()
	var a answer
	var err error
	switch task {
	case "read":
		a.Text, err = c.Read(ctx)
	case "write plain":
		a.Held, err = c.Write(ctx, Clip{Text: "plain"})
	case "write rich":
		a.Held, err = c.Write(ctx, Clip{Text: "plain", HTML: "<b>rich</b>"})
	case "write picture":
		a.Held, err = c.Write(ctx, Clip{PNG: []byte("picture")})
	case "check":
		a.Checks = []Check{checkClipboard(ctx)}
	}
	if e, ok := asError(err); ok {
		a.Code, a.Words = e.Code, e.Words
	} else if err != nil {
		return err
	}
	out, err := json.Marshal(a)
	if err != nil {
		return err
	}
	return os.WriteFile(os.Getenv(helperEnv+"_OUT"), out, 0o600)
}

// inHelper runs a task in a process with this environment added.
func inHelper(t *testing.T, task string, env ...string) answer {
	t.Helper()
	out := filepath.Join(t.TempDir(), "answer")
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), helperEnv+"="+task, helperEnv+"_OUT="+out,
		"GORACE=atexit_sleep_ms=0") // else each one sleeps for a second at its end
	cmd.Env = append(cmd.Env, env...)
	if log, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("helper %s: %v\n%s", task, err, log)
	}
	content, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	var a answer
	if err := json.Unmarshal(content, &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// need returns the path of a program that tests use, and fails the test when it is missing.
func need(t testing.TB, program, pkg string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Fatalf("%s is missing: install the package %s", program, pkg)
	}
	path, err = filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// programs fills a folder with shell scripts and returns it. Scripts find the tools of the system
// under the PATH that they were written with.
func programs(t *testing.T, scripts map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range scripts {
		content := "#!/bin/sh\nPATH='" + os.Getenv("PATH") + "'\n" + strings.TrimSpace(body) + "\n"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// context for what must end in a helper of a test.
func within(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), soon)
	t.Cleanup(cancel)
	return ctx
}
