package agent

import (
	"context"

	"foyer/services/fault"
)

// respond does what a request asks for.
func (a *Agent) respond(ctx context.Context, q request) reply {
	switch q.Do {
	case doStatus:
		status := a.Status()
		return reply{Status: &status}
	case doShow:
		return reply{Error: toWire("opening the window", a.Show(ctx, q.Page))}
	case doQuit:
		return reply{}
	case doPaste:
		p, err := a.Paste(ctx)
		return reply{Pasted: &p, Error: toWire("pasting", err)}
	case doUndo:
		return reply{Error: toWire("undoing", a.Undo(ctx, q.Undo))}
	case doCopyLink:
		p, err := a.CopyLink(ctx, q.Ref)
		return reply{Pasted: &p, Error: toWire("copying a link", err)}
	case doCopy:
		if q.Clip == nil {
			return reply{Error: toWire("copying", &fault.Error{Op: "copying", Service: "agent", Kind: fault.Invalid, Code: "nothing"})}
		}
		c, err := a.Copy(ctx, *q.Clip)
		return reply{Copied: &c, Error: toWire("copying", err)}
	case doChanged:
		return reply{Error: toWire("telling of a change", a.Changed(q.What))}
	default:
		return a.respondService(ctx, q)
	}
}

// respondService does what concerns the outbox and the services. A request that lacks what it is
// about means the zero value, which is refused where it is wrong.
func (a *Agent) respondService(ctx context.Context, q request) reply {
	switch q.Do {
	case doDeliver:
		return reply{Error: toWire("delivering", a.Deliver(ctx, q.IDs...))}
	case doCheck:
		c, err := a.CheckService(ctx, q.Name)
		return reply{Checked: &c, Error: toWire("testing a connection", err)}
	case doQuickCall:
		url, err := a.QuickCall(ctx, q.Service, value(q.QuickCall))
		return reply{URL: url, Error: toWire("creating a quick call", err)}
	case doSaveChatRoom:
		room, err := a.SaveChatRoom(ctx, q.Service, value(q.ChatRoom))
		return reply{ChatRoom: &room, Error: toWire("saving a chat room", err)}
	case doSetSecret:
		return reply{Error: toWire("keeping a secret", a.SetSecret(ctx, q.Name, q.Secret, q.Keeping))}
	case doRemoveSecret:
		return reply{Error: toWire("removing a secret", a.RemoveSecret(ctx, q.Name))}
	case doSecretState:
		s, err := a.SecretState(ctx, q.Name)
		return reply{Secret: &s, Error: toWire("looking for a secret", err)}
	case doDemo:
		return reply{Error: toWire("starting the demo office", a.StartDemo(ctx))}
	case doData:
		r, err := a.keepData(ctx, value(q.Data))
		return reply{Data: &r, Error: toWire("looking after the data", err)}
	case doMeeting:
		r, err := a.meet(ctx, q.Service, value(q.Meeting))
		return reply{Meeting: &r, Error: toWire("calling the meeting service", err)}
	default:
		return a.respondRooms(ctx, q)
	}
}

// respondRooms does what concerns the meeting rooms.
func (a *Agent) respondRooms(ctx context.Context, q request) reply {
	switch q.Do {
	case doRefreshRooms:
		return a.refresh(q.Service, func(p *roomPoll) error { return p.refreshDay(ctx, q.Day) })
	case doRefreshMonth:
		return a.refresh(q.Service, func(p *roomPoll) error { return p.refreshMonth(ctx, q.Month) })
	case doPokeRooms:
		a.PokeRooms()
		return reply{}
	default:
		return reply{Error: toWire("answering", &fault.Error{Op: "answering", Service: "agent", Kind: fault.Invalid, Code: "unknown-request"})}
	}
}

// refresh reads rooms of a service anew.
func (a *Agent) refresh(service string, read func(*roomPoll) error) reply {
	p, err := a.roomsOf(service)
	if err == nil {
		err = read(p)
	}
	return reply{Error: toWire("reading the rooms", err)}
}

func value[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}
