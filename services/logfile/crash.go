package logfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"
)

const (
	// kept is how many crashes are kept of each program.
	kept = 5
	// crashLimit is how many bytes of a crash are kept: its beginning says why.
	crashLimit = 256 << 10
)

// Catch lets the Go runtime write to the file at path why this process crashes, from now on. What is
// there already is of an earlier process: Keep it first.
func Catch(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(debug.SetCrashOutput(f, debug.CrashOptions{}), f.Close())
}

// Keep copies the last words of a program, which it left in the file at path, to a file of their own in
// the folder dir, drops the oldest ones there, and empties path. It returns where they are: "" when
// there were none.
func Keep(path, dir, program string, now time.Time) (string, error) {
	words, err := read(path)
	if err != nil || len(words) == 0 {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	to := filepath.Join(dir, program+now.UTC().Format("-20060102-150405.000")+".txt")
	if err := os.WriteFile(to, words, 0o600); err != nil {
		return "", errors.Join(err, os.Remove(to))
	}
	return to, errors.Join(os.Truncate(path, 0), prune(dir, program))
}

func read(path string) ([]byte, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	words, err := io.ReadAll(io.LimitReader(f, crashLimit))
	return words, errors.Join(err, f.Close())
}

// Crashes lists the files with last words in the folder dir, the newest first.
func Crashes(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if e.Type().IsRegular() && strings.HasSuffix(e.Name(), ".txt") {
			names = append(names, e.Name())
		}
	}
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(when(b), when(a)) })
	for i, name := range names {
		names[i] = filepath.Join(dir, name)
	}
	return names, nil
}

// when is the time in a name, which can be compared as text.
func when(name string) string {
	if i := strings.LastIndexByte(name, '-'); i > len("-20060102") {
		return name[i-len("20060102"):]
	}
	return ""
}

func prune(dir, program string) error {
	all, err := Crashes(dir)
	of := 0
	for _, path := range all {
		if strings.HasPrefix(filepath.Base(path), program+"-2") {
			if of++; of > kept {
				err = errors.Join(err, os.Remove(path))
			}
		}
	}
	return err
}
