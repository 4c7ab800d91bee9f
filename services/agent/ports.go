package agent

import (
	"context"

	"foyer/services/link"
)

// Links keeps the saved links. Every process has its own; the agent's is told of others' changes
// by LinksChanged.
type Links interface {
	// SaveLink saves a target, or merges it into the saved link with the same key. isNew reports
	// whether it was in no list before.
	SaveLink(ctx context.Context, t link.Target, source string) (saved link.Saved, isNew bool, err error)
	// Link returns one saved link.
	Link(ctx context.Context, ref int64) (link.Saved, error)
	// UseLink notes that a link was copied or opened now.
	UseLink(ctx context.Context, ref int64) error
	// DeleteLink takes a link off the list.
	DeleteLink(ctx context.Context, ref int64) error
}

// Clipboard reads and writes the desktop's clipboard. Both may take their time; they give up by
// themselves or with ctx.
type Clipboard interface {
	Read(ctx context.Context) (string, error)
	Write(ctx context.Context, clip Clip) (Copied, error)
}

// Window starts the window program.
type Window interface {
	// Start starts it at a page and returns when the process runs.
	Start(ctx context.Context, page string) error
	// Alive reports whether a process that was started runs.
	Alive() bool
	// Wait returns when no started process runs any more, and ends those that do when ctx does.
	Wait(ctx context.Context)
}

// Preferences are the settings that the agent asks for whenever it needs them.
type Preferences interface {
	// Format is how links are copied.
	Format() link.Format
	// Templates are the user's labels; the first is the default.
	Templates() []link.Template
}
