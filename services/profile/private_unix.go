//go:build !windows

package profile

import (
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// private makes dir, or checks the one that is there: it must be a real folder, the user's own,
// and closed to others. Anybody can create a folder in /tmp under our name before us.
func private(dir string) error {
	if err := os.Mkdir(dir, 0o700); err != nil && !os.IsExist(err) {
		return err
	}
	info, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		// A user may keep own folders elsewhere; the link counts as what it leads to if it is theirs.
		if owner(info) != os.Getuid() {
			return &strangerError{dir}
		}
		if info, err = os.Stat(dir); err != nil {
			return err
		}
	}
	switch {
	case !info.IsDir():
		return &fs.PathError{Op: "mkdir", Path: dir, Err: syscall.ENOTDIR}
	case owner(info) != os.Getuid():
		return &strangerError{dir}
	case info.Mode().Perm()&0o077 != 0:
		if err := os.Chmod(dir, 0o700); err != nil {
			return fmt.Errorf("closing the folder to others: %w", err)
		}
	}
	return nil
}

func owner(info fs.FileInfo) int {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return int(s.Uid)
	}
	return -1
}
