//go:build !windows && !darwin

package desktop

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"syscall"
)

// wlMessage is one message of the Wayland protocol: a request to, or an event from, an object.
type wlMessage struct {
	object uint32
	opcode uint16
	body   []byte
}

// The protocol's numbers are in the order of the machine.
var wlOrder = binary.NativeEndian

var errWayland = errors.New("not a Wayland message")

// encode returns the message as it goes over the socket. Arguments are uint32 and string.
func (m wlMessage) encode(arguments ...any) []byte {
	body := append([]byte(nil), m.body...)
	for _, a := range arguments {
		switch v := a.(type) {
		case uint32:
			body = wlOrder.AppendUint32(body, v)
		case string:
			body = wlOrder.AppendUint32(body, uint32(len(v)+1))
			body = append(body, v...)
			body = append(body, make([]byte, 4-len(v)%4)...) // the final zero, and up to the next word
		}
	}
	head := wlOrder.AppendUint32(nil, m.object)
	head = wlOrder.AppendUint32(head, uint32(8+len(body))<<16|uint32(m.opcode))
	return append(head, body...)
}

// number takes the next number off the body.
func (m *wlMessage) number() uint32 {
	if len(m.body) < 4 {
		m.body = nil
		return 0
	}
	n := wlOrder.Uint32(m.body)
	m.body = m.body[4:]
	return n
}

// text takes the next string off the body.
func (m *wlMessage) text() string {
	size := int(m.number())
	padded := (size + 3) &^ 3
	if size == 0 || padded > len(m.body) {
		m.body = nil
		return ""
	}
	s := string(m.body[:size-1])
	m.body = m.body[padded:]
	return s
}

// wlReader reads messages, and the files that travel beside them, off a socket.
type wlReader struct {
	conn  *net.UnixConn
	buf   *bufio.Reader
	files []int
}

func newWlReader(conn *net.UnixConn) *wlReader {
	r := &wlReader{conn: conn}
	r.buf = bufio.NewReader(r)
	return r
}

// Read implements io.Reader for the buffer; it keeps the files that come along.
func (r *wlReader) Read(p []byte) (int, error) {
	beside := make([]byte, 1024)
	n, nb, _, _, err := r.conn.ReadMsgUnix(p, beside)
	if err != nil {
		return 0, err
	}
	if n == 0 {
		return 0, io.EOF
	}
	controls, err := syscall.ParseSocketControlMessage(beside[:nb])
	if err != nil {
		return n, err
	}
	for _, control := range controls {
		if files, err := syscall.ParseUnixRights(&control); err == nil {
			r.files = append(r.files, files...)
		}
	}
	return n, nil
}

// next returns the next message.
func (r *wlReader) next() (wlMessage, error) {
	head := make([]byte, 8)
	if _, err := io.ReadFull(r.buf, head); err != nil {
		return wlMessage{}, err
	}
	word := wlOrder.Uint32(head[4:])
	size := int(word >> 16)
	if size < 8 || size%4 != 0 {
		return wlMessage{}, errWayland
	}
	m := wlMessage{object: wlOrder.Uint32(head), opcode: uint16(word), body: make([]byte, size-8)}
	_, err := io.ReadFull(r.buf, m.body)
	return m, err
}

// file returns the next file that came along.
func (r *wlReader) file() (int, bool) {
	if len(r.files) == 0 {
		return 0, false
	}
	f := r.files[0]
	r.files = r.files[1:]
	return f, true
}

// close closes the socket and the files that nobody took.
func (r *wlReader) close() {
	r.conn.Close()
	for _, f := range r.files {
		syscall.Close(f)
	}
	r.files = nil
}
