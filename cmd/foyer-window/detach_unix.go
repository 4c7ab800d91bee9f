//go:build !windows

package main

import (
	"os/exec"
	"syscall"
)

// detach lets a program go on when this one or its terminal ends.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
