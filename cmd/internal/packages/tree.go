package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"
)

// tree is files by their paths, with slashes, below the folder that they are installed in.
type tree map[string]file

// file is one file of a package. Programs are executable, everything else is not.
type file struct {
	data    []byte
	program bool
}

func (f file) mode() fs.FileMode {
	if f.program {
		return 0o755
	}
	return 0o644
}

// add adds a file that is no program.
func (t tree) add(name string, data []byte) { t[name] = file{data: data} }

// paths returns the names of all files, in order.
func (t tree) paths() []string { return slices.Sorted(maps.Keys(t)) }

// folders returns all folders that the files lie in, parents first, without the root.
func (t tree) folders() []string {
	all := map[string]bool{}
	for name := range t {
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			all[dir] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// under returns the tree below a folder.
func (t tree) under(folder string) tree {
	moved := tree{}
	for name, f := range t {
		moved[path.Join(folder, name)] = f
	}
	return moved
}

// write writes the tree to the disk, all of it as old as the release.
func (t tree) write(root string, date time.Time) error {
	for _, name := range t.paths() {
		to := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return fmt.Errorf("laying out a package: %w", err)
		}
		if err := os.WriteFile(to, t[name].data, t[name].mode()); err != nil {
			return fmt.Errorf("laying out a package: %w", err)
		}
		// Not left to the umask of whoever makes the package.
		if err := errors.Join(os.Chmod(to, t[name].mode()), os.Chtimes(to, date, date)); err != nil {
			return fmt.Errorf("laying out a package: %w", err)
		}
	}
	for _, dir := range slices.Backward(t.folders()) {
		dir = filepath.Join(root, filepath.FromSlash(dir))
		if err := errors.Join(os.Chmod(dir, 0o755), os.Chtimes(dir, date, date)); err != nil {
			return fmt.Errorf("laying out a package: %w", err)
		}
	}
	return nil
}
