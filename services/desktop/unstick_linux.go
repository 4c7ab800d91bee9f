package desktop

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// boardPrograms are the programs that atotto/clipboard starts for reading.
var boardPrograms = map[string]bool{"xclip": true, "xsel": true, "wl-paste": true}

// unstick ends clipboard programs that wait for an owner who will never answer: the library
// that starts them keeps no handle. Only children of this very process are looked at, and only while
// an access of its own is overdue.
func (n *unixNative) unstick() {
	lists, err := filepath.Glob("/proc/self/task/*/children")
	if err != nil {
		return
	}
	for _, list := range lists {
		content, err := os.ReadFile(list)
		if err != nil {
			continue
		}
		for _, field := range strings.Fields(string(content)) {
			pid, err := strconv.Atoi(field)
			if err != nil || !boardPrograms[programName(pid)] {
				continue
			}
			n.log.Warn("ending a clipboard program that does not answer", "pid", pid)
			if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
				n.log.Warn("ending it failed", "pid", pid, "error", err)
			}
		}
	}
}

func programName(pid int) string {
	name, err := os.ReadFile(fmt.Sprintf("/proc/%d/comm", pid))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(name))
}
