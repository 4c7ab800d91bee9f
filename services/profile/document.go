package profile

import (
	"bytes"
	"errors"

	"github.com/BurntSushi/toml"

	"foyer/services/link"
	"foyer/services/message"
)

// Warning is something in the settings file that a person should know about.
type Warning struct {
	// Code is CodeBroken, or what is wrong with a value, such as CodeBadNumber.
	Code string
	// Key is the setting, and Value what the file says, where it is about a value.
	Key, Value string
	// Allowed is what the setting takes, as in fault.Error.
	Allowed []string
	// Path is where a broken file was put.
	Path string
	// Err is the cause, if there is one.
	Err error
}

// document is the text of a settings file and what it means.
type document struct {
	text     []byte
	tree     map[string]any
	values   map[string]string
	links    []link.Template
	messages []message.Template
	warnings []Warning
}

// sizeLimit is far beyond any settings file.
const sizeLimit = 1 << 20

var errTooLarge = errors.New("larger than a settings file can be")

// parse reads a settings file. Values that a setting cannot have are reported, and the default
// stands in for them; unknown keys are none of our business.
func parse(text []byte) (document, error) {
	// Windows editors like to begin with a byte order mark.
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if len(text) > sizeLimit {
		return document{}, errTooLarge
	}
	d := document{text: text, values: map[string]string{}}
	if err := toml.Unmarshal(text, &d.tree); err != nil {
		return document{}, err
	}
	for _, k := range Keys() {
		d.readKey(k)
	}
	for _, kind := range []string{KindMessenger, KindHuawei} {
		for _, id := range ids(d.tree, kind) {
			if id == kind {
				continue
			}
			for _, k := range serviceKeys(id) {
				d.readKey(k)
			}
		}
	}
	d.readDialects()
	d.links = readTemplates(&d, linkTemplates())
	d.messages = readTemplates(&d, messageTemplates())
	return d, nil
}

// readKey takes over what the file says about one setting.
func (d *document) readKey(k Key) {
	d.values[k.Name] = k.Default
	raw, there := lookup(d.tree, k.path())
	if !there {
		return
	}
	value, ok := k.fromFile(raw)
	if !ok {
		d.warnings = append(d.warnings, k.warn(raw))
		return
	}
	d.values[k.Name] = value
}

func lookup(tree map[string]any, path []string) (any, bool) {
	for _, name := range path[:len(path)-1] {
		table, ok := tree[name].(map[string]any)
		if !ok {
			return nil, false
		}
		tree = table
	}
	v, ok := tree[path[len(path)-1]]
	return v, ok
}
