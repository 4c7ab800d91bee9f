//go:build !windows

package profile

import "github.com/google/renameio/v2"

// replace writes the whole file or nothing: beside, synced, renamed.
func replace(path string, text []byte) error {
	return renameio.WriteFile(target(path), text, 0o600, renameio.WithExistingPermissions())
}
