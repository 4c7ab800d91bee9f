package session

import (
	"os/exec"
	"syscall"
)

// dieWithParent makes the kernel end the process when the test that started it is gone.
func dieWithParent(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
