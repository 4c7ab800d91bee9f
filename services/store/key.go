package store

import (
	"errors"

	"foyer/services/link"
)

var errNoTarget = errors.New("the target leads nowhere")

// keyOf returns t's key, or errNoTarget for one without an address.
func keyOf(t link.Target) (string, error) {
	key := t.Key()
	switch t.Kind {
	case link.Space, link.Person, link.Meeting:
		if key != string(t.Kind)+":" {
			return key, nil
		}
	}
	return "", errNoTarget
}
