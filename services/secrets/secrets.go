// Package secrets keeps tokens and passwords: in the keyring of the operating system, else where a
// person chose after being told: in memory until Foyer ends, or in a file of the user's own. What
// the environment says wins over all of them. It never writes a secret into an error, and asks no
// service whether a secret is right.
package secrets

import (
	"context"
	"errors"
	"strings"
	"sync"
	"time"

	"foyer/services/fault"
)

// Keeping is where a secret is kept.
type Keeping string

// The places.
const (
	// Nowhere: there is no such secret.
	Nowhere Keeping = ""
	// InKeyring: in the keyring of the operating system.
	InKeyring Keeping = "keyring"
	// InSession: in this process, until it ends.
	InSession Keeping = "session"
	// InFile: in a file that only the user can read.
	InFile Keeping = "file"
	// InEnvironment: in an environment variable. It cannot be changed here.
	InEnvironment Keeping = "environment"
)

// State is what can be said of a secret without telling it.
type State struct {
	Kept Keeping
	// Keyring says whether this computer has a keyring that answers, be it locked.
	Keyring bool
	// Code says why there is no keyring, that it is locked, or what is wrong with the secret's file:
	// one of the codes, "" when nothing is wrong. Words are the same in English, for logs.
	Code, Words string
}

// Config says whose secrets a Keeper keeps.
type Config struct {
	// Service is the name of the entries in the keyring; "" is "Foyer".
	Service string
	// Tag tells the entries of this profile from those of others; "" for the user's own profile.
	Tag string
	// Dir is the folder for secrets in files. It is made when the first one is written.
	Dir string
	// Variable names the environment variable that wins over the secret of a name, "" for none; nil is none for
	// all. It may be asked at any time, from any goroutine.
	Variable func(name string) string
	// Getenv reads the environment; nil takes none.
	Getenv func(string) string
	// Limit is how long a keyring may take; 0 is 3 seconds.
	Limit time.Duration
	// Now is the clock; nil is the system's.
	Now func() time.Time
}

// Keeper keeps secrets, each under a name of small letters, digits and dashes. Its methods may be
// called from several goroutines at once, but never from one that a window waits for: a keyring may
// take its Limit. Errors are *fault.Error whose Kind is NotConfigured, Invalid, Unreachable, Other
// or Cancelled.
type Keeper struct {
	config Config
	ring   *ring

	mu      sync.Mutex
	session map[string]string
	recent  map[string]fresh
	changes map[string]int // how often each was set or removed
}

// fresh is a secret that was read a moment ago.
type fresh struct {
	value string
	until time.Time
}

// freshness is how long a secret that was read is not read again: sending many messages must not
// ask the keyring for each.
const freshness = time.Minute

// defaultLimit is longer than a keyring needs that can answer at all.
const defaultLimit = 3 * time.Second

// New returns a Keeper. It reads nothing yet.
func New(c Config) *Keeper { return newKeeper(c, systemRing{}) }

