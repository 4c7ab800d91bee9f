package agent

import (
	"context"

	"foyer/services/fault"
	"foyer/services/meeting"
)

// The calls of meeting.Host, by name.
const (
	callOpen         = "open"
	callPresence     = "presence"
	callInvite       = "invite"
	callInviteNumber = "invite-number"
	callHangUp       = "hang-up"
	callRemove       = "remove"
	callList         = "list"
	callDetail       = "detail"
	callCreate       = "create"
	callStart        = "start"
	callEnd          = "end"
	callCancel       = "cancel"
	callSearch       = "search"
	callPreview      = "preview"
)

// meetingCall is a call of meeting.Host on the way to the agent. It may hold a password.
type meetingCall struct {
	Call      string             `json:"call"`
	Access    meeting.Access     `json:"access,omitzero"`
	Attendees []meeting.Attendee `json:"attendees,omitempty"`
	Number    string             `json:"number,omitempty"`
	PIDs      []string           `json:"pids,omitempty"`
	People    []meeting.Removal  `json:"people,omitempty"`
	Query     meeting.Query      `json:"query,omitzero"`
	ID        string             `json:"id,omitempty"`
	Draft     meeting.Draft      `json:"draft,omitzero"`
}

// meetingResult is what came of it.
type meetingResult struct {
	Control   meeting.Control   `json:"control,omitzero"`
	Presence  meeting.Presence  `json:"presence,omitzero"`
	Meetings  meeting.Meetings  `json:"meetings,omitzero"`
	Meeting   meeting.Meeting   `json:"meeting,omitzero"`
	Directory meeting.Directory `json:"directory,omitzero"`
	Request   meeting.Request   `json:"request,omitzero"`
}

func (c meetingCall) do(ctx context.Context, h meeting.Host) (r meetingResult, err error) {
	switch c.Call {
	case callOpen:
		r.Control, err = h.Open(ctx, c.Access)
	case callPresence:
		r.Presence, err = h.Presence(ctx, c.Access)
	case callInvite:
		err = h.Invite(ctx, c.Access, c.Attendees)
	case callInviteNumber:
		err = h.InviteNumber(ctx, c.Access, c.Number)
	case callHangUp:
		err = h.HangUp(ctx, c.Access, c.PIDs)
	case callRemove:
		err = h.Remove(ctx, c.Access, c.People)
	case callEnd:
		err = h.End(ctx, c.Access)
	case callPreview:
		r.Request, err = h.Preview(ctx, c.Access, c.Attendees)
	default:
		return c.manage(ctx, h)
	}
	return r, err
}

// manage does what needs the account rather than a meeting's password.
func (c meetingCall) manage(ctx context.Context, h meeting.Host) (r meetingResult, err error) {
	switch c.Call {
	case callList:
		r.Meetings, err = h.List(ctx, c.Query)
	case callDetail:
		r.Meeting, err = h.Detail(ctx, c.ID)
	case callCreate:
		r.Meeting, err = h.Create(ctx, c.Draft)
	case callStart:
		err = h.Start(ctx, c.Access)
	case callCancel:
		err = h.Cancel(ctx, c.ID)
	case callSearch:
		r.Directory, err = h.Search(ctx, c.Query)
	default:
		err = &fault.Error{Op: "answering", Service: "agent", Kind: fault.Invalid, Code: "unknown-request"}
	}
	return r, err
}
