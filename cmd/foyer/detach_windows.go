package main

import (
	"os/exec"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

// detach lets a process outlive the console, and shows none for it.
func detach(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{CreationFlags: windows.DETACHED_PROCESS | windows.CREATE_NEW_PROCESS_GROUP, HideWindow: true}
}

// leaveConsole closes the console that Windows opened for this program alone, when it was started
// from the desktop. A console that a shell lives in stays.
func leaveConsole() {
	kernel := windows.NewLazySystemDLL("kernel32.dll")
	list, free := kernel.NewProc("GetConsoleProcessList"), kernel.NewProc("FreeConsole")
	if list.Find() != nil || free.Find() != nil {
		return
	}
	var ids [2]uint32
	n, _, _ := list.Call(uintptr(unsafe.Pointer(&ids[0])), uintptr(len(ids)))
	if n == 1 {
		_, _, _ = free.Call()
	}
}
