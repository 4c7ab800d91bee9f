package meetings

import (
	"context"
	"encoding/json"
	"time"

	"foyer/services/meeting"
)

// draftAfter is how long edits rest before they are kept.
const draftAfter = time.Second

// draft is what is kept of the page. It has no password and no token.
type draft struct {
	ID   string             `json:"id,omitempty"`
	Rows []meeting.Attendee `json:"rows,omitempty"`
	// Typed are roles and types as they were typed that are none, by row.
	Typed map[int][2]string `json:"typed,omitempty"`
}

// touched keeps the page soon.
func (p *Page) touched() {
	if !p.loaded || p.closed {
		return
	}
	p.edited = true
	stop(&p.waits.save)
	p.waits.save = p.config.After(draftAfter, p.saveDraft)
}

// saveDraft keeps the table and the meeting's ID.
func (p *Page) saveDraft() {
	stop(&p.waits.save)
	if !p.edited {
		return
	}
	p.edited = false
	d := draft{ID: cleanID(p.access.id.Text()), Typed: map[int][2]string{}}
	for _, e := range p.model.entries(0, p.model.table.Len()) {
		if e.sent.called() {
			continue // they are called already: after a restart they would be called again
		}
		if e.attendee.Role == meeting.NoRole && e.role != "" || string(e.attendee.Type) != e.kind {
			d.Typed[len(d.Rows)] = [2]string{e.role, e.kind}
		}
		d.Rows = append(d.Rows, e.attendee)
	}
	p.stores.Add(func(ctx context.Context) func() {
		var data []byte
		var err error
		if d.ID != "" || len(d.Rows) > 0 {
			data, err = json.Marshal(d)
		}
		if err == nil {
			err = p.config.Book.SaveDraft(ctx, data)
		}
		if err == nil {
			return nil
		}
		return func() {
			p.edited = true
			p.failed("meetings.draft-failed", err)
		}
	})
}

// Load reads what was left on the page. What was typed in the meantime stays.
func (p *Page) Load() {
	if p.loaded {
		return
	}
	p.tasks.Latest("load", func(ctx context.Context) func() {
		data, err := p.config.Book.Draft(ctx)
		var d draft
		if err == nil && len(data) > 0 {
			if broken := json.Unmarshal(data, &d); broken != nil {
				p.config.Log.Warn("meetings page", "what", "reading what was left on the page", "err", broken)
				d = draft{}
			}
		}
		return func() {
			p.loaded = true
			if err != nil {
				p.failed("meetings.load-failed", err)
				return
			}
			p.restore(d)
		}
	})
}

// restore puts what was left on the page back.
func (p *Page) restore(d draft) {
	m := &p.model
	if m.table.Len() == 0 && len(d.Rows) > 0 {
		rows := make([]entry, len(d.Rows))
		for i, a := range d.Rows {
			rows[i] = entry{attendee: a, role: d.Typed[i][0], kind: d.Typed[i][1]}
		}
		m.replace(0, 0, rows)
	}
	if p.access.id.Text() == "" && d.ID != "" {
		changed := p.access.id.OnChanged
		p.access.id.OnChanged = nil
		p.access.id.SetText(d.ID)
		p.access.id.OnChanged = changed
		p.lookUp()
	}
	p.show()
	if p.shown && d.ID != "" && p.access.id.Focused() {
		p.focusFirst() // what is typed next is not the ID, which is there now
	}
}
