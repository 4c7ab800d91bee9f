package demo

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// replace writes the whole file or nothing: beside, synced, renamed.
func replace(path string, data []byte) error {
	file, err := os.CreateTemp(filepath.Dir(path), stateName+".new-*")
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	err = errors.Join(err, file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("keeping the old file: %w", errors.Join(err, os.Remove(file.Name())))
	}
	return nil
}
