package demo

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"io"
	"math"
	"net"
	"net/http"
	"strconv"
	"time"
)

const (
	elsewhere  = "https://elsewhere.example/"
	usualSize  = 16 << 20
	usualPause = time.Second
	webPage    = "<!DOCTYPE html>\n<html><head><title>Welcome</title></head><body><h1>It works!</h1></body></html>\n"
)

// instead answers in place of the function.
func (o *Office) instead(w http.ResponseWriter, name string, f Fault) {
	switch f.Kind {
	case HTMLPage:
		answer{cmp.Or(f.Status, http.StatusOK), "text/html; charset=utf-8", []byte(cmp.Or(f.Words, webPage))}.write(w)
	case TooMany:
		f.later(w)
		o.excuse(name, f, http.StatusTooManyRequests, "too many requests").write(w)
	case Unavailable:
		f.later(w)
		o.excuse(name, f, http.StatusServiceUnavailable, "the service is being maintained").write(w)
	case Unauthorized:
		o.excuse(name, f, http.StatusUnauthorized, wrongToken).write(w)
	case Redirect:
		w.Header().Set("Location", cmp.Or(f.Location, elsewhere+name))
		w.WriteHeader(cmp.Or(f.Status, http.StatusTemporaryRedirect))
	case ServerError:
		answer{cmp.Or(f.Status, http.StatusInternalServerError), "text/plain; charset=utf-8", []byte(cmp.Or(f.Words, "internal error"))}.write(w)
	default: // DropBefore
		hangUp(w)
	}
}

// later says when to come back.
func (f Fault) later(w http.ResponseWriter) {
	if f.RetryAfter > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(f.RetryAfter.Seconds()))))
	}
}

// after spoils the answer to a request that was accepted.
func (f Fault) after(o *Office, w http.ResponseWriter, r *http.Request, name string, a answer) {
	switch f.Kind {
	case Delay:
		if !pause(r, cmp.Or(f.Wait, usualPause)) {
			hangUp(w)
			return
		}
		a.write(w)
	case DropAfter:
		hangUp(w)
	case Truncate:
		w.Header().Set("Content-Type", a.kind)
		w.Header().Set("Content-Length", strconv.Itoa(len(a.body)+1))
		w.WriteHeader(a.status)
		w.Write(a.body[:len(a.body)/2]) //nolint:errcheck // the connection is given up anyway
		flush(w)
		panic(http.ErrAbortHandler) // ends the connection after what was written
	case HalfJSON:
		a.body = a.body[:len(a.body)/2]
		a.write(w)
	case NotJSON:
		answer{cmp.Or(f.Status, http.StatusOK), "text/plain; charset=utf-8", []byte(cmp.Or(f.Words, "OK"))}.write(w)
	case Oversized:
		f.flood(w, a)
	case GzipBomb:
		f.bomb(w, a)
	case SlowDrip:
		f.drip(w, r, a)
	default:
		o.instead(w, name, f)
	}
}

// flood sends the answer after a great many blanks, which are JSON, too.
func (f Fault) flood(w io.Writer, a answer) {
	blanks := bytes.Repeat([]byte{' '}, 32<<10)
	for left := cmp.Or(f.Size, usualSize); left > 0; left -= len(blanks) {
		if _, err := w.Write(blanks[:min(left, len(blanks))]); err != nil {
			return
		}
	}
	w.Write(a.body) //nolint:errcheck // as above
}

// bomb sends the same, packed.
func (f Fault) bomb(w http.ResponseWriter, a answer) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	f.flood(z, a)
	z.Close() //nolint:errcheck // a buffer takes everything
	w.Header().Set("Content-Encoding", "gzip")
	answer{a.status, a.kind, packed.Bytes()}.write(w)
}

// drip sends byte by byte.
func (f Fault) drip(w http.ResponseWriter, r *http.Request, a answer) {
	w.Header().Set("Content-Type", a.kind)
	w.Header().Set("Content-Length", strconv.Itoa(len(a.body)))
	w.WriteHeader(a.status)
	flush(w)
	for _, b := range a.body {
		if !pause(r, cmp.Or(f.Wait, usualPause)) {
			return
		}
		if _, err := w.Write([]byte{b}); err != nil {
			return
		}
		flush(w)
	}
}

// pause waits, and reports whether somebody still waits for the answer.
func pause(r *http.Request, wait time.Duration) bool {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-r.Context().Done():
		return false
	}
}

func flush(w http.ResponseWriter) {
	http.NewResponseController(w).Flush() //nolint:errcheck // the client is gone, which is its own business
}

// hangUp resets the connection.
func hangUp(w http.ResponseWriter) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil { // HTTP/2, or an answer that has begun
		panic(http.ErrAbortHandler)
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		tcp.SetLinger(0) //nolint:errcheck // then it ends more politely
	}
	conn.Close() //nolint:errcheck // it is given up
}
