//go:build !windows

package secrets

import (
	"io/fs"
	"os"
	"syscall"
)

// isPrivate reports whether the file is the user's, and closed to all others.
func isPrivate(info fs.FileInfo) bool {
	s, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(s.Uid) == os.Getuid() && info.Mode().Perm()&0o077 == 0
}
