package settings

import (
	"context"
	"time"

	"foyer/services/agent"
)

// LogIn is what the desktop does with Foyer when somebody logs in. Errors are *fault.Error.
type LogIn interface {
	State(ctx context.Context) (LogInState, error)
	// Set starts Foyer then or not; shown opens its window, too.
	Set(ctx context.Context, on, shown bool) error
}

// LogInState is what will happen.
type LogInState struct {
	On, Shown bool
	// Stale is the program that would be started in place of this one; "" when all is well.
	Stale string
}

// Surroundings is what the desktop gives to Foyer. Neither call takes longer than a second.
type Surroundings interface {
	// Held says what became of the shortcut and of watching the clipboard, each nil as long as nobody has
	// asked the desktop. Errors are *fault.Error.
	Held(ctx context.Context) (*agent.ShortcutState, *agent.WatchingState, error)
	// Notifications says whether this desktop shows notifications.
	Notifications(ctx context.Context) Notifications
}

// Notifications is what a desktop does with notifications.
type Notifications struct {
	// Shown says that it shows them; Unknown, that it could not be found out.
	Shown, Unknown bool
	// Advice is a stable code whose sentence is the translation "advice.<code>"; "" when all is well.
	Advice string
}

// Certificates reads what is in files of certificates. Errors are *fault.Error.
type Certificates interface {
	// Authorities are the certificates in a file of authorities; one at least.
	Authorities(ctx context.Context, file string) ([]Certificate, error)
	// Identity is the client certificate in a file, whose key is in keyFile, or beside it for "".
	Identity(ctx context.Context, file, keyFile string) (Certificate, error)
}

// Certificate is one, by whose it is and until when it holds.
type Certificate struct {
	Name  string
	Until time.Time
}

// About is what there is to know of the program itself.
type About struct {
	Version string
	// Parts are the modules of others that it is made of, each with its version.
	Parts []string
}
