package agent

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"
)

// What a peer is given. A peer that is slow, silent or dead costs one goroutine for this long and
// keeps nobody else waiting.
const (
	requestTime = 5 * time.Second // to send its request
	answerTime  = 5 * time.Second // to take an answer or an event
	maxSilent   = 256             // connections without a request yet; beyond that the oldest goes
)

// acceptPause is how long the server waits after a failed Accept, such as too many open files.
const acceptPause = 50 * time.Millisecond

// server answers the requests on one listener.
type server struct {
	agent    *Agent
	listener net.Listener
	peers    sync.WaitGroup

	mu     sync.Mutex
	silent []net.Conn // those that have not sent their request yet, oldest first
}

// serve answers until the listener is closed, and then waits for the peers. Ending ctx ends what
// they asked for.
func (s *server) serve(ctx context.Context) error {
	defer s.peers.Wait()
	for {
		conn, err := s.listener.Accept()
		switch {
		case errors.Is(err, net.ErrClosed):
			return nil
		case err != nil && ctx.Err() != nil:
			return nil
		case err != nil:
			s.agent.Log.Warn("accepting a connection", "error", err)
			if !pause(ctx, acceptPause) {
				return fmt.Errorf("accepting connections: %w", err)
			}
		default:
			s.greet(conn)
			s.peers.Go(func() { s.answer(ctx, conn) })
		}
	}
}

func pause(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// greet notes a connection that has said nothing yet, and closes the oldest of too many.
func (s *server) greet(conn net.Conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.silent = append(s.silent, conn)
	if len(s.silent) > maxSilent {
		_ = s.silent[0].Close()
		s.silent = s.silent[1:]
	}
}

// spoke notes that a connection has sent its request, or never will.
func (s *server) spoke(conn net.Conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, c := range s.silent {
		if c == conn {
			s.silent = append(s.silent[:i:i], s.silent[i+1:]...)
			return
		}
	}
}

// answer reads one request and answers it.
func (s *server) answer(ctx context.Context, conn net.Conn) {
	defer conn.Close()
	stop := context.AfterFunc(ctx, func() { _ = conn.SetReadDeadline(time.Unix(1, 0)) })
	defer stop()
	_ = conn.SetReadDeadline(time.Now().Add(requestTime))
	lines := bufio.NewReader(conn)
	line, err := readLine(lines, maxLine)
	s.spoke(conn)
	if err != nil && !errors.Is(err, errTooLong) {
		return // it went away or said nothing in time
	}
	var q request
	if err == nil {
		q, err = decodeRequest(line)
	}
	if err != nil {
		s.agent.Log.Warn("a request was not understood", "error", err)
		s.send(conn, reply{Error: toWire("reading a request", err)})
		return
	}
	if q.Do == doSubscribe {
		s.feed(ctx, conn, lines, q.Role)
		return
	}
	r := s.respond(ctx, conn, lines, q)
	s.send(conn, r)
	if q.Do == doQuit || r.Data != nil && r.Data.Ends {
		s.agent.Quit()
	}
}

// respond does what was asked for. A question to a service ends when the peer goes away.
func (s *server) respond(ctx context.Context, conn net.Conn, lines *bufio.Reader, q request) reply {
	if !q.asksService() {
		return s.agent.respond(ctx, q)
	}
	ctx, gone := context.WithCancel(ctx)
	defer gone()
	_ = conn.SetReadDeadline(time.Time{})
	var reading sync.WaitGroup
	defer reading.Wait()
	defer func() { _ = conn.SetReadDeadline(time.Unix(1, 0)) }()
	reading.Go(func() {
		defer gone()
		// A peer says nothing more until it is answered.
		_, _ = lines.ReadByte()
	})
	return s.agent.respond(ctx, q)
}

func (s *server) send(conn net.Conn, v any) bool {
	_ = conn.SetWriteDeadline(time.Now().Add(answerTime))
	if err := writeLine(conn, v); err != nil {
		s.agent.Log.Info("an answer was not taken", "error", err)
		return false
	}
	return true
}

// feed sends events until the subscriber goes away or takes none of them in time.
func (s *server) feed(ctx context.Context, conn net.Conn, lines *bufio.Reader, role Role) {
	events := s.agent.subscribe(role)
	defer events.Close()
	if !s.send(conn, reply{}) {
		return
	}
	_ = conn.SetReadDeadline(time.Time{})
	ctx, gone := context.WithCancel(ctx)
	defer gone()
	var reading sync.WaitGroup
	defer reading.Wait()
	defer conn.Close()
	reading.Go(func() {
		defer gone()
		// A subscriber says nothing more; its first byte or its end is the end.
		_, _ = lines.ReadByte()
	})
	for {
		e, ok := events.Next(ctx)
		if !ok || !s.send(conn, e) {
			return
		}
	}
}
