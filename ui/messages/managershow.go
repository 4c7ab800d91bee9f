package messages

import (
	"fyne.io/fyne/v2"

	"foyer/services/message"
	"foyer/ui/widget"
)

// show is part of being a tab.
func (t *managerTab) show() {
	say, room := t.page.config.Say, t.edited()
	title, save := "messages.rooms-new", "messages.rooms-create"
	if room.ID != "" {
		title, save = "messages.rooms-change", "messages.rooms-save"
	}
	t.which.SetText(say.T(title))
	t.save.SetText(say.T(save))
	t.others.Hidden = len(t.page.model.knownRooms()) == 0 && room.ID == "" && room.Name == ""
	t.showMembers(room)
	t.trouble.Hidden = t.failure == nil
	if t.failure != nil {
		t.trouble.Set(widget.Trouble, t.page.sentence("messages.rooms-failed", t.failure), t.page.saidBy(t.failure)...)
	}
	problems := room.Check()
	switch {
	case t.saving:
		t.save.Disable()
		t.bar.say(widget.Notice, say.T("messages.call-asking", "Service", say.T("messages.service")))
		t.bar.set(t.stop, t.save)
	case len(problems) > 0:
		t.save.Disable()
		t.bar.say(widget.Notice, t.page.problem(problems[0]))
		t.bar.set(t.save)
	default:
		t.save.Enable()
		t.bar.say(widget.Notice, say.T("messages.rooms-says"))
		t.bar.set(t.save)
	}
	t.pane.Refresh()
}

// showMembers draws the members; those that the service marks are told by their tip.
func (t *managerTab) showMembers(room message.ChatRoom) {
	say := t.page.config.Say
	bad := map[string]bool{}
	for _, p := range room.Check() {
		if p.Code == message.ProblemBadMember {
			bad[p.Subject] = true
		}
	}
	chips := make([]widget.EntryChip, len(room.Members))
	for i, m := range room.Members {
		chips[i] = widget.EntryChip{Icon: "person", Tone: widget.Notice, Words: m.UID}
		if m.Flag {
			chips[i].Icon, chips[i].Tip = "star", say.T("messages.rooms-marked")
		}
		if bad[m.UID] {
			chips[i].Tone = widget.Trouble
		}
	}
	t.members.SetChips(chips...)
	t.note.Hidden = len(room.Members) == 0
	t.note.Set(widget.Part{Object: newNote(nil, widget.Notice, say.N("messages.rooms-count", len(room.Members)), "", nil)})
}

// roomItems are the rooms that the service returned before, to be changed, and a new one.
func (t *managerTab) roomItems() []*fyne.MenuItem {
	items := []*fyne.MenuItem{fyne.NewMenuItem(t.page.config.Say.T("messages.rooms-new"), func() { t.fill(message.ChatRoom{}) }), fyne.NewMenuItemSeparator()}
	for _, room := range t.page.model.knownRooms() {
		items = append(items, fyne.NewMenuItem(room.Name, func() { t.fill(room) }))
	}
	return items
}

// knownRooms are the rooms of which the service told more than the name.
func (m *model) knownRooms() []message.ChatRoom {
	var known []message.ChatRoom
	for _, r := range m.rooms {
		if r.Room != nil {
			known = append(known, *r.Room)
		}
	}
	return known
}
