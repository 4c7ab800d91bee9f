package demo

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"

	"foyer/services/fault"
)

// SetAside returns where a state file was put that could not be read, or "".
func (o *Office) SetAside() string {
	if o.file == nil {
		return ""
	}
	return o.file.setAside
}

// open reads the state in dir and keeps it there from now on.
func (o *Office) open(dir string) error {
	f := &stateFile{
		path:  filepath.Join(dir, stateName),
		dirty: make(chan struct{}, 1),
		stop:  make(chan struct{}),
		done:  make(chan struct{}),
	}
	failed := func(code string, err error) error {
		return &fault.Error{Op: "opening " + dir, Service: serviceName, Kind: fault.Other, Code: code, Err: err}
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return failed("", err)
	}
	f.lock = flock.New(filepath.Join(dir, "demo.lock"), flock.SetPermissions(0o600))
	if held, err := f.lock.TryLock(); err != nil || !held {
		return failed(CodeBusy, err)
	}
	if err := o.load(f); err != nil {
		return failed("", errors.Join(err, f.lock.Close()))
	}
	o.file = f
	go o.keep()
	return nil
}

// load reads the file. One that is broken, or from a newer office, is set aside.
func (o *Office) load(f *stateFile) error {
	left, err := filepath.Glob(f.path + ".new-*") // of a process that was killed
	for _, name := range left {
		err = errors.Join(err, os.Remove(name))
	}
	if err != nil {
		return err
	}
	data, err := os.ReadFile(f.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var s state
	if err := json.Unmarshal(data, &s); err == nil && s.Version == stateVersion {
		o.state = s
		return nil
	}
	f.setAside = f.path + ".broken-" + o.now().UTC().Format("20060102T150405.000Z")
	o.log.Warn("demo data set aside", "path", f.setAside)
	return os.Rename(f.path, f.setAside)
}
