//go:build unix

package huaweimeeting

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTheCommandLineSaysTheSame runs it in a shell, with a curl that writes down what it is given.
func TestTheCommandLineSaysTheSame(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "curl"), []byte("#!/bin/sh\nfor a in \"$@\"; do printf '%s\\0' \"$a\"; done\n"), 0o700); err != nil { //nolint:gosec // a program
		t.Fatal(err)
	}
	s := service(t, "https://meeting.example.com/api", nil)
	shown, err := s.Preview(t.Context(), byHost, awkward)
	if err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(shown.Curl, "\n\r") {
		t.Errorf("not one line: %s", shown.Curl)
	}
	shell := exec.CommandContext(t.Context(), "/bin/sh", "-c", shown.Curl) //nolint:gosec // that is the test
	shell.Env = []string{"PATH=" + folder, "CONTROL_TOKEN=" + controlValue, "HOME=/nowhere"}
	out, err := shell.Output()
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
	want := []string{"-X", "POST"}
	for _, pair := range shown.Header {
		want = append(want, "-H", pair[0]+": "+strings.Replace(pair[1], "••••", controlValue, 1))
	}
	var body bytes.Buffer
	_ = json.Compact(&body, []byte(shown.Body))
	if want = append(want, "--data-binary", body.String(), shown.URL); !slices.Equal(got, want) {
		t.Error(cmp.Diff(want, got))
	}
}
