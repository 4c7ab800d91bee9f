package desktop

import (
	"context"
	"log/slog"
	"strings"
	"sync"
	"time"

	"github.com/atotto/clipboard"

	"foyer/services/fault"
)

const (
	readLimit  = 2 * time.Second
	writeLimit = 3 * time.Second
	closeLimit = 2 * time.Second

	opRead  = "reading the clipboard"
	opWrite = "writing the clipboard"
)

// board is plain text in and out of the system clipboard. Its calls have no deadline of their own.
type board interface {
	read() (string, error)
	write(text string) error
}

// systemBoard is the clipboard that atotto/clipboard knows: xclip, xsel or wl-clipboard, or Windows.
type systemBoard struct{}

func (systemBoard) read() (string, error)   { return clipboard.ReadAll() }
func (systemBoard) write(text string) error { return clipboard.WriteAll(text) }

// native is what the platform adds to a board.
type native interface {
	// peek looks at the clipboard before the board reads it. It answers itself (done) when this
	// process owns the content, and fails when reading would hang or find no text.
	peek(ctx context.Context) (text string, done bool, err error)
	// offer puts a whole Clip on the clipboard. An error with Held.Note set asks for plain text instead.
	offer(ctx context.Context, clip Clip) (Held, error)
	// settle is called before the board writes; what it returns waits until the write has arrived.
	settle() (arrived func(ctx context.Context))
	// explain turns an error of the board into a *fault.Error.
	explain(op string, err error) error
	// unstick ends board programs that this process started and that never came back.
	unstick()
	// lost returns a channel that is closed once this process holds no clipboard content.
	lost() <-chan struct{}
	// close hands content that lives in this process to plain, and lets go of the display.
	close(plain func(text string) error)
}

// Clipboard reads and writes the system clipboard. It is safe for concurrent use: one access runs at a
// time, on a goroutine of its own, so a clipboard that does not answer costs the caller at
// most its deadline.
type Clipboard struct {
	log    *slog.Logger
	board  board
	native native
	gate   chan struct{} // holds one token while an access runs; Close keeps it
	once   sync.Once
	closed chan struct{}
}

// NewClipboard returns the clipboard of the session that the environment names. Nothing is connected
// before the first use.
func NewClipboard(log *slog.Logger) *Clipboard {
	return newClipboard(log, systemBoard{}, newNative(log))
}

func newClipboard(log *slog.Logger, b board, n native) *Clipboard {
	return &Clipboard{log: log, board: b, native: n, gate: make(chan struct{}, 1), closed: make(chan struct{})}
}

// Read returns the text on the clipboard, waiting at most 2 s. The error is a *fault.Error: Invalid
// and ErrEmpty or ErrNoText when there is no text, NotConfigured with CodeNoTool (Words names
// the package) or CodeNoDisplay, Unreachable with CodeHangs when the owner of the clipboard
// does not answer, Cancelled when ctx was.
func (c *Clipboard) Read(ctx context.Context) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, readLimit)
	defer cancel()
	var text string
	err := c.run(ctx, opRead, func() (err error) {
		text, err = c.read(ctx)
		return err
	})
	if err != nil {
		return "", err
	}
	return text, nil
}

func (c *Clipboard) read(ctx context.Context) (string, error) {
	text, done, err := c.native.peek(ctx)
	if err != nil {
		return "", err
	}
	if !done {
		if text, err = c.board.read(); err != nil {
			return "", c.native.explain(opRead, err)
		}
	}
	switch {
	case text == "":
		return "", trouble(opRead, partClipboard, fault.Invalid, CodeEmpty, "", ErrEmpty)
	case isPicture(text):
		return "", trouble(opRead, partClipboard, fault.Invalid, CodeNoText, "", ErrNoText)
	}
	return text, nil
}

// isPicture recognises pictures among what was read: wl-paste prints whatever there is.
func isPicture(text string) bool {
	for _, start := range []string{"\x89PNG\r\n", "\xff\xd8\xff", "GIF89a", "II*\x00", "MM\x00*"} {
		if strings.HasPrefix(text, start) {
			return true
		}
	}
	return false
}

