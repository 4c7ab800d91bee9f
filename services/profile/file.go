package profile

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"
	"sync"
	"time"

	"foyer/services/fault"
	"foyer/services/link"
	"foyer/services/message"
)

// File is a settings file in use. Its methods may be called from several goroutines at once, and
// other processes may change the file at the same time: Set loses nobody's change, and Reload
// finds it.
type File struct {
	path string

	mu       sync.Mutex
	doc      document
	seen     fs.FileInfo // the file as it was read; nil when there was none
	warnings []Warning   // about the file itself; those about values are in doc
	released time.Time   // when this process changed the file last
}

// Open reads the settings at path; a missing file means that everything has its default, and is
// written with the first Set. A file that is no TOML is renamed to settings.toml.broken-TIME and
// reported in Warnings.
func Open(path string) (*File, error) {
	const op = "reading the settings"
	f := &File{path: path}
	f.doc, _ = parse(nil)
	d, info, err := read(path)
	if isBroken(err) {
		err = locked(path, func() error {
			// Another process may have set it aside while we waited.
			if d, info, err = read(path); isBroken(err) {
				return f.setAside(err)
			}
			return err
		})
	}
	if err != nil {
		return nil, &fault.Error{Op: op, Service: service, Code: codeOf(err), Err: err}
	}
	if d.tree != nil {
		f.doc, f.seen = d, info
	}
	return f, nil
}

// Values returns all settings as they were last read.
func (f *File) Values() Settings {
	f.mu.Lock()
	defer f.mu.Unlock()
	s := settings(f.doc.values)
	s.addServices(f.doc)
	s.Templates, s.MessageTemplates = slices.Clone(f.doc.links), slices.Clone(f.doc.messages)
	return s
}

// Templates returns the user's own templates for the texts of links.
func (f *File) Templates() []link.Template { return f.Values().Templates }

// MessageTemplates returns the user's own templates for messages.
func (f *File) MessageTemplates() []message.Template { return f.Values().MessageTemplates }

// Warnings tells what was wrong with the file and with values in it; nil when nothing was.
func (f *File) Warnings() []Warning {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Concat(f.warnings, f.doc.warnings)
}

// Keys describes all settings, and those of further services and of dialects that the file holds.
func (f *File) Keys() []Key {
	f.mu.Lock()
	defer f.mu.Unlock()
	keys := Keys()
	for _, kind := range []string{KindMessenger, KindHuawei} {
		for _, id := range ids(f.doc.tree, kind) {
			if id != kind {
				keys = append(keys, serviceKeys(id)...)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(f.doc.values)) {
		if isDialect(name) {
			keys = append(keys, dialectKey(name))
		}
	}
	return keys
}

// Get returns the value of the setting with that name, as a line of text.
func (f *File) Get(key string) (string, error) {
	k, ok := keyNamed(key)
	if !ok {
		return "", unknown("reading a setting", key)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if value, ok := f.doc.values[key]; ok {
		return value, nil
	}
	return k.Default, nil // of a service that there is not
}

// Set checks the value and writes it to the file, keeping everything else in it. When the value
// cannot be written, Set says so and it still holds until Foyer ends.
func (f *File) Set(key, value string) error {
	const op = "writing a setting"
	k, ok := keyNamed(key)
	if !ok {
		return unknown(op, key)
	}
	read, ok := k.read(value)
	if !ok {
		return k.refuse(op, value)
	}
	return f.change(op, func(d document) (document, error) { return d.with(k, read) })
}

func unknown(op, key string) error {
	return &fault.Error{Op: op, Service: service, Kind: fault.Invalid, Code: CodeUnknownKey, Words: key}
}

// Reload reads the file again if it changed since, and tells whether it had. A file that is broken
// now is left alone, because its user may be in the middle of editing it: the last good values stay.
func (f *File) Reload() (changed bool, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	info, err := os.Stat(f.path)
	if err == nil && same(info, f.seen) || errors.Is(err, fs.ErrNotExist) && f.seen == nil {
		return false, nil
	}
	d, info, err := read(f.path)
	if err != nil {
		return false, &fault.Error{Op: "reading the settings again", Service: service, Code: codeOf(err), Err: err}
	}
	f.doc, f.seen, f.warnings = d, info, nil
	return true, nil
}

// same tells whether two looks at the file saw the same content: every change by us is a new file,
// and editors change the time or the size.
func same(a, b fs.FileInfo) bool {
	return a != nil && b != nil && os.SameFile(a, b) && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime())
}

// change edits the file as it is now, under the lock that all Foyers of this profile share.
func (f *File) change(op string, edit func(document) (document, error)) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if soon := courtesy - time.Since(f.released); soon > 0 {
		<-time.After(soon)
	}
	defer func() { f.released = time.Now() }()
	err := locked(f.path, func() error {
		d, info, err := read(f.path)
		if isBroken(err) {
			d, err = f.doc, f.setAside(err)
			info = nil
		}
		if err != nil {
			return err
		}
		if info == nil && len(d.text) == 0 {
			if d, err = parse(initial()); err != nil {
				return err
			}
		}
		edited, err := edit(d)
		if err != nil {
			return err
		}
		if err := replace(f.path, edited.text); err != nil {
			return err
		}
		info, err = os.Stat(f.path)
		f.doc, f.seen = edited, info
		return err
	})
	if err == nil {
		return nil
	}
	f.keepInMemory(edit)
	return &fault.Error{Op: op, Service: service, Code: codeOf(err), Err: err}
}

// keepInMemory lets a setting hold although it could not be written.
func (f *File) keepInMemory(edit func(document) (document, error)) {
	if edited, err := edit(f.doc); err == nil {
		f.doc = edited
	}
}
