//go:build !windows && !darwin

package desktop

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
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
	wlManager
	wlSource
	wlDevice
	wlTaken // the end of taking the selection
)

// The two names of one protocol: data control lets a program without a window own the clipboard.
var dataControl = []string{"ext_data_control_manager_v1", "zwlr_data_control_manager_v1"}

// errNoDataControl: the compositor has no data control; GNOME's is one.
var errNoDataControl = errors.New("the compositor has no data control")

// pasteLimit is how long one program may take to read what it pastes.
const pasteLimit = 30 * time.Second

// waylandHold is clipboard content that this process offers to a Wayland compositor over a connection of
// its own. It ends when something else is copied. The loop sleeps in the connection while nothing happens.
type waylandHold struct {
	log    *slog.Logger
	clip   Clip
	offers []offer
	reader *wlReader
	work   sync.WaitGroup // the loop and running pastes

	mu   sync.Mutex
	lost chan struct{} // closed at the end; nil when a later hold has it
	over bool
}

// holdOnWayland takes the clipboard of the session's compositor.
func holdOnWayland(ctx context.Context, log *slog.Logger, clip Clip) (*waylandHold, error) {
	path := os.Getenv("WAYLAND_DISPLAY")
	if !filepath.IsAbs(path) {
		path = filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), path)
	}
	var dialer net.Dialer
	conn, err := dialer.DialContext(ctx, "unix", path)
	if err != nil {
		return nil, err
	}
	h := &waylandHold{
		log: log, clip: clip, offers: offers(clip), reader: newWlReader(conn.(*net.UnixConn)),
		lost: make(chan struct{}),
	}
	stop := context.AfterFunc(ctx, func() { conn.Close() })
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

// take finds the seat and data control, and makes the content the selection.
func (h *waylandHold) take() error {
	if err := h.send(wlDisplay, 1, wlRegistry); err != nil { // get_registry
		return err
	}
	if err := h.send(wlDisplay, 0, wlListed); err != nil { // sync
		return err
	}
	seat, manager := global{}, global{}
	err := h.until(wlListed, func(m wlMessage) {
		if m.object != wlRegistry || m.opcode != 0 {
			return
		}
		g := global{name: m.number(), kind: m.text()}
		switch {
		case g.kind == "wl_seat" && seat.kind == "":
			seat = g
		case g.kind == dataControl[0], g.kind == dataControl[1] && manager.kind == "":
			manager = g
		}
	})
	if err != nil {
		return err
	}
	if seat.kind == "" || manager.kind == "" {
		return errNoDataControl
	}
	requests := [][]byte{
		wlMessage{object: wlRegistry}.encode(seat.name, seat.kind, uint32(1), wlSeat),          // bind
		wlMessage{object: wlRegistry}.encode(manager.name, manager.kind, uint32(1), wlManager), // bind
		wlMessage{object: wlManager}.encode(wlSource),                                          // create_data_source
	}
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

// global is something that the compositor offers to bind.
type global struct {
	name uint32
	kind string
}

func (h *waylandHold) send(object uint32, opcode uint16, arguments ...any) error {
	_, err := h.reader.conn.Write(wlMessage{object: object, opcode: opcode}.encode(arguments...))
	return err
}

// until handles events up to the done event of a callback.
func (h *waylandHold) until(callback uint32, handle func(wlMessage)) error {
	for {
		m, err := h.reader.next()
		if err != nil {
			return err
		}
		switch m.object {
		case callback:
			return nil
		case wlDisplay:
			if m.opcode == 0 { // error
				object, code := m.number(), m.number()
				return fmt.Errorf("the compositor refused: object %d, code %d: %s", object, code, m.text())
			}
		default:
			handle(m)
		}
	}
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
