package demo

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"foyer/services/fault"
)

// Codes of errors.
const (
	// CodeNotLoopback: the office only ever serves its own computer.
	CodeNotLoopback = "not-loopback"
	// CodePort: the port is taken, or not allowed.
	CodePort = "port"
	// CodeBusy: another process has the same data open.
	CodeBusy = "busy"
	// CodeForm: a form, a fault, data or a prefix that the office does not understand.
	CodeForm = "form"
)

const (
	serviceName = "demo office"
	// patience is how long running requests get when the office ends.
	patience = 2 * time.Second
)

// Listen takes a port on loopback, so that URL is known before Serve is called. Port 0 is the port of
// the last time when that is free, and any other when it is not. Errors are *fault.Error with
// CodeNotLoopback or CodePort.
func (o *Office) Listen(ctx context.Context, addr string) error {
	o.listening.Lock()
	defer o.listening.Unlock()
	if o.listener != nil {
		return nil
	}
	failed := func(kind fault.Kind, code string, err error) error {
		return &fault.Error{Op: "opening " + addr, Service: serviceName, Kind: kind, Code: code, Err: err}
	}
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return failed(fault.Invalid, CodePort, err)
	}
	if host == "localhost" {
		host = "127.0.0.1"
	}
	if ip := net.ParseIP(host); ip == nil || !ip.IsLoopback() {
		return failed(fault.Invalid, CodeNotLoopback, nil)
	}
	l, err := o.listen(ctx, host, port)
	if err != nil {
		return failed(fault.Other, CodePort, err)
	}
	o.listener = l
	if bound, ok := l.Addr().(*net.TCPAddr); ok {
		o.keepPort(bound.Port)
	}
	return nil
}

func (o *Office) listen(ctx context.Context, host, port string) (net.Listener, error) {
	var how net.ListenConfig
	if last := o.lastPort(); port == "0" && last != 0 {
		if l, err := how.Listen(ctx, "tcp", net.JoinHostPort(host, strconv.Itoa(last))); err == nil {
			return l, nil
		}
	}
	return how.Listen(ctx, "tcp", net.JoinHostPort(host, port))
}

// URL returns the server URL for clients, with the prefix if there is one; "" before Listen.
func (o *Office) URL() string {
	o.listening.Lock()
	defer o.listening.Unlock()
	if o.listener == nil {
		return ""
	}
	return "http://" + o.listener.Addr().String() + o.prefix
}

// unlisten gives a port free that nobody serves.
func (o *Office) unlisten() {
	o.listening.Lock()
	defer o.listening.Unlock()
	if o.listener != nil && !o.serving {
		o.listener.Close() //nolint:errcheck // nobody has connected
		o.listener = nil
	}
}

func (o *Office) serve(ctx context.Context) error {
	o.listening.Lock()
	l, busy := o.listener, o.serving
	o.serving = true
	o.listening.Unlock()
	if busy || l == nil {
		return &fault.Error{Op: "serving", Service: serviceName, Kind: fault.Invalid, Code: CodeBusy}
	}
	server := &http.Server{
		Handler:           onlyLocal(o),
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	running, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() {
		<-running.Done()
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
		defer cancel()
		err := server.Shutdown(grace)
		if err != nil {
			err = server.Close()
		}
		ended <- err
	}()
	err := server.Serve(l)
	stop()
	err2 := <-ended
	o.listening.Lock()
	o.listener, o.serving = nil, false
	o.listening.Unlock()
	if errors.Is(err, http.ErrServerClosed) {
		err = err2
	}
	if err != nil {
		return &fault.Error{Op: "serving", Service: serviceName, Kind: fault.Other, Err: err}
	}
	return nil
}

// onlyLocal refuses requests under a name that is not this computer's: a web page elsewhere could
// let its own name lead here.
func onlyLocal(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
		ip := net.ParseIP(strings.Trim(host, "[]"))
		if host != "localhost" && (ip == nil || !ip.IsLoopback()) {
			http.Error(w, "The demo office only serves its own computer.", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}
