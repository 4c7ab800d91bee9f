package store

import (
	"encoding/json"
	"fmt"

	"foyer/services/fault"
	"foyer/services/message"
)

// itemColumns are what an itemRow reads, in its order, from itemTables.
var itemColumns = `m.id, m.service, c.recipients, c.room, c.mentions, c.text, c.envelope, c.extra, m.state, m.queued, m.tries,
	m.next, m.began, m.ended, m.failure, m.batch, m.row, b.name, b.paused,
	CASE WHEN m.front = 0 AND m.open = 1 AND m.state = 'queued' THEN ` + fmt.Sprintf(inLine, "m.destination") + ` ELSE 0 END`

const itemTables = `messages m JOIN contents c ON c.message = m.id JOIN batches b ON b.id = m.batch`

// itemRow is where one message is read to; as with row, for many.
type itemRow struct {
	item                                 message.Item
	recipients, mentions, extra, failure string
	queued, next, began, ended           int64
	into                                 []any
}

func newItemRow() *itemRow {
	r := &itemRow{}
	m := &r.item
	r.into = []any{
		&m.ID, &m.Service, &r.recipients, &m.Room, &r.mentions, &m.Text, &m.Envelope, &r.extra, (*string)(&m.State), &r.queued, &m.Tries,
		&r.next, &r.began, &r.ended, &r.failure, &m.Batch, &m.Row, &m.BatchName, &m.Held, &m.Behind,
	}
	return r
}

func (r *itemRow) read(from scanner) (message.Item, error) {
	if err := from.Scan(r.into...); err != nil {
		return message.Item{}, err
	}
	m := r.item
	m.To, m.Mentions = splitLines[string](r.recipients), splitLines[string](r.mentions)
	m.Queued, m.Began, m.Ended = fromNanos(r.queued), fromNanos(r.began), fromNanos(r.ended)
	waits := m.State == message.Queued
	m.Held = m.Held && waits
	if waits {
		m.Next = fromNanos(r.next)
	}
	var err error
	if m.Extra, err = fromJSON[[]string](r.extra); err != nil {
		return m, err
	}
	m.Failure, err = readFailure(r.failure)
	return m, err
}

// failure is message.Failure as it is written. The kind is written as its name, which stays the same when
// kinds are added.
type failure struct {
	Kind      string `json:"kind"`
	Status    int    `json:"status,omitempty"`
	Code      string `json:"code,omitempty"`
	Words     string `json:"words,omitempty"`
	RequestID string `json:"request,omitempty"`
}

func writeFailure(f *message.Failure) string {
	if f == nil {
		return ""
	}
	return asJSON(&failure{Kind: f.Kind.String(), Status: f.Status, Code: f.Code, Words: f.Words, RequestID: f.RequestID})
}

func readFailure(text string) (*message.Failure, error) {
	f, err := fromJSON[*failure](text)
	if f == nil || err != nil {
		return nil, err
	}
	read := &message.Failure{Status: f.Status, Code: f.Code, Words: f.Words, RequestID: f.RequestID}
	for k := fault.Other; k <= fault.Cancelled; k++ {
		if k.String() == f.Kind {
			read.Kind = k
		}
	}
	return read, nil
}

// asJSON writes what cannot fail to be written; nil is "".
func asJSON(v any) string {
	text, _ := json.Marshal(v)
	if string(text) == "null" {
		return ""
	}
	return string(text)
}

func fromJSON[T any](text string) (T, error) {
	var v T
	if text == "" {
		return v, nil
	}
	err := json.Unmarshal([]byte(text), &v)
	return v, err
}
