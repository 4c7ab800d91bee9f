//go:build !windows && !darwin

package desktop

import (
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
)

// compositor is the part of a Wayland compositor that a clipboard needs. It serves one client at a time
// and keeps what clients offer.
type compositor struct {
	listener *net.UnixListener
	globals  []string
	clients  chan *compositorClient // clients whose content became the selection
	watchers chan *compositorClient // clients that have begun to watch
	done     chan struct{}
}

// compositorClient is one program that owns the selection.
type compositorClient struct {
	conn   *net.UnixConn
	kinds  []string
	source uint32
	device uint32
	offers uint32        // how many offers there were
	copies chan fakeCopy // what other programs copied, in the order of its being asked for
	freed  chan uint32   // offers that were destroyed
	gone   chan struct{} // closed when the program hung up
}

// startCompositor starts a compositor with these globals and makes it the session's.
func startCompositor(t *testing.T, globals ...string) *compositor {
	t.Helper()
	dir, err := os.MkdirTemp("", "wayland")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	listener, err := net.ListenUnix("unix", &net.UnixAddr{Name: filepath.Join(dir, "wayland-7"), Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	c := &compositor{listener: listener, globals: globals, clients: make(chan *compositorClient, 4),
		watchers: make(chan *compositorClient, 4), done: make(chan struct{})}
	go c.run()
	t.Cleanup(func() { listener.Close(); <-c.done })
	t.Setenv("XDG_RUNTIME_DIR", dir)
	t.Setenv("WAYLAND_DISPLAY", "wayland-7")
	t.Setenv("DISPLAY", "")
	return c
}

func (c *compositor) run() {
	defer close(c.done)
	for {
		conn, err := c.listener.AcceptUnix()
		if err != nil {
			return
		}
		client := &compositorClient{conn: conn, gone: make(chan struct{}), copies: make(chan fakeCopy, 8), freed: make(chan uint32, 64)}
		go client.serve(c)
	}
}

// serve answers the requests of the protocol that matter, by what the object was made for.
func (p *compositorClient) serve(c *compositor) {
	defer close(p.gone)
	defer p.conn.Close()
	made := map[uint32]string{1: "wl_display"}
	reader := newWlReader(p.conn)
	for {
		m, err := reader.next()
		if err != nil {
			return
		}
		if m.object >= firstOffer {
			p.serveOffer(reader, m)
			continue
		}
		p.answer(c, made, m)
	}
}

func (p *compositorClient) answer(c *compositor, made map[uint32]string, m wlMessage) {
	request := made[m.object]
	if slices.Contains(dataControl, request) {
		request = "manager"
	}
	switch request += " " + strconv.Itoa(int(m.opcode)); request {
	case "wl_display 0": // sync
		p.send(m.number(), 0, uint32(0))
	case "wl_display 1": // get_registry
		registry := m.number()
		made[registry] = "wl_registry"
		for i, name := range c.globals {
			p.send(registry, 0, uint32(i+1), name, uint32(1))
		}
	case "wl_registry 0": // bind
		_, name, _ := m.number(), m.text(), m.number()
		made[m.number()] = name
	case "manager 0": // create_data_source
		p.source = m.number()
		made[p.source] = "source"
	case "manager 1": // get_data_device
		p.device = m.number()
		made[p.device] = "device"
		p.copy(wasThere) // data_offer: what was there before
		if len(p.kinds) == 0 {
			c.watchers <- p
		}
	case "source 0": // offer
		p.kinds = append(p.kinds, m.text())
	case "device 0": // set_selection
		c.clients <- p
	}
}

// firstOffer is the number of the first object that the compositor makes.
const firstOffer uint32 = 0xff000000

// fakeCopy is something that another program has copied. Without content it never answers.
type fakeCopy struct {
	kinds   []string
	content string
	primary bool // it was marked, not copied
}

// wasThere is what was copied before a client came.
var wasThere = fakeCopy{kinds: []string{targetUTF8}, content: "what was there before"}

// copy tells the client of something that another program has copied.
func (p *compositorClient) copy(what fakeCopy) {
	offer := firstOffer + p.offers
	p.offers++
	p.copies <- what
	p.send(p.device, 0, offer) // data_offer
	for _, kind := range what.kinds {
		p.send(offer, 0, kind) // offer
	}
	if what.primary {
		p.send(p.device, 3, offer)
	} else {
		p.send(p.device, 1, offer)
	}
}

// serveOffer lets the client paste what was copied, or forget it.
func (p *compositorClient) serveOffer(reader *wlReader, m wlMessage) {
	if m.opcode == 1 { // destroy
		<-p.copies
		p.freed <- m.object
		return
	}
	what := <-p.copies
	p.copies <- what // it is still offered
	if file, there := reader.file(); there && what.content != "" {
		pipe := os.NewFile(uintptr(file), "paste")
		_, _ = pipe.WriteString(what.content) // a client that reads only some of it hangs up
		pipe.Close()
	}
}

func (p *compositorClient) send(object uint32, opcode uint16, arguments ...any) {
	// A client that hung up is noticed by reading.
	_, _ = p.conn.Write(wlMessage{object: object, opcode: opcode}.encode(arguments...))
}

// paste asks the owner of the selection for one kind of content, as a program that pastes makes the
// compositor do.
func (p *compositorClient) paste(t *testing.T, kind string) string {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	message := wlMessage{object: p.source}.encode(kind)
	_, _, err = p.conn.WriteMsgUnix(message, syscall.UnixRights(int(write.Fd())), nil)
	write.Close()
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(read)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// cancel tells the owner that something else was copied.
func (p *compositorClient) cancel() { p.send(p.source, 1) }

// refuse ends the client with a protocol error.
func (p *compositorClient) refuse() { p.send(wlDisplay, 0, p.source, uint32(3), "not now") }
