package agent

import (
	"context"
	"errors"

	"foyer/services/fault"
	"foyer/services/meeting"
)

// MeetingHost is the meeting service as the agent reaches it: one log-in and one control token for all
// windows. It is a plain value like Client.
type MeetingHost struct{ Client Client }

var _ meeting.Host = MeetingHost{}

func (h MeetingHost) call(ctx context.Context, c meetingCall) (meetingResult, error) {
	r, err := h.Client.askFor(ctx, serviceTime, request{Do: doMeeting, Meeting: &c})
	return value(r.Meeting), err
}

// Open implements meeting.Host.
func (h MeetingHost) Open(ctx context.Context, access meeting.Access) (meeting.Control, error) {
	r, err := h.call(ctx, meetingCall{Call: callOpen, Access: access})
	return r.Control, err
}

// Presence implements meeting.Host.
func (h MeetingHost) Presence(ctx context.Context, access meeting.Access) (meeting.Presence, error) {
	r, err := h.call(ctx, meetingCall{Call: callPresence, Access: access})
	return r.Presence, err
}

// Invite implements meeting.Host. An agent that dies on the way leaves the outcome unknown.
func (h MeetingHost) Invite(ctx context.Context, access meeting.Access, attendees []meeting.Attendee) error {
	return h.change(ctx, meetingCall{Call: callInvite, Access: access, Attendees: attendees})
}

// InviteNumber implements meeting.Host.
func (h MeetingHost) InviteNumber(ctx context.Context, access meeting.Access, number string) error {
	return h.change(ctx, meetingCall{Call: callInviteNumber, Access: access, Number: number})
}

// HangUp implements meeting.Host.
func (h MeetingHost) HangUp(ctx context.Context, access meeting.Access, pids []string) error {
	return h.change(ctx, meetingCall{Call: callHangUp, Access: access, PIDs: pids})
}

// Remove implements meeting.Host.
func (h MeetingHost) Remove(ctx context.Context, access meeting.Access, people []meeting.Removal) error {
	return h.change(ctx, meetingCall{Call: callRemove, Access: access, People: people})
}

// List implements meeting.Host.
func (h MeetingHost) List(ctx context.Context, q meeting.Query) (meeting.Meetings, error) {
	r, err := h.call(ctx, meetingCall{Call: callList, Query: q})
	return r.Meetings, err
}

// Detail implements meeting.Host.
func (h MeetingHost) Detail(ctx context.Context, id string) (meeting.Meeting, error) {
	r, err := h.call(ctx, meetingCall{Call: callDetail, ID: id})
	return r.Meeting, err
}

// Create implements meeting.Host.
func (h MeetingHost) Create(ctx context.Context, d meeting.Draft) (meeting.Meeting, error) {
	r, err := h.call(ctx, meetingCall{Call: callCreate, Draft: d})
	return r.Meeting, unsure(ctx, err)
}

// Start implements meeting.Host.
func (h MeetingHost) Start(ctx context.Context, access meeting.Access) error {
	return h.change(ctx, meetingCall{Call: callStart, Access: access})
}

// End implements meeting.Host.
func (h MeetingHost) End(ctx context.Context, access meeting.Access) error {
	return h.change(ctx, meetingCall{Call: callEnd, Access: access})
}

// Cancel implements meeting.Host.
func (h MeetingHost) Cancel(ctx context.Context, id string) error {
	return h.change(ctx, meetingCall{Call: callCancel, ID: id})
}

// Search implements meeting.Host.
func (h MeetingHost) Search(ctx context.Context, q meeting.Query) (meeting.Directory, error) {
	r, err := h.call(ctx, meetingCall{Call: callSearch, Query: q})
	return r.Directory, err
}

// Preview implements meeting.Host.
func (h MeetingHost) Preview(ctx context.Context, access meeting.Access, attendees []meeting.Attendee) (meeting.Request, error) {
	r, err := h.call(ctx, meetingCall{Call: callPreview, Access: access, Attendees: attendees})
	return r.Request, err
}

// change makes a call that changes something at the service.
func (h MeetingHost) change(ctx context.Context, c meetingCall) error {
	_, err := h.call(ctx, c)
	return unsure(ctx, err)
}

// unsure makes the outcome of a change unknown when the agent had the request and gave no answer.
func unsure(ctx context.Context, err error) error {
	e, ok := errors.AsType[*fault.Error](err)
	if !ok || e.Service != "agent" || errors.Is(err, ErrNotRunning) {
		return err
	}
	switch e.Kind {
	case fault.Unreachable, fault.Faulty, fault.Cancelled:
		return &fault.Error{Op: e.Op, Service: HuaweiMeeting, Kind: fault.UnknownOutcome, Err: errors.Join(err, ctx.Err())}
	default:
		return err
	}
}
