package backup

import (
	"encoding/json"
	"time"

	"foyer/services/fault"
	"foyer/services/link"
	"foyer/services/message"
)

// linkRow and those below are what the rows of an export look like.
type linkRow struct {
	link.Target
	Ref      int64     `json:"ref"`
	Label    string    `json:"label,omitempty"`
	Template string    `json:"template,omitempty"`
	Phone    string    `json:"phone,omitempty"`
	Pinned   bool      `json:"pinned"`
	Saved    time.Time `json:"saved"`
	Used     time.Time `json:"used,omitzero"`
	Source   string    `json:"source,omitempty"`
}

func newLink(l link.Saved) linkRow {
	return linkRow{Target: l.Target, Ref: l.Ref, Label: l.Label, Template: l.Template, Phone: l.Phone, Pinned: l.Pinned, Saved: l.Saved, Used: l.Used, Source: l.Source}
}

type personRow struct {
	Address string    `json:"address"`
	Name    string    `json:"name,omitempty"`
	Used    time.Time `json:"used,omitzero"`
	Count   int       `json:"count"`
}

func newPerson(p message.Correspondent) personRow { return personRow(p) }

type roomRow struct {
	Service string            `json:"service"`
	Name    string            `json:"name"`
	Used    time.Time         `json:"used,omitzero"`
	Room    *message.ChatRoom `json:"room,omitempty"`
}

func newRoom(r ChatRoom) roomRow {
	return roomRow{Service: r.Service, Name: r.Name, Used: r.Used, Room: r.Room}
}

type batchRow struct {
	ID        int64     `json:"id"`
	Service   string    `json:"service,omitempty"`
	Name      string    `json:"name"`
	Started   time.Time `json:"started"`
	Rows      int       `json:"rows"`
	Bulk      bool      `json:"bulk"`
	Paused    bool      `json:"paused"`
	Cancelled bool      `json:"cancelled"`
}

func newBatch(b message.Batch) batchRow {
	return batchRow{ID: b.ID, Service: b.Service, Name: b.Name, Started: b.Started, Rows: b.Rows, Bulk: b.Bulk, Paused: b.Paused, Cancelled: b.Cancelled}
}

type draftRow struct {
	Name    string    `json:"name"`
	Saved   time.Time `json:"saved"`
	Content any       `json:"content"`
}

func newDraft(d Draft) draftRow {
	row := draftRow{Name: d.Name, Saved: d.Saved, Content: string(d.Content)}
	if json.Valid(d.Content) {
		row.Content = json.RawMessage(d.Content)
	}
	return row
}

type messageRow struct {
	ID       int64         `json:"id"`
	Service  string        `json:"service,omitempty"`
	State    message.State `json:"state"`
	To       []string      `json:"to,omitempty"`
	Room     string        `json:"room,omitempty"`
	Mentions []string      `json:"mentions,omitempty"`
	Text     string        `json:"text"`
	Envelope bool          `json:"envelope"`
	Queued   time.Time     `json:"queued"`
	Tries    int           `json:"tries"`
	Next     time.Time     `json:"next,omitzero"`
	Began    time.Time     `json:"began,omitzero"`
	Ended    time.Time     `json:"ended,omitzero"`
	Error    *failureRow   `json:"error,omitempty"`
	Batch    int64         `json:"batch,omitempty"`
	Row      int           `json:"row,omitempty"`
	History  []eventRow    `json:"history,omitempty"`
}

type eventRow struct {
	At    time.Time     `json:"at"`
	State message.State `json:"state"`
	Why   string        `json:"why,omitempty"`
	Error *failureRow   `json:"error,omitempty"`
}

type failureRow struct {
	Kind      string `json:"kind"`
	Status    int    `json:"status,omitempty"`
	Code      string `json:"code,omitempty"`
	Words     string `json:"words,omitempty"`
	RequestID string `json:"requestId,omitempty"`
}

func newMessage(m message.Item, history []message.Event) messageRow {
	row := messageRow{ID: m.ID, Service: m.Service, State: m.State, To: m.To, Room: m.Room, Mentions: m.Mentions, Text: m.Text, Envelope: m.Envelope, Queued: m.Queued,
		Tries: m.Tries, Next: m.Next, Began: m.Began, Ended: m.Ended, Error: newFailure(m.Failure), Batch: m.Batch, Row: m.Row}
	for _, e := range history {
		row.History = append(row.History, eventRow{At: e.At, State: e.State, Why: e.Code, Error: newFailure(e.Failure)})
	}
	return row
}

func newFailure(f *message.Failure) *failureRow {
	if f == nil {
		return nil
	}
	return &failureRow{Kind: f.Kind.String(), Status: f.Status, Code: f.Code, Words: f.Words, RequestID: f.RequestID}
}

// isInvalid reports whether what was asked for is not there.
func isInvalid(err error) bool { return fault.KindOf(err) == fault.Invalid }
