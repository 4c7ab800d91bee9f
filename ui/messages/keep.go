package messages

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"foyer/services/message"
)

// keepAfter is how long what is typed rests before it is kept.
const keepAfter = 300 * time.Millisecond

// kept is what is kept of the page, so that a window that dies loses nothing. It has no password.
type kept struct {
	Tab      int               `json:"tab,omitempty"`
	Managing bool              `json:"managing,omitempty"`
	People   keptDraft         `json:"people,omitzero"`
	Room     keptDraft         `json:"room,omitzero"`
	Manager  *message.ChatRoom `json:"manager,omitempty"`
}

// keptDraft is a message that was being written.
type keptDraft struct {
	To       []message.Recipient `json:"to,omitempty"`
	Domains  []string            `json:"domains,omitempty"` // that are meant so
	Typing   string              `json:"typing,omitempty"`  // where people are typed
	Room     string              `json:"room,omitempty"`
	Text     string              `json:"text,omitempty"`
	Envelope bool                `json:"envelope,omitempty"`
	// Since is when it was kept: what was queued after that may be this very message.
	Since time.Time `json:"since,omitzero"`
}

func (k keptDraft) draft() draft {
	return draft{people: addressees{all: k.To, kept: k.Domains}, room: k.Room, text: k.Text, envelope: k.Envelope}
}

// isEmpty reports whether there is nothing to be kept.
func (k keptDraft) isEmpty() bool { return k.draft().empty() && k.Typing == "" }

// keeping is how the page keeps what is typed.
type keeping struct {
	recalled bool   // what was kept before has been read
	stop     func() // ends the wait; nil when nothing waits
	last     kept   // what was kept last
}

// touched keeps the page soon.
func (p *Page) touched() {
	k := &p.keeping
	if p.config.Drafts == nil || !k.recalled || k.stop != nil {
		return
	}
	k.stop = p.config.After(keepAfter, func() {
		k.stop = nil
		p.keep()
	})
}

// keep keeps what stands on the page, if that is not what is kept already.
func (p *Page) keep() {
	k := &p.keeping
	if p.config.Drafts == nil || !k.recalled {
		return
	}
	if k.stop != nil {
		k.stop()
		k.stop = nil
	}
	now := kept{Tab: p.tabs.Selected(), Managing: p.managing, People: p.people.kept(k.last.People), Room: p.room.kept(k.last.Room)}
	if room := p.manager.edited(); !blankRoom(room) {
		now.Manager = &room
	}
	data, err := json.Marshal(now)
	if before, _ := json.Marshal(k.last); err == nil && string(before) == string(data) {
		return
	}
	k.last = now
	p.stores.Add(func(ctx context.Context) func() {
		if err == nil {
			err = p.config.Drafts.SaveDraft(ctx, data)
		}
		if err == nil {
			return nil
		}
		return func() {
			k.last = kept{Tab: -1} // the next change tries again
			p.failed("crash.draft-failed", err)
		}
	})
}

// kept is what stands in the fields, since when it was so before when that is the same.
func (w *writer) kept(before keptDraft) keptDraft {
	d := w.draft()
	k := keptDraft{To: d.people.all, Domains: d.people.kept, Typing: w.to.entry.Text(), Room: d.room, Text: w.message.area.Text(), Envelope: d.envelope}
	if k.isEmpty() {
		return keptDraft{}
	}
	k.Since = before.Since
	if k.Since.IsZero() {
		k.Since = w.page.config.Now()
	}
	return k
}

func blankRoom(r message.ChatRoom) bool {
	return r.ID == "" && r.Name == "" && r.Creator == "" && r.Admin == "" && len(r.Members) == 0
}

// recall reads what was kept. What was typed in the meantime stays.
func (p *Page) recall(recent []message.Item) {
	if p.config.Drafts == nil {
		return
	}
	p.tasks.Go(func(ctx context.Context) func() {
		data, err := p.config.Drafts.Draft(ctx)
		var k kept
		if err == nil && len(data) > 0 {
			if broken := json.Unmarshal(data, &k); broken != nil {
				p.config.Log.Warn("messages page", "what", "reading what was left on the page", "err", broken)
				k = kept{}
			}
		}
		return func() {
			p.keeping.recalled = true
			if err != nil {
				p.failed("messages.load-failed", err)
				return
			}
			p.keeping.last = k
			p.restore(k, recent)
			p.touched()
		}
	})
}

// restore puts what was kept back. A message that made it into the outbox in the moment in which the
// window died is not offered a second time.
func (p *Page) restore(k kept, recent []message.Item) {
	for _, one := range []struct {
		w *writer
		k keptDraft
	}{{p.people, k.People}, {p.room, k.Room}} {
		if one.k.isEmpty() || !one.w.draft().empty() || one.w.to.entry.Text() != "" || queuedSince(one.k, recent) {
			continue
		}
		one.w.put(one.k.draft())
		one.w.to.entry.SetText(one.k.Typing)
	}
	if k.Manager != nil && blankRoom(p.manager.edited()) {
		p.manager.fill(*k.Manager)
	}
	if p.tabs.Selected() == tabPeople && k.Tab > tabPeople && k.Tab <= tabCall && p.people.draft().empty() {
		p.tabs.Select(k.Tab)
		p.managing = k.Managing
	}
	p.show()
	if p.shown {
		p.Shown()
	}
}

// queuedSince reports whether a message was queued while it was kept as a draft.
func queuedSince(k keptDraft, recent []message.Item) bool {
	m := k.draft().message(k.Room != "")
	return slices.ContainsFunc(recent, func(i message.Item) bool {
		return !i.Queued.Before(k.Since) && i.Room == m.Room && slices.Equal(i.To, m.To) && slices.Equal(i.Mentions, m.Mentions) && i.Text == tidyEnd(m.Text)
	})
}
