package messages

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// managerTab is where chat rooms are created and changed. It takes the place of the chat room's tab,
// one step further away: it asks for the service's user ids, which few people know.
type managerTab struct {
	page *Page
	room message.ChatRoom // that is changed; its ID is "" for a new one

	back    *widget.Button
	which   *widget.Text
	others  *widget.Button
	id      *widget.Entry
	name    *widget.Entry
	creator *widget.Entry
	admin   *widget.Entry
	members *widget.ChipsEntry
	note    *widget.Column
	threads *widget.Check
	public  *envelope
	trouble *widget.Banner
	pane    *pane
	bar     *actionBar
	save    *widget.Button
	stop    *widget.Button

	saving  bool
	failure error
	filling bool
}

func newManagerTab(p *Page) *managerTab {
	say := p.config.Say
	t := &managerTab{page: p, which: widget.NewBold("", style.Heading), note: widget.NewColumn(0), trouble: widget.NewBanner(widget.Trouble, "")}
	t.which.Elide = true
	t.back = smallLink(say.T("messages.rooms-back"), t.leave)
	t.others = smallLink(say.T("messages.rooms-choose"), func() { widget.ShowMenu(t.others, t.roomItems()) })
	t.save = widget.NewButton(widget.Filled, "check", "", t.primary)
	t.save.Hint = keyCtrlEnter
	t.stop = widget.NewButton(widget.Outlined, "", say.T("widget.cancel"), t.cancel)
	t.bar = newActionBar(t.save)
	t.id, t.name, t.creator, t.admin = t.entry("messages.rooms-id-hint"), t.entry("messages.rooms-name-hint"), t.entry("messages.rooms-uid-hint"), t.entry("messages.rooms-uid-hint")
	t.buildMembers()
	t.threads = widget.NewCheck(say.T("messages.rooms-threads"), func(on bool) { t.changed() })
	t.public = newEnvelope(say.T("messages.rooms-public"), say.T("messages.rooms-public-says"), func(bool) { t.changed() })
	t.trouble.Hidden = true
	t.pane = newPane(
		part{object: widget.NewLine(style.GroupGap, 0, t.which, t.others, t.back)},
		part{above: style.Unit, object: hint("info", style.Ink2, say.T("messages.rooms-advanced"))},
		part{above: style.GroupGap, object: newPair(say.T("messages.rooms-name"), t.name, say.T("messages.rooms-id"), t.id)},
		part{above: style.FieldGap, object: newPair(say.T("messages.rooms-creator"), t.creator, say.T("messages.rooms-admin"), t.admin)},
		part{above: style.FieldGap, object: caption(say.T("messages.rooms-members"))},
		part{above: style.Unit, object: t.members},
		part{above: style.Unit, object: t.note},
		part{above: style.FieldGap, object: t.threads},
		part{object: t.public},
		part{above: style.FieldGap, object: t.trouble},
	)
	t.pane.watch(t.back, t.others, t.threads, t.public.check)
	t.fill(message.ChatRoom{})
	return t
}

func (t *managerTab) entry(hint string) *widget.Entry {
	e := widget.NewEntry("", t.page.config.Say.T(hint))
	e.OnChanged = func(string) { t.changed() }
	e.OnSubmitted = func(string) { t.primary() }
	e.OnFocus = func(on bool) {
		if on {
			t.pane.reveal(e)
		}
	}
	return e
}

func (t *managerTab) buildMembers() {
	say := t.page.config.Say
	t.members = widget.NewChipsEntry(say.T("messages.rooms-members-hint"), say.T("messages.remove"))
	t.members.OnText = func(text string) {
		for _, uid := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\r\n,;，；、", r) }) {
			t.addMember(uid)
		}
	}
	t.members.OnRemove = func(i int) {
		t.room.Members = slices.Delete(slices.Clone(t.room.Members), i, i+1)
		t.changed()
	}
	t.members.OnFocus = func(on bool) {
		if on {
			t.pane.reveal(t.members)
		} else if strings.TrimSpace(t.members.Text()) != "" {
			t.members.Flush()
		}
	}
	t.members.OnResized(t.page.Refresh)
}

// addMember adds a user id. Added ones are marked false, as in the vendor's sample.
func (t *managerTab) addMember(uid string) {
	if !slices.ContainsFunc(t.room.Members, func(m message.Member) bool { return m.UID == uid }) {
		t.room.Members = append(slices.Clone(t.room.Members), message.Member{UID: uid})
	}
	t.changed()
}

// manageRooms shows where chat rooms are created and changed.
func (p *Page) manageRooms() {
	p.tabs.Select(tabRoom)
	p.managing = true
	p.opened()
	p.manager.shown()
}

// leave goes back to the chat room that is written to; what stands here stays.
func (t *managerTab) leave() {
	t.page.open(tabRoom)
	t.page.room.shown()
}

// content is part of being a tab.
func (t *managerTab) content() fyne.CanvasObject { return t.pane }

// foot is part of being a tab.
func (t *managerTab) foot() *actionBar { return t.bar }

// shown puts the focus into the name.
func (t *managerTab) shown() { t.page.focus(t.name.Input()) }

// escape is part of being a tab.
func (t *managerTab) escape() bool {
	if t.saving {
		t.cancel()
	} else {
		t.leave()
	}
	return true
}

// fill shows a chat room, to be changed; the zero value is a new one.
func (t *managerTab) fill(room message.ChatRoom) {
	t.filling = true
	t.room, t.failure = room, nil
	t.id.SetText(room.ID)
	t.name.SetText(room.Name)
	t.creator.SetText(room.Creator)
	t.admin.SetText(room.Admin)
	t.threads.SetOn(room.Threads)
	t.public.check.SetOn(room.Public)
	t.members.SetText("")
	t.filling = false
	t.changed()
}

// edited is the chat room as the fields say.
func (t *managerTab) edited() message.ChatRoom {
	room := t.room
	room.ID, room.Name = strings.TrimSpace(t.id.Text()), strings.TrimSpace(t.name.Text())
	room.Creator, room.Admin = strings.TrimSpace(t.creator.Text()), strings.TrimSpace(t.admin.Text())
	room.Threads, room.Public = t.threads.On(), t.public.check.On()
	return room
}

// changed draws what follows from the fields.
func (t *managerTab) changed() {
	if t.filling || t.page.manager != t { // it is still being built
		return
	}
	t.page.show()
}

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
	p.tasks.Latest("room", func(ctx context.Context) func() {
		made, err := p.config.Services.SaveChatRoom(ctx, room)
		if err == nil {
			if err := p.config.Outbox.RememberRoom(ctx, made.Name, &made); err != nil {
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
