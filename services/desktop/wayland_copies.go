//go:build !windows && !darwin

package desktop

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"os"
	"slices"
	"syscall"
	"time"

	"foyer/services/plain"
)

// The further objects of a client that watches the selection.
const (
	wlWatched = wlManager + 1 + iota // the data device
	wlBegun                          // the end of what was there before
)

// maxKinds is how many kinds of content of one offer are remembered.
const maxKinds = 256

// copiesOnWayland tells of copies as the session's compositor does.
func copiesOnWayland(ctx context.Context, log *slog.Logger, tell func(CopyEvent)) error {
	client, err := dialWayland(ctx)
	if err != nil {
		return err
	}
	defer client.reader.close()
	stop := context.AfterFunc(ctx, client.hangUp)
	defer stop()
	w := waylandWatch{wlClient: client, log: log, kinds: map[uint32][]string{}}
	if err := client.bind(); err != nil {
		return err
	}
	if err := w.send(wlManager, 1, wlWatched, wlSeat); err != nil { // get_data_device
		return err
	}
	if err := w.send(wlDisplay, 0, wlBegun); err != nil { // sync
		return err
	}
	var lost error
	if err := w.until(wlBegun, func(m wlMessage) {
		if offer, _ := w.handle(m); offer != 0 { // what was there before is not looked at
			lost = errors.Join(lost, w.send(offer, 1)) // destroy
		}
	}); err != nil || lost != nil {
		return errors.Join(err, lost)
	}
	tell(CopyEvent{Hold: HoldHeld, Detail: "Wayland data control"})
	for {
		m, err := w.reader.next()
		if err != nil {
			return err
		}
		if err := w.heed(m, tell); err != nil {
			return err
		}
	}
}

// waylandWatch is a client that sees the selection change.
type waylandWatch struct {
	wlClient
	log   *slog.Logger
	kinds map[uint32][]string // what the offers that are still there can be pasted as
}

// heed handles an event after the beginning.
func (w *waylandWatch) heed(m wlMessage, tell func(CopyEvent)) error {
	if m.object == wlDisplay {
		return m.refusal()
	}
	offer, kinds := w.handle(m)
	if offer == 0 {
		return nil
	}
	if m.opcode == 1 { // the selection, and not the primary one
		text, err := w.read(offer, kinds)
		if err != nil {
			w.log.Debug("what was copied could not be read", "error", err)
		} else if text != "" {
			tell(CopyEvent{Text: text})
		}
	}
	return w.send(offer, 1) // destroy
}

// handle notes what is offered, and returns an offer that has become a selection.
func (w *waylandWatch) handle(m wlMessage) (offer uint32, kinds []string) {
	switch {
	case m.object == wlWatched && m.opcode == 0: // data_offer
		w.kinds[m.number()] = nil
	case m.object == wlWatched && (m.opcode == 1 || m.opcode == 3): // selection, primary_selection
		offer = m.number()
		kinds = w.kinds[offer]
		delete(w.kinds, offer)
	case m.opcode == 0:
		if kinds, known := w.kinds[m.object]; known && len(kinds) < maxKinds {
			w.kinds[m.object] = append(kinds, m.text()) // offer
		}
	}
	return offer, kinds
}

// read returns the text of an offer; "" when there is none, when it is too long, or secret.
func (w *waylandWatch) read(offer uint32, kinds []string) (string, error) {
	if slices.Contains(kinds, targetSecret) {
		return "", nil
	}
	for _, kind := range []string{targetPlainUTF8, targetUTF8, targetPlain, targetText, targetString} {
		if !slices.Contains(kinds, kind) {
			continue
		}
		data, err := w.receive(offer, kind)
		if err != nil || len(data) > maxCopy {
			return "", err
		}
		if kind == targetString {
			return fromLatin1(data), nil
		}
		return plain.Decode(data), nil
	}
	return "", nil
}

// receive asks the program that has copied for one kind of content, and reads as much of it as is looked at.
func (w *waylandWatch) receive(offer uint32, kind string) ([]byte, error) {
	read, write, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer read.Close()
	request := wlMessage{object: offer}.encode(kind) // receive
	_, _, err = w.reader.conn.WriteMsgUnix(request, syscall.UnixRights(int(write.Fd())), nil)
	if closing := write.Close(); err != nil || closing != nil {
		return nil, errors.Join(err, closing)
	}
	if err := read.SetReadDeadline(time.Now().Add(readLimit)); err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(read, maxCopy+1))
}
