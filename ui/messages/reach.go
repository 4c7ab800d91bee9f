package messages

import (
	"foyer/services/message"
	"foyer/ui/window"
)

// New shows where a message to people is written, with the focus there.
func (p *Page) New() {
	p.open(tabPeople)
	p.people.shown()
}

// NewCall shows where a quick call is made.
func (p *Page) NewCall() {
	p.open(tabCall)
	p.call.shown()
}

// OpenFile asks for a batch file.
func (p *Page) OpenFile() {
	p.open(tabBatch)
	p.batch.choose()
}

// Compose shows a message, to be completed and sent. What was being written is set aside and offered.
func (p *Page) Compose(m message.Message) {
	w := p.people
	if !m.IsDirect() {
		w = p.room
	}
	p.bring(w, newDraft(m))
}

// WriteTo adds people to the message that is being written, and puts the focus into it.
func (p *Page) WriteTo(addresses ...string) {
	p.open(tabPeople)
	var people []message.Recipient
	for _, a := range addresses {
		people = append(people, message.ReadRecipients(a)...)
	}
	p.people.to.add(people...)
	p.focus(p.people.message.area.Input())
}

// Actions are what can be done from the search box; show brings the page to the front.
func (p *Page) Actions(show func()) []window.Result {
	say := p.config.Say
	action := func(icon, word string, do func()) window.Result {
		return window.Result{Icon: icon, Title: say.T(word), Does: say.T("messages.do"), Open: func() {
			show()
			do()
		}}
	}
	return []window.Result{
		action("message", "messages.action-new", p.New),
		action("table", "messages.action-batch", p.OpenFile),
		action("meeting", "messages.action-call", p.NewCall),
		action("space", "messages.action-rooms", p.manageRooms),
	}
}

// Open shows a tab by its place, from 0: people, chat room, batch, quick call.
func (p *Page) Open(index int) { p.open(index) }
