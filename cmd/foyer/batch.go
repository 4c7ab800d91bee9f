package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"

	"foyer/services/agent"
	"foyer/services/chatmessenger"
	"foyer/services/message"
	"foyer/services/store"
)

// checkedRow is a row of a batch as JSON: what the check found, or what became of it.
type checkedRow struct {
	Row   int    `json:"row"`
	State string `json:"state"`
	Error string `json:"error,omitempty"`
}

// The states of rows that are checked only.
const (
	rowFine  = "ok"
	rowWrong = "invalid"
)

// headBytes are enough to tell formats apart.
const headBytes = 4096

// sendBatch checks a file's rows, all of them before the first is queued, queues them and delivers.
func (c sendCommand) sendBatch(a *app) error {
	if c.To+c.Room+c.Mention+c.Message != "" || c.Envelope {
		return wrong{a.words.T("cli.batch-alone")}
	}
	file, format, err := a.openBatch(c.Batch)
	if err != nil {
		return err
	}
	defer file.Close()
	id, err := c.of(a, agent.ChatMessenger)
	if err != nil {
		return err
	}
	roomKey, err := a.roomKey(id)
	if err != nil {
		return err
	}
	rows, columns, err := a.checkBatch(message.NewReader(file, format, roomKey), c.Check)
	if err != nil || c.Check {
		return err
	}
	return a.withOutbox(func(p *post) error {
		p.service = id
		if err := p.ready(); err != nil {
			return err
		}
		if _, err := file.Seek(0, io.SeekStart); err != nil {
			return wrong{a.words.T("cli.unreadable", "File", c.Batch, "Words", cause(err))}
		}
		b := message.Batch{Name: filepath.Base(c.Batch), Service: p.service, Rows: rows, Bulk: c.Bulk, Columns: columns}
		if b, err = p.store.QueueBatch(a.ctx, b, message.NewReader(file, format, roomKey).All()); err != nil {
			return err
		}
		a.say("%s", a.words.N("cli.batch-queued", b.Rows))
		told := progress{app: a, batch: b.ID, store: p.store, every: b.Rows/10 + 1}
		switch err := p.deliver(nil, told.tell); {
		case isCancelled(err):
			a.say("%s", a.words.T("cli.batch-interrupted"))
			return a.showBatch(context.WithoutCancel(a.ctx), p, b)
		case err != nil:
			return errors.Join(err, a.showBatch(a.ctx, p, b))
		}
		if _, err := told.tell(); err != nil {
			return err
		}
		return a.showBatch(a.ctx, p, b)
	})
}

// roomKey is how the vendor's batch files name the chat room, as the settings have it for a server, "" for the
// one in use.
func (a *app) roomKey(id string) (string, error) {
	file, err := a.settings()
	if err != nil {
		return "", err
	}
	v := file.Values()
	server := v.Messenger
	if id != "" {
		server, _ = v.MessengerOf(id)
	}
	dialect, err := chatmessenger.DefaultDialect().With(server.Dialect)
	return dialect.BulkRoom, err
}

// openBatch opens a batch file, which is read twice.
func (a *app) openBatch(name string) (*os.File, message.Format, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, "", wrong{a.words.T("cli.unreadable", "File", name, "Words", cause(err))}
	}
	if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() {
		_ = file.Close()
		return nil, "", wrong{a.words.T("cli.no-file", "File", name)}
	}
	head := make([]byte, headBytes)
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		_ = file.Close()
		return nil, "", wrong{a.words.T("cli.unreadable", "File", name, "Words", cause(err))}
	}
	_, err = file.Seek(0, io.SeekStart)
	return file, message.FormatOf(name, head[:n]), err
}

// checkBatch reads all rows. Those that cannot be sent are named on stderr; when there is one, nothing
// is sent. With show every row is data.
func (a *app) checkBatch(r *message.Reader, show bool) (rows int, columns []string, err error) {
	out := bufio.NewWriter(a.out)
	defer out.Flush() //nolint:errcheck // the end of the command says so
	bad := 0
	for row, err := range r.All() {
		if err != nil {
			return 0, nil, err
		}
		rows++
		state, reason := rowFine, ""
		if len(row.Problems) > 0 {
			bad++
			state, reason = rowWrong, a.problems(row.Problems)
			a.say("foyer: %s", a.words.T("cli.batch-row", "Row", row.Number, "Line", row.Line, "Reason", reason))
		}
		if show && a.JSON {
			if err := writeLine(out, checkedRow{Row: row.Number, State: state, Error: reason}); err != nil {
				return 0, nil, err
			}
		}
	}
	if bad > 0 {
		return rows, nil, wrong{a.words.N("cli.batch-bad", bad, "Rows", rows)}
	}
	if show {
		a.say("%s", a.words.N("cli.batch-fine", rows))
	}
	return rows, r.Columns(), nil
}

func writeLine(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// showBatch writes what became of each row, and ends with the verdict.
func (a *app) showBatch(ctx context.Context, p *post, b message.Batch) error {
	out := bufio.NewWriter(a.out)
	var first *message.Item
	sent, open := 0, 0
	for i, err := range p.store.EachMessage(ctx, message.Filter{Batch: b.ID}) {
		if err != nil {
			return err
		}
		if i.State == message.Sent {
			sent++
		} else {
			open++
			if first == nil {
				first = &i
			}
		}
		if err := a.showRow(out, i); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil || open == 0 {
		return err
	}
	if sent > 0 {
		return partly{a.words.T("cli.outbox-partly", "Sent", sent, "All", sent+open)}
	}
	return undelivered(*first)
}

func (a *app) showRow(out io.Writer, i message.Item) error {
	if a.JSON {
		return writeLine(out, checkedRow{Row: i.Row, State: string(i.State), Error: a.why(i.Failure)})
	}
	if i.State == message.Sent || i.State == message.Queued {
		return nil // whoever reads along wants to know what is left to do by hand
	}
	_, err := io.WriteString(out, a.words.T("cli.batch-result", "Row", i.Row, "State", string(i.State), "To", whom(i.Message), "Reason", a.why(i.Failure))+"\n")
	return err
}

// progress tells on stderr how far a batch is.
type progress struct {
	*app
	store *store.Store
	batch int64
	every int // rows between two lines
	last  int
	said  time.Time
}

// tell says how far the batch is, now and then, and reports whether it is at its end.
func (t *progress) tell() (rest bool, err error) {
	c, err := t.store.Counts(t.ctx, message.Filter{Batch: t.batch})
	if err != nil {
		return false, err
	}
	done := c.Sent + c.Failed + c.Unknown
	rest = done == c.Of("") || c.Sending == 0 && c.Held == c.Queued
	live := isTerminal(t.messages)
	if done == t.last || !rest && !live && done < t.last+t.every || live && !rest && time.Since(t.said) < time.Second/5 {
		return rest, nil
	}
	t.last, t.said = done, time.Now()
	end := "\n"
	if live && !rest {
		end = "\r"
	}
	_, err = io.WriteString(t.messages, t.words.T("cli.batch-progress", "Done", done, "All", c.Of(""), "Sent", c.Sent, "Failed", c.Failed, "Unknown", c.Unknown)+end)
	return rest, err
}
