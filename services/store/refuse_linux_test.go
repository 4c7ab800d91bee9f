package store

import (
	"os"
	"runtime"
	"syscall"
	"testing"
	"time"

	"foyer/services/fault"
)

// asNobody runs f with the file permissions of a user who owns nothing here, also when the tests
// run as root, whom no permission stops.
func asNobody(t *testing.T, f func()) {
	t.Helper()
	if os.Getuid() != 0 {
		f()
		return
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := syscall.Setfsuid(65534); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := syscall.Setfsuid(0); err != nil {
			t.Fatal(err)
		}
	}()
	f()
}

func TestNoPermissionIsSaidInsteadOfUnableToOpen(t *testing.T) {
	path := filled(t, 1)
	for _, file := range []string{path, path + ".lock"} {
		if err := os.Chmod(file, 0o400); err != nil {
			t.Fatal(err)
		}
	}
	asNobody(t, func() {
		_, err := Open(t.Context(), path, time.Now)
		wantFault(t, err, fault.Other, CodePermission)
	})
}

func TestReadOnlyDiskIsSaid(t *testing.T) {
	wantFault(t, classify("opening", &os.PathError{Op: "open", Path: "foyer.db", Err: syscall.EROFS}), fault.Other, CodeReadOnly)
	wantFault(t, classify("opening", &os.PathError{Op: "open", Path: "foyer.db", Err: syscall.ENOSPC}), fault.Other, CodeFull)
	s := reopened(t, filled(t, 1), newClock())
	// What SQLite says on such a disk, said by a connection that may not write.
	_, err := s.reader.ExecContext(t.Context(), "DELETE FROM links")
	wantFault(t, classify("deleting", err), fault.Other, CodeReadOnly)
}
