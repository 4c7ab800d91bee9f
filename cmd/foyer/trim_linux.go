package main

import (
	"bufio"
	"os"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// dropCode tells the kernel that the pages of the program's file are not needed at the moment. They
// stay in the file cache as long as nobody else wants the memory.
func dropCode() {
	self, err := os.Executable()
	if err != nil {
		return
	}
	maps, err := os.Open("/proc/self/maps")
	if err != nil {
		return
	}
	defer maps.Close()
	for lines := bufio.NewScanner(maps); lines.Scan(); {
		if from, to, ok := readOnly(lines.Text(), self); ok {
			// That it could not be done costs some memory and nothing else.
			_, _, _ = unix.Syscall(unix.SYS_MADVISE, from, to-from, unix.MADV_DONTNEED)
		}
	}
}

// readOnly returns where a line of /proc/self/maps says that a part of the file lies which nobody can
// have written to.
func readOnly(line, file string) (from, to uintptr, ok bool) {
	fields := strings.Fields(line)
	if len(fields) < 6 || strings.Join(fields[5:], " ") != file || len(fields[1]) != 4 || fields[1][1] != '-' {
		return 0, 0, false
	}
	begin, end, found := strings.Cut(fields[0], "-")
	a, errA := strconv.ParseUint(begin, 16, 64)
	b, errB := strconv.ParseUint(end, 16, 64)
	return uintptr(a), uintptr(b), found && errA == nil && errB == nil && a < b
}
