package main

import (
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"sync"
	"time"

	"foyer/services/demo"
)

// server is the demo office, in this process and slower than it is: a call takes some milliseconds, as
// over a network, so that processes are killed before, in and after calls.
type server struct {
	office *demo.Office
	http   *httptest.Server

	mu     sync.Mutex
	random *rand.Rand
	count  int           // of the requests that were read
	moment int           // the request of the next kill
	now    chan struct{} // closed at that moment
}

func open(seed uint64) (*server, error) {
	office, err := demo.New(demo.Config{Token: token})
	if err != nil {
		return nil, err
	}
	s := &server{office: office, random: rand.New(rand.NewPCG(seed, 1))}
	s.http = httptest.NewServer(http.HandlerFunc(s.serve))
	return s, nil
}

func (s *server) close() error {
	s.http.CloseClientConnections()
	s.http.Close()
	return s.office.Close()
}

// serve counts a request, and hands it to the office some time before or after it gives the signal for
// a kill.
func (s *server) serve(w http.ResponseWriter, r *http.Request) {
	before, after, faulty := s.draw()
	pause(r, before)
	s.passed()
	if faulty { // now and then a connection breaks
		panic(http.ErrAbortHandler)
	}
	s.office.ServeHTTP(w, r)
	pause(r, after)
}

const (
	slowest   = 4 * time.Millisecond
	faultyOne = 400 // request in so many
)

func (s *server) draw() (before, after time.Duration, faulty bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return time.Duration(s.random.Int64N(int64(slowest))), time.Duration(s.random.Int64N(int64(slowest))), s.random.IntN(faultyOne) == 0
}

func pause(r *http.Request, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-r.Context().Done():
	}
}

// after returns a channel that is closed when so many more requests have come.
func (s *server) after(requests int) <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.moment, s.now = s.count+max(requests, 1), make(chan struct{})
	return s.now
}

func (s *server) passed() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.count++; s.now != nil && s.count >= s.moment {
		close(s.now)
		s.now = nil
	}
}
