package session

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// PSS returns a process's proportional set size in bytes: its own memory, and its share of what
// it shares with others.
func PSS(pid int) (int64, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return 0, fmt.Errorf("measuring memory: %w", err)
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		rest, ok := strings.CutPrefix(lines.Text(), "Pss:")
		if !ok {
			continue
		}
		kib, err := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 10, 64)
		if err != nil {
			return 0, fmt.Errorf("measuring memory: %w", err)
		}
		return kib * 1024, nil
	}
	return 0, fmt.Errorf("measuring memory: process %d has no Pss", pid)
}

// Ticks returns the processor time that a process has used, in clock ticks of 10 ms.
func Ticks(pid int) (int64, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, fmt.Errorf("measuring processor time: %w", err)
	}
	// The program's name, in parentheses, may hold blanks; the fields are counted from its end.
	end := bytes.LastIndexByte(data, ')')
	fields := strings.Fields(string(data[end+1:]))
	if end < 0 || len(fields) < 13 {
		return 0, fmt.Errorf("measuring processor time: unreadable %q", data)
	}
	var sum int64
	for _, field := range fields[11:13] { // utime and stime
		n, err := strconv.ParseInt(field, 10, 64)
		if err != nil {
			return 0, fmt.Errorf("measuring processor time: %w", err)
		}
		sum += n
	}
	return sum, nil
}
