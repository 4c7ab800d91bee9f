package agent

import (
	"context"
	"hash/maphash"
	"slices"
	"sync"

	"foyer/services/fault"
	"foyer/services/link"
)

// Found is something on the clipboard that Foyer can make a link of. Nothing has been done to it.
type Found struct {
	// Token says which one it is.
	Token  uint64
	Target link.Target
}

// ownCopies is how many of the texts that Foyer copied itself are told from those of others: as many as
// may be on their way at once.
const ownCopies = 8

// clipboardWatch is what is known of copies: what was found last, and what Foyer copied itself. It keeps no text of
// others but the one that was found.
type clipboardWatch struct {
	mu    sync.Mutex
	seed  maphash.Seed
	own   []uint64
	last  uint64
	found Found
	text  string // "" when nothing was found, or it was used
}

// wrote notes a text before Foyer copies it.
func (w *clipboardWatch) wrote(text string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.own = append(w.own, maphash.String(w.seed, sameLines(text)))
	if len(w.own) > ownCopies {
		w.own = append([]uint64(nil), w.own[1:]...)
	}
}

// forget forgets what was found when it is what the caller means, and reports whether that was anything.
func (w *clipboardWatch) forget(when func(text string) bool) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.text == "" || !when(w.text) {
		return false
	}
	w.text = ""
	return true
}

// take returns the text that was found under a token.
func (w *clipboardWatch) take(token uint64) (text string, ok bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text, w.text != "" && w.found.Token == token
}

// LookAt looks at a text that somebody has copied. isNew says that it is what Webex copies, and neither by
// Foyer itself nor what was found last and is unused. It changes nothing but what Found returns.
func (a *Agent) LookAt(text string) (f Found, isNew bool) {
	f, isNew = a.watch.look(text)
	if isNew {
		a.hub.publish(Event{What: DesktopChanged})
	}
	return f, isNew
}

func (w *clipboardWatch) look(text string) (f Found, isNew bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if slices.Contains(w.own, maphash.String(w.seed, sameLines(text))) || w.text != "" && sameLines(w.text) == sameLines(text) {
		return Found{}, false
	}
	target, isWebex := link.Copied(text)
	if !isWebex {
		return Found{}, false
	}
	w.last++
	w.found, w.text = Found{Token: w.last, Target: target}, text
	return w.found, true
}

// Found returns what LookAt found last, until it is pasted.
func (a *Agent) Found() (f Found, ok bool) {
	a.watch.mu.Lock()
	defer a.watch.mu.Unlock()
	return a.watch.found, a.watch.text != ""
}

// ForgetFound forgets what LookAt found.
func (a *Agent) ForgetFound() { a.forgetFound(func(string) bool { return true }) }

func (a *Agent) forgetFound(when func(text string) bool) {
	if a.watch.forget(when) {
		a.hub.publish(Event{What: DesktopChanged})
	}
}

// PasteFound does with what was found what Paste does with the clipboard's content, whatever that is by
// now. A *fault.Error of kind Invalid with the code "found-gone" says that something else was found since.
func (a *Agent) PasteFound(ctx context.Context, token uint64) (Pasted, error) {
	text, ok := a.watch.take(token)
	if !ok {
		return Pasted{}, &fault.Error{Op: "pasting", Service: "agent", Kind: fault.Invalid, Code: "found-gone"}
	}
	return a.pasteText(ctx, text)
}

// put copies something that is Foyer's own.
func (a *Agent) put(ctx context.Context, clip Clip) (Copied, error) {
	a.watch.wrote(clip.Text)
	return a.Clipboard.Write(ctx, clip)
}
