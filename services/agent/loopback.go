package agent

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// A socket on the loopback address stands in for a Unix socket. Where it is, and a secret that
// every client has to say first, are in a file that only the user can read; so the file does what
// the mode of a Unix socket does.

// secretSize is the length of the secret in bytes: what rand.Text returns.
const secretSize = 26

// errStranger ends a connection that does not know the secret.
var errStranger = errors.New("a stranger at the socket")

// loopback is the listener; closing it removes its file.
type loopback struct {
	net.Listener
	path, secret string
	once         sync.Once
}

func listenLoopback(path string) (net.Listener, error) {
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is in the way and is no file", path)
	}
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("opening the socket: %w", err)
	}
	secret := rand.Text()
	if err := publish(path, l.Addr().String()+" "+secret+"\n"); err != nil {
		return nil, errors.Join(fmt.Errorf("telling where the socket is: %w", err), l.Close())
	}
	return &loopback{Listener: l, path: path, secret: secret}, nil
}

// publish writes the file beside its place and renames it, so that nobody reads half of it.
func publish(path, text string) error {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*") // mode 0600
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Close()); err == nil {
		err = insist(func() error { return os.Rename(f.Name(), path) })
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

// How often what Windows refuses is tried again, and how long the rest is before that.
const (
	insistTries = 100
	insistRest  = 10 * time.Millisecond
)

// insist does what Windows refuses while a client reads the file that tells where the socket is, which
// takes no time.
func insist(do func() error) error {
	err := do()
	for range insistTries {
		if !refusedNow(err) {
			break
		}
		<-time.After(insistRest)
		err = do()
	}
	return err
}

// Accept implements net.Listener. It does not wait for the secret: the first Read does.
func (l *loopback) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &guarded{Conn: conn, secret: l.secret}, nil
}

// Close implements net.Listener.
func (l *loopback) Close() error {
	err := l.Listener.Close()
	l.once.Do(func() {
		if gone := insist(func() error { return os.Remove(l.path) }); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	})
	return err
}

// guarded is a connection that reads nothing until the other side has said the secret.
type guarded struct {
	net.Conn
	secret string
	known  bool
}

// Read implements net.Conn.
func (g *guarded) Read(p []byte) (int, error) {
	if !g.known {
		said := make([]byte, secretSize)
		if _, err := io.ReadFull(g.Conn, said); err != nil {
			return 0, err
		}
		if subtle.ConstantTimeCompare(said, []byte(g.secret)) != 1 {
			return 0, errors.Join(errStranger, g.Conn.Close())
		}
		g.known = true
	}
	return g.Conn.Read(p)
}

func dialLoopback(ctx context.Context, path string) (net.Conn, error) {
	told, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	address, secret, ok := strings.Cut(strings.TrimSpace(string(told)), " ")
	if host, _, err := net.SplitHostPort(address); !ok || err != nil || host != "127.0.0.1" || len(secret) != secretSize {
		return nil, fmt.Errorf("%s does not tell where the socket is", path)
	}
	var d net.Dialer
	conn, err := d.DialContext(ctx, "tcp4", address)
	if err != nil {
		return nil, err
	}
	if _, err := io.WriteString(conn, secret); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}
