package transport

import (
	"crypto/tls"
	"encoding/binary"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"

	"foyer/services/fault"
)

func TestHTTP2IsSpoken(t *testing.T) {
	var protocol, body string
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		protocol, body = r.Proto, received(r)
	}))
	server.EnableHTTP2 = true
	server.StartTLS()
	defer server.Close()
	if _, err := client(t, Config{CAFile: authority(t, server)}).Do(t.Context(), post(server.URL+base)); err != nil {
		t.Fatal(err)
	}
	if protocol != "HTTP/2.0" || body != "message=hello" {
		t.Errorf("%s, %q", protocol, body)
	}
}

// The frames of RFC 9113 that a server of few words needs.
const (
	frameData     = 0
	frameHeaders  = 1
	frameReset    = 3
	frameSettings = 4
	framePing     = 6
	frameGoAway   = 7

	endStream, endHeaders, ack = 1, 4, 1

	codeProtocol, codeRefused = 1, 7
)

// office2 is an HTTP/2 server that answers each request, when it has all of it, with raw frames.
type office2 struct {
	url, ca string
	lock    sync.Mutex
	bodies  []string
}

func frame(kind, flags byte, stream uint32, payload ...byte) []byte {
	head := []byte{0, 0, byte(len(payload)), kind, flags, 0, 0, 0, 0}
	binary.BigEndian.PutUint32(head[5:], stream)
	return append(head, payload...)
}

func number(n uint32) []byte { return binary.BigEndian.AppendUint32(nil, n) }

// ok is an answer of status 200, the eighth entry of HPACK's table, without a body.
func ok(stream uint32) []byte { return frame(frameHeaders, endHeaders|endStream, stream, 0x88) }

// serve2 starts a server; answer gets the number of the request, from 1, and its stream.
func serve2(t *testing.T, answer func(n int, stream uint32) []byte) *office2 {
	t.Helper()
	lender := httptest.NewTLSServer(nil) // of its certificate
	ca := authority(t, lender)
	config := &tls.Config{Certificates: lender.TLS.Certificates, NextProtos: []string{"h2"}}
	lender.Close()
	listener, err := tls.Listen("tcp", "127.0.0.1:0", config)
	if err != nil {
		t.Fatal(err)
	}
	o := &office2{url: "https://" + listener.Addr().String() + base, ca: ca}
	var group sync.WaitGroup
	t.Cleanup(func() {
		listener.Close() //nolint:errcheck // ends the loop below
		group.Wait()
	})
	group.Go(func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			group.Go(func() { o.talk(conn, answer) })
		}
	})
	return o
}

func (o *office2) talk(conn net.Conn, answer func(n int, stream uint32) []byte) {
	defer conn.Close()
	_, _ = io.ReadFull(conn, make([]byte, len("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")))
	_, _ = conn.Write(frame(frameSettings, 0, 0))
	head := make([]byte, 9)
	for {
		if _, err := io.ReadFull(conn, head); err != nil {
			return
		}
		payload := make([]byte, int(head[0])<<16|int(head[1])<<8|int(head[2]))
		if _, err := io.ReadFull(conn, payload); err != nil {
			return
		}
		stream := binary.BigEndian.Uint32(head[5:])
		switch kind, flags := head[3], head[4]; {
		case kind == frameSettings && flags&ack == 0:
			_, _ = conn.Write(frame(frameSettings, ack, 0))
		case kind == framePing && flags&ack == 0:
			_, _ = conn.Write(frame(framePing, ack, 0, payload...))
		case kind == frameData && flags&endStream != 0:
			o.lock.Lock()
			if len(payload) > 0 || len(o.bodies) == 0 {
				o.bodies = append(o.bodies, string(payload))
			}
			n := len(o.bodies)
			o.lock.Unlock()
			_, _ = conn.Write(answer(n, stream))
		case kind == frameHeaders && flags&endStream != 0: // a request without a body
			o.lock.Lock()
			o.bodies = append(o.bodies, "")
			n := len(o.bodies)
			o.lock.Unlock()
			_, _ = conn.Write(answer(n, stream))
		}
	}
}

func TestAStreamThatTheServerRefusedIsSentAnew(t *testing.T) {
	o := serve2(t, func(n int, stream uint32) []byte {
		if n == 1 {
			return frame(frameReset, 0, stream, number(codeRefused)...)
		}
		return ok(stream)
	})
	if _, err := client(t, Config{CAFile: o.ca}).Do(t.Context(), post(o.url)); err != nil || len(o.bodies) != 2 {
		t.Errorf("%v, %q", err, o.bodies)
	}
}

func TestAServerThatRefusesEveryStreamHasNothing(t *testing.T) {
	o := serve2(t, func(_ int, stream uint32) []byte { return frame(frameReset, 0, stream, number(codeRefused)...) })
	e := fails(t, client(t, Config{CAFile: o.ca}), post(o.url))
	want(t, e, fault.Unreachable, CodeConnectionLost)
	if len(o.bodies) != maxFresh {
		t.Errorf("%d tries", len(o.bodies))
	}
}

func TestWhatAServerDidNotTakeBeforeItShutDownIsSentAnew(t *testing.T) {
	o := serve2(t, func(n int, stream uint32) []byte {
		if n == 2 { // of stream 3 nothing was processed
			return frame(frameGoAway, 0, 0, append(number(1), number(0)...)...)
		}
		return ok(stream)
	})
	c := client(t, Config{CAFile: o.ca})
	for range 2 {
		if _, err := c.Do(t.Context(), post(o.url)); err != nil {
			t.Fatal(err)
		}
	}
	if len(o.bodies) != 3 {
		t.Errorf("%q", o.bodies)
	}
}

func TestWhatAServerMayHaveTakenIsNotSentAnew(t *testing.T) {
	// net/http would repeat a request that ends so, although the server may have acted on it.
	o := serve2(t, func(_ int, stream uint32) []byte { return frame(frameReset, 0, stream, number(codeProtocol)...) })
	want(t, fails(t, client(t, Config{CAFile: o.ca}), post(o.url)), fault.UnknownOutcome, CodeConnectionLost)
	if len(o.bodies) != 1 {
		t.Errorf("%d tries", len(o.bodies))
	}
}

func TestWhatHasNoBodyIsNotSentAnewEither(t *testing.T) {
	all := doing("")
	all["GET"] = get("")
	for name, r := range all {
		if len(r.Body) > 0 {
			continue
		}
		o := serve2(t, func(_ int, stream uint32) []byte { return frame(frameReset, 0, stream, number(codeProtocol)...) })
		kind := fault.UnknownOutcome
		if name == "GET" {
			kind = fault.Unreachable
		}
		r.URL = o.url
		want(t, fails(t, client(t, Config{CAFile: o.ca}), r), kind, CodeConnectionLost)
		if len(o.bodies) != 1 {
			t.Errorf("%s: %d tries", name, len(o.bodies))
		}
	}
}

func TestWhatHasNoBodyArrivesOverHTTP2(t *testing.T) {
	for name, r := range doing("") {
		o := serve2(t, func(_ int, stream uint32) []byte { return ok(stream) })
		c := client(t, Config{CAFile: o.ca})
		r.URL = o.url
		for range 3 {
			if answer, err := c.Do(t.Context(), r); err != nil || answer.Status != 200 {
				t.Errorf("%s: %+v, %v", name, answer, err)
			}
		}
		if len(o.bodies) != 3 {
			t.Errorf("%s: %d calls", name, len(o.bodies))
		}
	}
}
