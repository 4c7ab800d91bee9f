package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/link"
	"foyer/services/profile"
	"foyer/services/store"
)

// smallDisk names the folder, in the process that has a small disk of its own there.
const smallDisk = "FOYER_TEST_SMALL_DISK"

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
	cmd.Env = append(os.Environ(), smallDisk+"="+t.TempDir())
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

// keeperIn looks after a profile in one folder.
func keeperIn(t *testing.T, dir string) *dataKeeper {
	t.Helper()
	dirs, err := profile.Locate(dir)
	if err != nil {
		t.Fatal(err)
	}
	a := &app{ctx: t.Context()}
	return a.dataKeeper(dirs)
}

func (k *dataKeeper) saveLinks(t *testing.T, names ...string) {
	t.Helper()
	err := k.with(t.Context(), func(s *store.Store) error {
		var all error
		for _, name := range names {
			_, _, err := s.SaveLink(t.Context(), link.Target{Kind: link.Space, ID: name, Name: strings.Repeat(name, 50), URL: "webexteams://im?space=" + name}, "typed")
			all = errors.Join(all, err)
		}
		return all
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAFullDiskKeepsTheOlderBackupAndWhatIsThere(t *testing.T) {
	onSmallDisk(t, "2048", func(disk string) {
		// A profile with room, and a backup on the disk that gets full.
		k := keeperIn(t, t.TempDir())
		k.saveLinks(t, "a")
		path := filepath.Join(disk, "all.foyer-backup")
		if _, err := k.Backup(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		older, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		ballast := fillDisk(t, disk)
		for what, do := range map[string]func() error{
			"backup": func() error { _, err := k.Backup(t.Context(), path); return err },
			"export": func() error { return k.Export(t.Context(), filepath.Join(disk, "all.json")) },
			"report": func() error { return k.saveText(filepath.Join(disk, "report.md"), strings.Repeat("x", 10000)) },
		} {
			if e, ok := errors.AsType[*fault.Error](do()); !ok || e.Code != store.CodeFull {
				t.Errorf("%s: %v", what, e)
			}
		}
		if left, _ := filepath.Glob(filepath.Join(disk, "*")); len(left) != 2 {
			t.Errorf("left %q", left)
		}
		if now, err := os.ReadFile(path); err != nil || string(now) != string(older) {
			t.Errorf("the older backup is %d bytes, was %d, %v", len(now), len(older), err)
		}
		if err := os.Remove(ballast); err != nil {
			t.Fatal(err)
		}
	})
}

// fillDisk takes all room, and returns what takes it.
func fillDisk(t *testing.T, disk string) string {
	t.Helper()
	ballast := filepath.Join(disk, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 4<<20), 0o600); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk has room: %v", err)
	}
	return ballast
}

func TestAProfileOnAFullDiskRestoresNothingAndLosesNothing(t *testing.T) {
	onSmallDisk(t, "2048", func(disk string) {
		path := filepath.Join(disk, "all.foyer-backup")
		on := keeperIn(t, filepath.Join(disk, "profile"))
		on.saveLinks(t, "x", "y")
		if _, err := on.Backup(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		open, err := store.Open(t.Context(), on.dirs.Database(), on.now) // as an agent has it
		if err != nil {
			t.Fatal(err)
		}
		ballast := fillDisk(t, disk)
		elsewhere := t.TempDir() // a full disk is a reason to back up to another one
		if info, err := on.Backup(t.Context(), filepath.Join(elsewhere, "all.foyer-backup")); err != nil || info.Holdings.Links != 2 {
			t.Errorf("backing up elsewhere: %+v, %v", info, err)
		}
		if left, _ := filepath.Glob(filepath.Join(elsewhere, "*")); len(left) != 1 {
			t.Errorf("left %q", left)
		}
		if err := open.Close(); err != nil {
			t.Error(err)
		}
		_, err = on.PrepareRestore(t.Context(), path)
		if e, ok := errors.AsType[*fault.Error](err); !ok || e.Code != store.CodeFull {
			t.Errorf("restoring: %v", err)
		}
		if news := on.finishRestore(context.WithoutCancel(t.Context())); news != nil || on.ending() != endForGood {
			t.Errorf("it was restored all the same: %+v", news)
		}
		if err := os.Remove(ballast); err != nil {
			t.Fatal(err)
		}
		state, err := on.DataState(t.Context())
		if err != nil || state.Holdings != (agent.Holdings{Links: 2}) {
			t.Errorf("there is %+v, %v", state.Holdings, err)
		}
	})
}
