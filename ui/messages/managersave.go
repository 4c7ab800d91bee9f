package messages

import (
	"context"

	"foyer/services/message"
	"foyer/ui/widget"
)

// primary creates the room, or changes it.
func (t *managerTab) primary() {
	t.members.Flush()
	room := t.edited()
	if problems := room.Check(); t.saving || len(problems) > 0 {
		if !t.saving && problems[0].Code == message.ProblemNoName {
			t.page.focus(t.name.Input())
		}
		return
	}
	p := t.page
	t.saving, t.failure = true, nil
	p.show()
	service := p.model.service.Name
	p.tasks.Latest("room", func(ctx context.Context) func() {
		made, err := p.config.Services.SaveChatRoom(ctx, service, room)
		if err == nil {
			if err := p.config.Outbox.RememberRoom(ctx, service, made.Name, &made); err != nil {
				p.config.Log.Warn("remembering a chat room", "err", err) // the service has it all the same
			}
		}
		return func() { t.saved(made, room.ID == "", err) }
	})
}

// saved shows the room as the service returned it.
func (t *managerTab) saved(made message.ChatRoom, isNew bool, err error) {
	p := t.page
	t.saving = false
	if err != nil {
		p.config.Log.Error("messages page", "what", "saving a chat room", "err", err)
		t.failure = err
		p.show()
		t.pane.reveal(t.trouble)
		return
	}
	key := "messages.rooms-saved"
	if isNew {
		key = "messages.rooms-created"
	}
	t.fill(made)
	p.toast.Say(widget.Fine, p.config.Say.T(key, "Room", widget.Strong(made.Name)), p.config.Say.T("messages.rooms-write"), func() {
		p.open(tabRoom)
		p.room.room.set(made.Name)
		p.room.shown()
	})
	p.Load()
}

// cancel gives the saving up; nobody knows whether the service has done it already.
func (t *managerTab) cancel() {
	t.page.tasks.Latest("room", func(context.Context) func() { return nil })
	t.saving = false
	t.page.show()
	t.page.toast.Say(widget.Caution, t.page.config.Say.T("messages.rooms-cancelled"), "", nil)
}
