package profile

import (
	"errors"
	"io/fs"
	"os"

	"foyer/services/fault"
)

// Exchange puts the settings file with in the place of the one at path, and keeps what was there under the
// name keep, unless something is kept there already. It changes nothing when with is no settings file, and
// does nothing when there is no such file. The file with stays.
func Exchange(path, with, keep string) error {
	d, info, err := read(with)
	if err == nil && info == nil {
		return nil
	}
	if err == nil {
		err = locked(path, func() error {
			if err := keepFile(path, keep); err != nil {
				return err
			}
			return replace(path, d.text)
		})
	}
	if err != nil {
		return &fault.Error{Op: "replacing the settings", Service: service, Code: codeOf(err), Err: err}
	}
	return nil
}

func keepFile(path, keep string) error {
	if _, err := os.Lstat(keep); err == nil {
		return nil
	}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return replace(keep, text)
}
