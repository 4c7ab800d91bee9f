//go:build !windows

package main

// inUse is about Windows: here open files can be removed.
func inUse(error) bool { return false }
