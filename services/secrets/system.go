package secrets

import (
	"context"

	library "github.com/zalando/go-keyring"
)

// errNotFound is how the library says that there is no such entry.
var errNotFound = library.ErrNotFound

// systemRing is the keyring of the operating system.
type systemRing struct{}

var _ keyring = systemRing{}

// Get implements keyring.
func (systemRing) Get(service, user string) (string, error) { return library.Get(service, user) }

// Set implements keyring.
func (systemRing) Set(service, user, value string) error { return library.Set(service, user, value) }

// Delete implements keyring.
func (systemRing) Delete(service, user string) error { return library.Delete(service, user) }

// Look implements keyring.
func (systemRing) Look(ctx context.Context, op, service, user string) (presence, error) {
	return look(ctx, op, service, user)
}
