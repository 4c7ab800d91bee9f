package main

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/message"
	"foyer/services/profile"
	"foyer/ui/messages"
	"foyer/ui/outbox"
	"foyer/ui/settings"
	"foyer/ui/window"
)

// makeMessages makes the Messages page, with what is known of the service.
func (f *front) makeMessages() window.Page {
	b := f.back
	f.messages = messages.New(f.ctx, messages.Config{Say: b.say, Outbox: lateOutbox{b.book}, Batches: lateOutbox{b.book}, Book: b.book, Drafts: lateDraft{b.book, messagesDraft},
		Services: through{b.client}, Choose: f.chooser(profile.MessagesService), Desk: mail{b}, Preferences: b, Now: now, Log: b.log, Window: func() fyne.Window { return f.window },
		Connect: f.connect, Demo: f.demo(), ShowMessage: f.showMessage, EditTemplates: f.editMessageTemplates})
	f.messages.SetService(f.status.service())
	f.messages.SetServices(f.status.services)
	f.messages.Load()
	return f.messages
}

// makeOutbox makes the Outbox page.
func (f *front) makeOutbox() window.Page {
	b := f.back
	f.outbox = outbox.New(f.ctx, outbox.Config{Say: b.say, Box: lateOutbox{b.book}, Desk: mail{b}, Now: now, Log: b.log,
		Window: func() fyne.Window { return f.window }, Connect: f.connect, Demo: f.demo(),
		Write: func() { f.shell.Show(agent.PageMessages) }, Counted: f.status.setOutbox})
	f.outbox.SetService(f.status.service())
	f.outbox.SetServices(f.status.services)
	f.outbox.Load()
	return f.outbox
}

// connect shows where the service is set up.
func (f *front) connect() {
	f.shell.Show(agent.PageSettings)
	f.settings.ShowSection(settings.SectionServices)
}

// demo starts the demo office; nil in the demo itself.
func (f *front) demo() func() {
	if f.back.demo {
		return nil
	}
	return func() {
		f.running.Go(func() {
			if err := f.back.client.StartDemo(f.ctx); err != nil {
				f.back.log.Error("starting the demo office", "error", err)
			}
		})
	}
}

func (f *front) showMessage(id int64) {
	f.shell.Show(agent.PageOutbox)
	f.outbox.ShowMessage(id)
}

// messageActions are what can be done from the search box with messages.
func (f *front) messageActions() []window.Result {
	say := f.back.say
	action := func(icon, word, page string) window.Result {
		return window.Result{Icon: icon, Title: say.T(word), Does: say.T("window.search-open"), Open: func() { f.shell.Show(page) }}
	}
	box := action("outbox", "window.action.outbox", agent.PageOutbox)
	if f.messages == nil { // not made yet, and a search is no reason to
		return []window.Result{action("message", "window.action.send", agent.PageMessages), box}
	}
	return append(f.messages.Actions(func() { f.shell.Show(agent.PageMessages) }), box)
}

// mark says on every page that this is the demo office; a click shows what it was sent.
func (f *front) mark() window.Mark {
	if !f.back.demo {
		return window.Mark{}
	}
	say := f.back.say
	return window.Mark{Words: say.T("window.demo"), Tip: say.T("window.demo-tip"), Do: f.openDemo}
}

func (f *front) openDemo() {
	url := f.status.service().URL
	f.running.Go(func() {
		if err := f.back.OpenPage(f.ctx, url); err != nil {
			f.back.log.Warn("opening the demo office", "error", err)
		}
	})
}

// outboxChanged reads anew what shows messages.
func (f *front) outboxChanged() {
	if f.messages != nil {
		f.messages.Load()
	}
	if f.outbox != nil {
		f.outbox.Load() // it counts, too
		return
	}
	f.askOutbox()
}

// askOutbox counts the messages for the status line.
func (f *front) askOutbox() {
	f.running.Go(func() {
		counts, err := lateOutbox{f.back.book}.Counts(f.ctx, message.Filter{})
		if err != nil {
			f.back.log.Warn("counting messages", "error", err)
			return
		}
		fyne.Do(func() { f.status.setOutbox(counts) })
	})
}

// askServices asks the agent how the services are.
func (f *front) askServices() {
	status, err := f.back.client.Status(f.ctx)
	if err != nil {
		if !errors.Is(err, agent.ErrNotRunning) {
			f.back.log.Warn("asking for the services", "error", err)
		}
		return
	}
	fyne.Do(func() {
		f.status.setServices(status.Services)
		if f.rooms != nil {
			f.rooms.SetServices(status.Services)
			f.rooms.SetService(f.status.rooms())
		}
		if f.messages != nil {
			f.messages.SetService(f.status.service())
			f.messages.SetServices(status.Services)
		}
		if f.outbox != nil {
			f.outbox.SetService(f.status.service())
			f.outbox.SetServices(status.Services)
		}
		if f.meetings != nil {
			f.meetings.SetServices(status.Services)
			f.meetings.SetService(f.status.meetings())
		}
		f.settings.Reconsider()
	})
}

// beSeen tells the agent that the window is in sight, until unseen is called: who sees the outbox
// needs no notification of what failed.
func (f *front) beSeen() {
	ctx, cancel := context.WithCancel(f.ctx)
	f.unseen = cancel
	f.running.Go(func() {
		for ctx.Err() == nil {
			events, err := f.back.client.Subscribe(ctx, agent.RoleVisible)
			if err != nil {
				pause(ctx, later)
				continue
			}
			for range events { //nolint:revive // the subscription itself is what counts
			}
		}
	})
}

// mail is the desktop as the pages of messages ask for it.
type mail struct{ *backstage }

var (
	_ messages.Desk = mail{}
	_ outbox.Desk   = mail{}
)

// Changed implements messages.Desk and outbox.Desk.
func (m mail) Changed(ctx context.Context) { m.tell(ctx, agent.OutboxChanged) }

// Deliver implements outbox.Desk.
func (m mail) Deliver(ctx context.Context, ids ...int64) error { return m.client.Deliver(ctx, ids...) }
