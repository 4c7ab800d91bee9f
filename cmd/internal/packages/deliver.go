package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
)

// deliver copies the finished packages and their check sums to where they belong.
func deliver(from, to string, names []string) error {
	var sums bytes.Buffer
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			return fmt.Errorf("reading a package: %w", err)
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(data), name)
		if err := os.WriteFile(filepath.Join(to, name), data, 0o644); err != nil {
			return fmt.Errorf("writing a package: %w", err)
		}
		fmt.Printf("%6.1f MB  %s\n", float64(len(data))/1e6, filepath.Join(to, name))
	}
	if err := os.WriteFile(filepath.Join(to, "SHA256SUMS"), sums.Bytes(), 0o644); err != nil {
		return fmt.Errorf("writing the check sums: %w", err)
	}
	return nil
}
