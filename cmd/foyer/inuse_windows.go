package main

import (
	"errors"

	"golang.org/x/sys/windows"
)

// inUse says that a file cannot be removed as long as another process has it open.
func inUse(err error) bool { return errors.Is(err, windows.ERROR_SHARING_VIOLATION) }
