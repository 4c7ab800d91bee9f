package store

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"foyer/services/fault"
)

// smallDisk names the folder, in the process that has a small disk of its own there.
const smallDisk = "FOYER_STORE_TEST_SMALL_DISK"

// onSmallDisk runs f in a process of its own with a folder on a disk of that many KiB.
func onSmallDisk(t *testing.T, kib string, f func(dir string)) {
	t.Helper()
	if dir := os.Getenv(smallDisk); dir != "" {
		if err := syscall.Mount("small", dir, "tmpfs", 0, "size="+kib+"k"); err != nil {
			t.Fatal(err)
		}
		f(dir)
		return
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Env = append(os.Environ(), smallDisk+"="+folder(t))
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}}}
	out, err := cmd.CombinedOutput()
	if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.ENOSPC) {
		t.Log("this computer permits no disk of one's own, so a full one could not be met:", err)
		return
	}
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// fill takes all of the disk but so many bytes, and returns what takes it.
func fill(t *testing.T, dir string, but int64) string {
	t.Helper()
	name := filepath.Join(dir, "ballast")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	block := []byte(strings.Repeat("x", 4096))
	for err == nil {
		_, err = f.Write(block)
	}
	info, err := f.Stat()
	if err == nil {
		err = f.Truncate(max(info.Size()-but, 0) &^ 4095)
	}
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestAFullDiskStopsTheMigrationAndLeavesTheDatabase(t *testing.T) {
	onSmallDisk(t, "1024", func(dir string) {
		path := filepath.Join(dir, "foyer.db")
		older(t, path, 2)
		ballast := fill(t, dir, 40<<10)
		for range 2 {
			_, err := Open(t.Context(), path, newClock().now)
			wantFault(t, err, fault.Other, CodeUnkeptFull)
		}
		if got := version(t, path); got != 2 {
			t.Errorf("the database has schema %d now", got)
		}
		if left, _ := filepath.Glob(path + ".schema-*"); len(left) > 0 {
			t.Errorf("left %q", left)
		}
		if err := os.Remove(ballast); err != nil {
			t.Fatal(err)
		}
		s := reopened(t, path, newClock())
		if len(names(t, s)) != 1 || len(BeforeMigrations(path)) != 1 {
			t.Errorf("links %q, copies %+v", names(t, s), BeforeMigrations(path))
		}
		// And a copy that finds no room leaves none.
		fill(t, dir, 8<<10)
		copied := filepath.Join(dir, "copy.db")
		_, err := s.CopyTo(t.Context(), copied)
		wantFault(t, err, fault.Other, CodeFull)
		if _, err := os.Lstat(copied); err == nil {
			t.Error("half a copy stays")
		}
	})
}
