package agent

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"time"

	"foyer/services/fault"
)

// ErrNotRunning is wrapped by every error that means: no agent answers at this socket.
var ErrNotRunning = errors.New("no agent is running")

// How long a client waits at most, beyond what its context allows.
const (
	dialTime  = time.Second
	replyTime = 20 * time.Second // a paste may wait for a slow clipboard owner and a busy database
)

// Client asks the running agent. It is a plain value: it holds no connection, and every method
// may be called from any goroutine. Errors are *fault.Error; ErrNotRunning is among their causes
// when there is no agent.
type Client struct {
	// Socket is the path of the agent's socket, from profile.Dirs.
	Socket string
	// Service is the ID of the service that quick calls, chat rooms, meeting rooms and meetings are asked of;
	// "" is the one in use.
	Service string
}

// Status asks the agent who it is.
func (c Client) Status(ctx context.Context) (Status, error) {
	r, err := c.ask(ctx, request{Do: doStatus})
	if err != nil || r.Status == nil {
		return Status{}, err
	}
	return *r.Status, nil
}

// Show brings the window to the front at a page, and starts it when there is none. It returns
// when the request is handed over, not when the window is drawn.
func (c Client) Show(ctx context.Context, page string) error {
	_, err := c.ask(ctx, request{Do: doShow, Page: page})
	return err
}

// Quit asks the agent and its windows to end. It returns when the agent has agreed.
func (c Client) Quit(ctx context.Context) error {
	_, err := c.ask(ctx, request{Do: doQuit})
	return err
}

// Paste lets the agent turn the clipboard's content into links, see Agent.Paste. The result may
// tell something even beside an error.
func (c Client) Paste(ctx context.Context) (Pasted, error) {
	return pasted(c.ask(ctx, request{Do: doPaste}))
}

// Undo takes a paste back, see Agent.Undo.
func (c Client) Undo(ctx context.Context, token uint64) error {
	_, err := c.ask(ctx, request{Do: doUndo, Undo: token})
	return err
}

// CopyLink puts a saved link on the clipboard in the preferred format.
func (c Client) CopyLink(ctx context.Context, ref int64) (Pasted, error) {
	return pasted(c.ask(ctx, request{Do: doCopyLink, Ref: ref}))
}

// Copy lets the agent own the clipboard with this content, so that it outlives the caller.
func (c Client) Copy(ctx context.Context, clip Clip) (Copied, error) {
	r, err := c.ask(ctx, request{Do: doCopy, Clip: &clip})
	if r.Copied == nil {
		return Copied{}, err
	}
	return *r.Copied, err
}

// Changed tells the agent, and through it everybody else, that LinksChanged or SettingsChanged.
func (c Client) Changed(ctx context.Context, what What) error {
	_, err := c.ask(ctx, request{Do: doChanged, What: what})
	return err
}

// Subscribe returns the agent's events until ctx ends or the agent does; then the channel is
// closed. It does not connect again: whoever wants to, subscribes again and reads everything
// anew, since changes in between were missed. Events wait for a slow reader at the agent, where
// equal ones are merged.
func (c Client) Subscribe(ctx context.Context, role Role) (<-chan Event, error) {
	conn, err := c.send(ctx, replyTime, request{Do: doSubscribe, Role: role})
	if err != nil {
		return nil, err
	}
	lines := bufio.NewReader(conn)
	if _, err := readReply(lines); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	if err := conn.SetDeadline(time.Time{}); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	events := make(chan Event)
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
	go func() {
		defer close(events)
		defer conn.Close()
		defer stop()
		for {
			line, err := readLine(lines, maxLine)
			if err != nil {
				return
			}
			var e Event
			if json.Unmarshal(line, &e) != nil || e.What == "" {
				continue
			}
			select {
			case events <- e:
			case <-ctx.Done():
				return
			}
		}
	}()
	return events, nil
}

func pasted(r reply, err error) (Pasted, error) {
	if r.Pasted == nil {
		return Pasted{}, err
	}
	return *r.Pasted, err
}

// ask sends one request and waits for its answer.
func (c Client) ask(ctx context.Context, q request) (reply, error) {
	return c.askFor(ctx, replyTime, q)
}

// askFor waits at most for the given time.
func (c Client) askFor(ctx context.Context, wait time.Duration, q request) (reply, error) {
	conn, err := c.send(ctx, wait, q)
	if err != nil {
		return reply{}, err
	}
	defer conn.Close()
	stop := context.AfterFunc(ctx, func() { _ = conn.SetDeadline(time.Unix(1, 0)) })
	defer stop()
	r, err := readReply(bufio.NewReader(conn))
	if err != nil && ctx.Err() != nil {
		return reply{}, &fault.Error{Op: "asking the agent", Service: "agent", Kind: fault.Cancelled, Err: ctx.Err()}
	}
	return r, err
}

func (c Client) send(ctx context.Context, wait time.Duration, q request) (net.Conn, error) {
	dialCtx, cancel := context.WithTimeout(ctx, dialTime)
	defer cancel()
	conn, err := dial(dialCtx, c.Socket)
	if err != nil {
		return nil, &fault.Error{Op: "asking the agent", Service: "agent", Kind: fault.Unreachable, Code: "not-running",
			Err: fmt.Errorf("%w: %w", ErrNotRunning, err)}
	}
	err = conn.SetDeadline(time.Now().Add(wait))
	if err == nil {
		q.Service = c.Service
		err = writeLine(conn, q)
	}
	if err != nil {
		kind := fault.Unreachable
		if errors.Is(err, errTooLong) {
			kind = fault.Invalid
		}
		return nil, &fault.Error{Op: "asking the agent", Service: "agent", Kind: kind, Err: errors.Join(err, conn.Close())}
	}
	return conn, nil
}

func readReply(r *bufio.Reader) (reply, error) {
	line, err := readLine(r, maxLine)
	if err != nil {
		return reply{}, &fault.Error{Op: "asking the agent", Service: "agent", Kind: fault.Unreachable, Err: err}
	}
	var a reply
	if err := json.Unmarshal(line, &a); err != nil {
		return reply{}, &fault.Error{Op: "asking the agent", Service: "agent", Kind: fault.Faulty, Err: err}
	}
	return a, a.Error.err()
}
