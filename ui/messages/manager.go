package messages

import (
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
	t.page.touched()
	t.page.show()
}
