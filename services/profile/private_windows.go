package profile

import "os"

// private makes dir. Folders below the user's profile inherit permissions for that user alone.
func private(dir string) error { return os.MkdirAll(dir, 0o700) }
