package transport

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

const inside = "http://10.0.0.1/cam"

// pipes is a network inside of a test's bubble, in which time is the test's own.
type pipes struct {
	conns  chan net.Conn
	closed chan struct{}
	once   sync.Once
}

func newPipes() *pipes { return &pipes{conns: make(chan net.Conn), closed: make(chan struct{})} }

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case conn := <-p.conns:
		return conn, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error {
	p.once.Do(func() { close(p.closed) })
	return nil
}

func (p *pipes) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 80} }

func (p *pipes) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	here, there := net.Pipe()
	select {
	case p.conns <- there:
		return &counted{Conn: here}, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// bubble runs a test against a server in a bubble.
func bubble(t *testing.T, answer http.HandlerFunc, test func(*testing.T, *Client)) {
	synctest.Test(t, func(t *testing.T) {
		network := newPipes()
		server := &http.Server{Handler: answer, ReadHeaderTimeout: time.Hour}
		ended := make(chan error)
		go func() { ended <- server.Serve(network) }()
		c := client(t, Config{})
		c.pool.DialContext = network.dial
		test(t, c)
		c.Close()
		server.Close() //nolint:errcheck // what it says comes from Serve, too
		if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
			t.Error(err)
		}
	})
}

// pass lets time go by in a bubble.
func pass(d time.Duration) { time.Sleep(d) }