func newKeeper(c Config, r keyring) *Keeper {
	if c.Service == "" {
		c.Service = "Foyer"
	}
	if c.Limit == 0 {
		c.Limit = defaultLimit
	}
	if c.Variable == nil {
		c.Variable = func(string) string { return "" }
	}
	if c.Getenv == nil {
		c.Getenv = func(string) string { return "" }
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	return &Keeper{
		config: c, ring: newRing(r, c.Service, c.Tag, c.Limit),
		session: map[string]string{}, recent: map[string]fresh{}, changes: map[string]int{},
	}
}

// Get returns a secret. Without one the Code is CodeNone. Its Kind is never Other, so that nobody takes
// the failure for one that happened on the way to a service. A locked keyring asks its user to unlock
// it, once: who declined is not asked again until Set or Remove.
func (k *Keeper) Get(ctx context.Context, name string) (string, error) {
	const op = "reading a secret"
	if err := checkName(op, name); err != nil {
		return "", err
	}
	if value := k.environment(name); value != "" {
		return value, checkValue(op, fault.NotConfigured, value)
	}
	value, changes := k.remembered(name)
	if value != "" {
		return value, nil
	}
	value, err := readFile(op, k.path(name))
	if codeOf(err) == CodeNone {
		value, err = k.ring.get(ctx, op, name)
	}
	if err != nil {
		return "", err
	}
	k.remember(name, value, changes)
	return value, nil
}

// Set keeps a secret in one place, and removes it from all others. Blanks around it are cut. A
// secret that the environment gives cannot be set: CodeEnvironment. What is no secret, such as text
// of several lines, is refused with CodeUnusable.
func (k *Keeper) Set(ctx context.Context, name, value string, keep Keeping) error {
	const op = "keeping a secret"
	value = strings.TrimSpace(value)
	if err := k.checkChange(op, name); err != nil {
		return err
	}
	if err := checkValue(op, fault.Invalid, value); err != nil {
		return err
	}
	defer k.forget(name)
	var err error
	switch keep {
	case InKeyring:
		err = k.ring.set(ctx, op, name, value)
	case InFile:
		err = writeFile(op, k.path(name), value)
	case InSession:
	default:
		err = failure(op, fault.Invalid, CodeNoPlace, string(keep), nil)
	}
	if err != nil {
		return err
	}
	k.keepInSession(name, value, keep == InSession)
	return k.removeElsewhere(ctx, op, name, keep)
}

// Remove removes a secret from every place. That there is none is no error; a secret that the
// environment gives cannot be removed: CodeEnvironment.
func (k *Keeper) Remove(ctx context.Context, name string) error {
	const op = "removing a secret"
	if err := k.checkChange(op, name); err != nil {
		return err
	}
	defer k.forget(name)
	k.keepInSession(name, "", false)
	return k.removeElsewhere(ctx, op, name, Nowhere)
}

// removeElsewhere removes a secret from the places that outlive the process, but for one. A keyring
// that is missing has nothing to remove, and what a silent one has is read after all other places,
// so its silence matters only when everything is to go.
func (k *Keeper) removeElsewhere(ctx context.Context, op, name string, except Keeping) error {
	if except != InFile {
		if err := removeFile(op, k.path(name)); err != nil {
			return err
		}
	}
	if except == InKeyring {
		return nil
	}
	err := k.ring.remove(ctx, op, name)
	if fault.KindOf(err) == fault.NotConfigured || except != Nowhere && fault.KindOf(err) == fault.Unreachable {
		return nil
	}
	return err
}

// State says where a secret is and whether there is a keyring. It prompts for nothing. Its only
// error is a bad name or an ended ctx.
func (k *Keeper) State(ctx context.Context, name string) (State, error) {
	const op = "looking for a secret"
	if err := checkName(op, name); err != nil {
		return State{}, err
	}
	found, err := k.ring.look(ctx, op, name)
	if fault.KindOf(err) == fault.Cancelled {
		return State{}, err
	}
	s := State{Keyring: err == nil}
	s.say(err)
	if found.locked {
		s.Code, s.Words = CodeLocked, sayings[CodeLocked]
	}
	_, errFile := readFile(op, k.path(name))
	switch {
	case k.environment(name) != "":
		return State{Kept: InEnvironment, Keyring: s.Keyring}, nil
	case k.isInSession(name):
		s.Kept = InSession
	case codeOf(errFile) != CodeNone:
		s.Kept = InFile
		s.say(errFile)
	case found.found:
		s.Kept = InKeyring
	}
	return s, nil
}

func (s *State) say(err error) {
	if e, ok := errors.AsType[*fault.Error](err); ok {
		s.Code, s.Words = e.Code, sayings[e.Code]
	}
}

// Close waits until no keyring is being asked any more, for as long as ctx allows. A keyring that
// waits for its user cannot be told that nobody wants to know any more.
func (k *Keeper) Close(ctx context.Context) error { return k.ring.close(ctx) }
