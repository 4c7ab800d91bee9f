package profile

import "path/filepath"

// LocateDemo returns the folders of the demo office that belongs to the profile in the folder override,
// or to the user's own profile when override is "". It shares nothing with that profile but the folder
// for data that it lies in.
func LocateDemo(override string) (Dirs, error) {
	dirs, err := Locate(override)
	if err != nil {
		return dirs, err
	}
	return Locate(demoFolder(dirs))
}

// demoFolder is the folder of a profile's demo office.
func demoFolder(d Dirs) string { return filepath.Join(d.Data, "demo") }
