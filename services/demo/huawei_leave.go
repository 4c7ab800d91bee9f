package demo

import (
	"encoding/json"
	"slices"
	"time"
)

// readHangUp reads the body of HangUp.
func readHangUp(c *hwCall) *hwCode {
	in, refused := c.object()
	if refused != nil {
		return refused
	}
	var pids []string
	in.read("bulkHangUpParticipants", &pids, "a list of texts")
	if len(in.wrong) > 0 {
		return &hwNotJSON
	}
	if len(pids) == 0 || len(pids) > hwInvitedMost || slices.Contains(pids, "") {
		return &hwParameter
	}
	c.in = pids
	return nil
}

// hangUp is HangUp: these calls end, and their people stay on the list of the invited.
//
// undocumented: that one who is not there stops all, and that calls that still ring can be ended.
func (h *huawei) hangUp(c *hwCall) (any, *hwCode) {
	var found []*hwCalled
	for _, pid := range c.in.([]string) {
		a := c.meeting.participant(pid, c.now)
		if a == nil {
			return nil, &hwNobody
		}
		found = append(found, a)
	}
	for _, a := range found {
		a.hangUp(c.now)
	}
	return hwDone, nil
}

// participant returns who is in, called or joining under a pid, nil for nobody.
func (m *hwMeeting) participant(pid string, now time.Time) *hwCalled {
	for _, a := range m.present(now) {
		if a.pid == pid {
			return a
		}
	}
	return nil
}

func (c *hwCalled) hangUp(now time.Time) { c.ended, c.endedAt = true, now }

// hwRemoval is one entry of the body of DeleteAttendees.
type hwRemoval struct{ number, pid string }

// readRemove reads the body of DeleteAttendees.
func readRemove(c *hwCall) *hwCode {
	in, refused := c.object()
	if refused != nil {
		return refused
	}
	var list []json.RawMessage
	in.read("bulkDelAttendInfo", &list, "a list")
	if len(list) > hwInvitedMost {
		return &hwParameter
	}
	var all []hwRemoval
	for _, data := range list {
		one := readObject("bulkDelAttendInfo", data)
		all = append(all, hwRemoval{one.text("number"), one.text("participantID")})
		in.wrong = append(in.wrong, one.wrong...)
	}
	if len(in.wrong) > 0 {
		return &hwNotJSON
	}
	if len(all) == 0 || slices.ContainsFunc(all, func(r hwRemoval) bool { return r.number == "" }) {
		return &hwParameter
	}
	c.in = all
	return nil
}

// remove is DeleteAttendees: these numbers are not invited any more, and their calls end. Somebody who
// has joined needs the pid, too.
//
// undocumented: that one who is not there stops all, and the code for a pid that is missing.
func (h *huawei) remove(c *hwCall) (any, *hwCode) {
	var calls []*hwCalled
	gone := map[string]bool{}
	for _, r := range c.in.([]hwRemoval) {
		invited := slices.ContainsFunc(c.meeting.invited, func(a *hwInvited) bool { return a.Phone == r.number })
		call := c.meeting.at(c.now, func(s hwStage) bool { return s != hwGone })
		at := slices.IndexFunc(call, func(a *hwCalled) bool { return a.Phone == r.number })
		switch {
		case !invited && at < 0:
			return nil, &hwNobody
		case at >= 0 && r.pid == "" && call[at].stage(c.now) == hwIn:
			return nil, &hwParameter
		case at >= 0 && r.pid != "" && r.pid != call[at].pid, at < 0 && r.pid != "":
			return nil, &hwNobody
		case at >= 0:
			calls = append(calls, call[at])
		}
		gone[r.number] = true
	}
	for _, a := range calls {
		a.hangUp(c.now)
	}
	c.meeting.invited = slices.DeleteFunc(c.meeting.invited, func(a *hwInvited) bool { return gone[a.Phone] })
	return hwDone, nil
}