// Write replaces the content of the clipboard, waiting at most 3 s. Plain text outlives this process;
// rich content may live in it (Held.Here). When only plain text could be written, the
// result is not an error: Held.Note says why.
func (c *Clipboard) Write(ctx context.Context, clip Clip) (Held, error) {
	if clip.empty() {
		return Held{}, trouble(opWrite, partClipboard, fault.Invalid, CodeNothing, "", nil)
	}
	ctx, cancel := context.WithTimeout(ctx, writeLimit)
	defer cancel()
	var held Held
	err := c.run(ctx, opWrite, func() (err error) {
		held, err = c.write(ctx, clip)
		return err
	})
	if err != nil {
		return Held{}, err
	}
	return held, nil
}

func (c *Clipboard) write(ctx context.Context, clip Clip) (Held, error) {
	if !clip.rich() {
		return c.writePlain(ctx, clip)
	}
	held, err := c.native.offer(ctx, clip)
	if err == nil {
		return held, nil
	}
	if clip.Text == "" || held.Note == "" || ctx.Err() != nil {
		return Held{}, err
	}
	c.log.Info("copying plain text only", "note", held.Note, "error", err)
	if plainErr := c.writeBoard(ctx, clip.Text); plainErr != nil {
		return Held{}, c.moreTelling(plainErr, err)
	}
	return Held{Note: held.Note}, nil
}

// writePlain writes text that outlives this process. Without a clipboard program, the display may still
// take the text from this process.
func (c *Clipboard) writePlain(ctx context.Context, clip Clip) (Held, error) {
	err := c.writeBoard(ctx, clip.Text)
	if err == nil {
		return Held{}, nil
	}
	held, refused := c.native.offer(ctx, clip)
	if refused == nil {
		return held, nil
	}
	return Held{}, c.moreTelling(err, refused)
}

// writeBoard writes text and waits until whoever pastes next will get it.
func (c *Clipboard) writeBoard(ctx context.Context, text string) error {
	arrived := c.native.settle()
	if err := c.board.write(text); err != nil {
		return err
	}
	arrived(ctx)
	return nil
}

// moreTelling chooses between the error of the board, which often is an exit status only, and the one of
// the display.
func (c *Clipboard) moreTelling(board, display error) error {
	err := c.native.explain(opWrite, board)
	if e, ok := asError(err); ok && e.Code == "" {
		return display
	}
	return err
}

// run does one access on its own goroutine and waits for it no longer than ctx. An access that
// outlives its caller keeps the gate until it ends, so that stuck ones never pile up.
func (c *Clipboard) run(ctx context.Context, op string, access func() error) error {
	select {
	case <-ctx.Done():
		return gaveUp(ctx, op, partClipboard)
	case <-c.closed:
		return trouble(op, partClipboard, fault.Other, CodeClosed, "", nil)
	case c.gate <- struct{}{}:
	}
	select {
	case <-c.closed: // both were possible
		<-c.gate
		return trouble(op, partClipboard, fault.Other, CodeClosed, "", nil)
	default:
	}
	result := make(chan error, 1)
	go func() {
		defer func() { <-c.gate }()
		result <- access()
	}()
	select {
	case err := <-result:
		if err != nil && ctx.Err() != nil {
			return gaveUp(ctx, op, partClipboard)
		}
		return err
	case <-ctx.Done():
		c.native.unstick()
		return gaveUp(ctx, op, partClipboard)
	}
}

// Lost returns a channel that is closed as soon as this process holds no clipboard content: another
// program copied something, plain text was written, or nothing was held in the first place. Call it again after
// each Write that reports Held.Here.
func (c *Clipboard) Lost() <-chan struct{} { return c.native.lost() }

// Close lets go of the display. Rich content that lives in this process is handed to the desktop's
// clipboard keeper or, without one, left behind as plain text. Close waits 2 s at most.
func (c *Clipboard) Close() error {
	var err error
	c.once.Do(func() {
		close(c.closed)
		done := make(chan struct{})
		go func() {
			defer close(done)
			c.gate <- struct{}{} // waits for the access that runs; there will be no other
			c.native.close(c.board.write)
		}()
		limit := time.NewTimer(closeLimit)
		defer limit.Stop()
		select {
		case <-done:
		case <-limit.C:
			c.native.unstick()
			err = trouble("closing the clipboard", partClipboard, fault.Unreachable, CodeHangs, "", nil)
		}
	})
	return err
}

// asFault returns err if it already is a *fault.Error, else wraps it as a failure of the clipboard.
func asFault(op string, err error) error {
	if _, ok := asError(err); ok {
		return err
	}
	return trouble(op, partClipboard, fault.Other, "", "", err)
}
