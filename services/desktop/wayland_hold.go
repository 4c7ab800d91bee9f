//go:build !windows && !darwin

package desktop

import (
	"context"
	"log/slog"
	"os"
	"sync"
	"syscall"
	"time"
)

// The numbers of the objects that this client makes, in the order in which it makes them.
const (
	wlDisplay uint32 = iota + 1
	wlRegistry
	wlListed // the end of the list of globals
	wlSeat
	wlManager // so far those of every wlClient
	wlSource
	wlDevice
	wlTaken // the end of taking the selection
)

// pasteLimit is how long one program may take to read what it pastes.
const pasteLimit = 30 * time.Second

// waylandHold is clipboard content that this process offers to a Wayland compositor over a connection of
// its own. It ends when something else is copied. The loop sleeps in the connection while nothing happens.
type waylandHold struct {
	wlClient
	log    *slog.Logger
	clip   Clip
	offers []offer
	work   sync.WaitGroup // the loop and running pastes

	mu   sync.Mutex
	lost chan struct{} // closed at the end; nil when a later hold has it
	over bool
}

// holdOnWayland takes the clipboard of the session's compositor.
func holdOnWayland(ctx context.Context, log *slog.Logger, clip Clip) (*waylandHold, error) {
	client, err := dialWayland(ctx)
	if err != nil {
		return nil, err
	}
	h := &waylandHold{wlClient: client, log: log, clip: clip, offers: offers(clip), lost: make(chan struct{})}
	stop := context.AfterFunc(ctx, client.hangUp)
	err = h.take()
	if !stop() {
		err = ctx.Err()
	}
	if err != nil {
		h.reader.close()
		return nil, err
	}
	h.work.Go(h.loop)
	return h, nil
}

// take makes the content the selection.
func (h *waylandHold) take() error {
	if err := h.bind(); err != nil {
		return err
	}
	requests := [][]byte{wlMessage{object: wlManager}.encode(wlSource)} // create_data_source
	for _, o := range h.offers {
		requests = append(requests, wlMessage{object: wlSource}.encode(o.target)) // offer
	}
	requests = append(requests,
		wlMessage{object: wlManager, opcode: 1}.encode(wlDevice, wlSeat), // get_data_device
		wlMessage{object: wlDevice}.encode(wlSource),                     // set_selection
		wlMessage{object: wlDisplay}.encode(wlTaken),                     // sync
	)
	for _, r := range requests {
		if _, err := h.reader.conn.Write(r); err != nil {
			return err
		}
	}
	return h.until(wlTaken, h.handle)
}

// loop serves pastes until another program copies something.
func (h *waylandHold) loop() {
	defer h.end()
	for !h.ended() {
		m, err := h.reader.next()
		if err != nil {
			return
		}
		h.handle(m)
	}
}

func (h *waylandHold) handle(m wlMessage) {
	switch {
	case m.object == wlSource && m.opcode == 0: // send
		if file, ok := h.reader.file(); ok {
			h.work.Go(func() { h.paste(m.text(), file) })
		}
	case m.object == wlSource && m.opcode == 1, m.object == wlDevice && m.opcode == 2: // cancelled, finished
		h.mu.Lock()
		h.over = true
		h.mu.Unlock()
	case m.object == wlDevice && m.opcode == 0: // data_offer: what others offer is not looked at
		if err := h.send(m.number(), 1); err != nil { // destroy
			h.log.Debug("answering the compositor", "error", err)
		}
	}
}

// paste writes the content of one kind into the pipe of the program that pastes.
func (h *waylandHold) paste(kind string, pipe int) {
	if err := syscall.SetNonblock(pipe, true); err != nil {
		h.log.Debug("preparing to paste", "error", err)
	}
	file := os.NewFile(uintptr(pipe), "paste")
	defer file.Close()
	if err := file.SetWriteDeadline(time.Now().Add(pasteLimit)); err != nil {
		h.log.Debug("preparing to paste", "error", err)
	}
	for _, o := range h.offers {
		if o.target == kind {
			if _, err := file.Write(o.data); err != nil {
				h.log.Debug("pasting", "kind", kind, "error", err)
			}
			return
		}
	}
}

func (h *waylandHold) ended() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.over
}

// end forgets the content and tells those who wait for it.
func (h *waylandHold) end() {
	h.reader.close()
	h.mu.Lock()
	defer h.mu.Unlock()
	h.over = true
	if h.lost != nil {
		close(h.lost)
	}
	h.lost = nil
}

// detach takes away those who wait for the loss of this content, so that a newer hold can have them.
func (h *waylandHold) detach() chan struct{} {
	h.mu.Lock()
	defer h.mu.Unlock()
	lost := h.lost
	h.lost = nil
	return lost
}

// attach gives those who wait to this hold, or tells them at once when it is over.
func (h *waylandHold) attach(lost chan struct{}) {
	h.mu.Lock()
	defer h.mu.Unlock()
	switch {
	case lost == nil:
	case h.over:
		close(lost)
	default:
		h.lost = lost
	}
}

// lostChan returns the channel of the content, or nil when it is not held any more.
func (h *waylandHold) lostChan() <-chan struct{} {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.lost
}

// close lets go of the clipboard and waits for the loop. Programs that are pasting get the rest.
func (h *waylandHold) close() {
	h.reader.conn.Close()
	h.work.Wait()
}
