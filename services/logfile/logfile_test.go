package logfile_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"foyer/services/logfile"
)

// asCrashing makes this test program crash, with its last words in the file that it names.
const asCrashing = "FOYER_TEST_CRASH"

func TestMain(m *testing.M) {
	path := os.Getenv(asCrashing)
	if path == "" {
		os.Exit(m.Run())
	}
	if err := logfile.Catch(path); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(9)
	}
	go func() { panic("the board fell down") }() // which nobody recovers
	select {}
}

func TestALogIsPutAsideBeforeItGrowsLarge(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "logs [1]")
	log := logfile.Open(filepath.Join(dir, "foyer.log"))
	line := bytes.Repeat([]byte("x"), 1023)
	line = append(line, '\n')
	for range 6 * 1024 {
		if _, err := log.Write(line); err != nil {
			t.Fatal(err)
		}
	}
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	deadline := time.After(10 * time.Second) // the oldest ones go in the background
	for {
		files := logfile.Parts(filepath.Join(dir, "foyer.log"))
		if len(files) == 3 {
			break
		}
		select {
		case <-deadline:
			t.Fatalf("there are %v", files)
		case <-time.After(20 * time.Millisecond):
		}
	}
	info, err := os.Stat(filepath.Join(dir, "foyer.log"))
	if err != nil || info.Size() > 1<<20 || os.PathSeparator == '/' && info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
}

func TestThePartsOfALogAreItsOwn(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "logs [1]")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"foyer.log", "foyer-2026-11-22T10-00-00.000.log", "foyer-2026-11-21T10-00-00.000.log", "foyer-window.log", "foyer-notes.log"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var names []string
	for _, path := range logfile.Parts(filepath.Join(dir, "foyer.log")) {
		names = append(names, filepath.Base(path))
	}
	if !slices.Equal(names, []string{"foyer-2026-11-21T10-00-00.000.log", "foyer-2026-11-22T10-00-00.000.log", "foyer.log"}) {
		t.Errorf("the parts are %q", names)
	}
	if none := logfile.Parts(filepath.Join(dir, "other.log")); none != nil {
		t.Errorf("a log that is not there has %q", none)
	}
}

func TestALogWhoseFolderIsGoneComesBackWithIt(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state")
	if err := os.WriteFile(dir, []byte("in the way"), 0o600); err != nil {
		t.Fatal(err)
	}
	log := logfile.Open(filepath.Join(dir, "foyer.log"))
	if _, err := log.Write([]byte("lost\n")); err == nil {
		t.Fatal("it was written into a file")
	}
	removed(t, dir)
	if _, err := log.Write([]byte("kept\n")); err != nil {
		t.Fatal(err)
	}
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	if words, err := os.ReadFile(filepath.Join(dir, "foyer.log")); err != nil || string(words) != "kept\n" {
		t.Errorf("%q, %v", words, err)
	}
}

// removed removes a file that the log may be looking at in the background: Windows refuses that long.
func removed(t *testing.T, path string) {
	t.Helper()
	deadline := time.After(10 * time.Second)
	for err := os.Remove(path); err != nil; err = os.Remove(path) {
		select {
		case <-deadline:
			t.Fatal(err)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func TestTheLastWordsOfACrashAreCaughtAndKept(t *testing.T) {
	dir := t.TempDir()
	path, crashes := filepath.Join(dir, "agent.crash"), filepath.Join(dir, "crashes")
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), asCrashing+"="+path)
	if err := cmd.Run(); err == nil || cmd.ProcessState.ExitCode() == 9 {
		t.Fatalf("it did not crash: %v", err)
	}
	now := time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
	to, err := logfile.Keep(path, crashes, "foyer", now)
	if err != nil || filepath.Dir(to) != crashes {
		t.Fatalf("%q, %v", to, err)
	}
	words, err := os.ReadFile(to)
	if err != nil || !strings.Contains(string(words), "the board fell down") || !strings.Contains(string(words), "goroutine ") {
		t.Errorf("%q, %v", words, err)
	}
	// What is kept is not kept again.
	if again, err := logfile.Keep(path, crashes, "foyer", now.Add(time.Hour)); again != "" || err != nil {
		t.Errorf("%q, %v", again, err)
	}
	if none, err := logfile.Keep(filepath.Join(dir, "no such file"), crashes, "foyer", now); none != "" || err != nil {
		t.Errorf("%q, %v", none, err)
	}
}

func TestTheNewestCrashesOfEachProgramAreKept(t *testing.T) {
	dir := t.TempDir()
	path, crashes := filepath.Join(dir, "words"), filepath.Join(dir, "crashes")
	start := time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
	for n := range 8 {
		for _, program := range []string{"foyer", "foyer-window"} {
			if err := os.WriteFile(path, fmt.Appendf(nil, "%s %d", program, n), 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := logfile.Keep(path, crashes, program, start.Add(time.Duration(n)*time.Minute)); err != nil {
				t.Fatal(err)
			}
		}
	}
	all, err := logfile.Crashes(crashes)
	if err != nil || len(all) != 10 {
		t.Fatalf("%v, %v", all, err)
	}
	for i, path := range all {
		want := fmt.Sprint(7 - i/2)
		if words, err := os.ReadFile(path); err != nil || !strings.HasSuffix(string(words), want) {
			t.Errorf("%d: %s says %q, %v; want one of %s", i, path, words, err, want)
		}
	}
	if none, err := logfile.Crashes(filepath.Join(dir, "nothing")); err != nil || none != nil {
		t.Errorf("%v, %v", none, err)
	}
}

func TestAnEndlessCrashIsKeptInPart(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "words")
	if err := os.WriteFile(path, bytes.Repeat([]byte("goroutine\n"), 1<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	to, err := logfile.Keep(path, filepath.Join(dir, "crashes"), "foyer", time.Now())
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(to); err != nil || info.Size() != 256<<10 {
		t.Errorf("%v, %v", info, err)
	}
}
