package profile

import (
	"errors"
	"slices"
	"strings"

	"github.com/creachadair/tomledit"
	"github.com/creachadair/tomledit/parser"

	"foyer/services/fault"
)

// AddService adds a service of a kind under a name, and returns its ID: the lowest number that is free and
// for which taken is false, since there may still be messages for one that was removed. A first service
// with nothing set counts as free. Of the values, by the names of the first service's keys, all are written
// with it. The name must not be empty, nor another service's name or ID: CodeSameName.
func (f *File) AddService(kind, name string, values map[string]string, taken func(id string) bool) (string, error) {
	const op = "adding a service"
	name = strings.TrimSpace(name)
	if KindOf(kind) != kind || kind == "" {
		return "", unknown(op, kind)
	}
	all := map[string]string{kind + ".name": name}
	for key, value := range values {
		all[key] = value
	}
	for key, value := range all {
		k, ok := keyNamed(key)
		value, isFine := k.read(value)
		if !ok || !isFine || KindOf(strings.SplitN(key, ".", 2)[0]) != kind {
			return "", &fault.Error{Op: op, Service: service, Kind: fault.Invalid, Code: CodeBadValue, Words: key}
		}
		all[key] = value
	}
	var id string
	err := f.change(op, func(d document) (document, error) {
		if name == "" || nameTaken(d, name) {
			return d, errSameName
		}
		id = freeID(d, kind, taken)
		for _, k := range Keys() {
			value, ok := all[k.Name]
			if !ok {
				continue
			}
			k.Name = ServiceKey(id, k.Name)
			var err error
			if d, err = d.with(k, value); err != nil {
				return d, err
			}
		}
		return d, nil
	})
	return id, named(err, op, name)
}

// nameTaken reports whether a service has that name or ID.
func nameTaken(d document, name string) bool {
	s := Settings{}
	s.addServices(d)
	is := func(id, other string) bool { return strings.EqualFold(id, name) || strings.EqualFold(other, name) }
	return KindOf(strings.ToLower(name)) != "" || slices.ContainsFunc(s.Messengers, func(m Messenger) bool { return is(m.ID, m.Name) }) ||
		slices.ContainsFunc(s.Accounts, func(h Huawei) bool { return is(h.ID, h.Name) })
}

func freeID(d document, kind string, taken func(id string) bool) string {
	s := Settings{}
	s.addServices(d)
	blank := slices.ContainsFunc(s.Messengers, func(m Messenger) bool { return m.ID == kind && m.URL+m.Name == "" }) ||
		slices.ContainsFunc(s.Accounts, func(h Huawei) bool { return h.ID == kind && h.Account+h.AppID+h.Name == "" })
	there := ids(d.tree, kind)
	for n := 1; ; n++ {
		id := serviceID(kind, n)
		if (n > 1 || !blank) && slices.Contains(there, id) || taken != nil && taken(id) {
			continue
		}
		return id
	}
}

// RemoveService takes a service out of the file with everything that stands in its table, and with it out
// of use. It is CodeUnknownKey when there is none with that ID.
func (f *File) RemoveService(id string) error {
	const op = "removing a service"
	kind := KindOf(id)
	if kind == "" {
		return unknown(op, id)
	}
	return named(f.change(op, func(d document) (document, error) {
		if !slices.Contains(ids(d.tree, kind), id) {
			return d, errNoService
		}
		d, err := d.edited([]string{id}, true, func(doc *tomledit.Document) error {
			removeTable(doc, id)
			return nil
		})
		if err != nil {
			return d, err
		}
		for _, use := range []string{MessagesService, RoomsService, MeetingsService} {
			k, _ := keyNamed(use)
			if d.values[use] != id {
				continue
			}
			if d, err = d.with(k, ""); err != nil {
				return d, err
			}
		}
		return d, nil
	}), op, id)
}

var errNoService = errors.New("there is no such service")

// named makes the user's mistakes ones.
func named(err error, op, words string) error {
	switch {
	case errors.Is(err, errSameName):
		return &fault.Error{Op: op, Service: service, Kind: fault.Invalid, Code: CodeSameName, Words: words, Err: err}
	case errors.Is(err, errNoService):
		return unknown(op, words)
	}
	return err
}

// removeTable removes a table however it was written: under headings of its own, dotted or in one value.
func removeTable(doc *tomledit.Document, id string) {
	path := parser.Key{id}
	if doc.Global != nil {
		doc.Global.Items = slices.DeleteFunc(doc.Global.Items, func(item parser.Item) bool {
			kv, ok := item.(*parser.KeyValue)
			return ok && path.IsPrefixOf(kv.Name)
		})
	}
	doc.Sections = slices.DeleteFunc(doc.Sections, func(s *tomledit.Section) bool { return path.IsPrefixOf(s.TableName()) })
}
