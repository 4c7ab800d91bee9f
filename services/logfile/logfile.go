// Package logfile keeps what the programs say of themselves on the disk: the log, which never grows
// beyond some megabytes, and the last words of a program that crashed. It knows nothing of what is
// written.
package logfile

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	lumberjack "gopkg.in/natefinch/lumberjack.v2"
)

const (
	// megabytes is the size at which a log is put aside; older is how many of those are kept.
	megabytes = 1
	older     = 2
)

// Open returns the log at path, which is created with the first line, for its user only. A log that
// grows beyond a megabyte goes on in a new file; the two before it are kept beside it, with the time in
// their names. It may be written from several goroutines, and a failure to write is no reason to stop
// working: a later line tries again.
func Open(path string) io.WriteCloser {
	return &lumberjack.Logger{Filename: path, MaxSize: megabytes, MaxBackups: older}
}

// Parts returns the files of the log at path that are there: those that were put aside, the oldest first,
// and then the one in use.
func Parts(path string) []string {
	dir, name := filepath.Split(path)
	entries, _ := os.ReadDir(filepath.Clean(dir)) // without a folder there are none
	extension := filepath.Ext(name)
	aside := strings.TrimSuffix(name, extension) + "-20[0-9][0-9]-*" + extension
	var all []string
	used := false
	for _, e := range entries {
		if is, _ := filepath.Match(aside, e.Name()); is {
			all = append(all, dir+e.Name())
		}
		used = used || e.Name() == name
	}
	slices.Sort(all)
	if used {
		all = append(all, path)
	}
	return all
}
