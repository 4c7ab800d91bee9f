package demo

import "time"

// hwStart is the body of StartMeeting.
type hwStart struct{ id, password string }

// readStart reads DSTART.
func readStart(c *hwCall) *hwCode {
	in, refused := c.object()
	if refused != nil {
		return refused
	}
	s := hwStart{in.text("conferenceID"), in.text("password")}
	switch {
	case len(in.wrong) > 0:
		return &hwNotJSON
	case s.id == "":
		return &hwParameter
	case s.password == "":
		return &hwNeedsPassword
	}
	c.in = s
	return nil
}

// startMeeting is StartMeeting. Guests may start a meeting that says so.
//
// undocumented: that it may be called again; who may call it; the codes.
func (h *huawei) startMeeting(c *hwCall) (any, *hwCode) {
	in := c.in.(hwStart)
	m := h.meeting(in.id)
	switch {
	case m == nil:
		return nil, &hwNoMeeting
	case m.phase == hwOver:
		return nil, &hwClosed
	case m.tries.locked(c.now):
		return nil, &hwControlLocked
	case !same(in.password, m.chair) && (!m.guestsStart || !same(in.password, m.guest)):
		m.tries.failed(c.now)
		return nil, &hwStartPassword
	}
	m.tries.succeeded()
	m.begin(c.now)
	return map[string]string{"uuid": hwID("uuid" + m.id), "regionIP": c.host()}, nil
}

// begin starts a meeting, unless it runs, and calls those who are to be called then.
//
// undocumented: that a meeting that begins early or late keeps its length.
func (m *hwMeeting) begin(now time.Time) {
	if m.phase == hwRunning {
		return
	}
	m.end = now.Add(m.end.Sub(m.start))
	m.start, m.phase = now, hwRunning
	for _, a := range m.invited {
		if a.AutoInvite == 1 {
			m.call(a.hwAttendee, now)
		}
	}
}

// stop is StopMeeting, which ends a running meeting.
func (h *huawei) stop(c *hwCall) (any, *hwCode) {
	c.meeting.finish(c.now)
	return hwDone, nil
}

// finish ends a meeting for everybody.
func (m *hwMeeting) finish(now time.Time) {
	m.phase = hwOver
	for _, a := range m.present(now) {
		a.hangUp(now)
	}
}

// cancel is CancelMeeting.
//
// undocumented: who may, and what it is answered with.
func (h *huawei) cancel(c *hwCall) (any, *hwCode) {
	m, refused := h.seen(c, c.query("conferenceID"))
	if refused != nil {
		return nil, refused
	}
	kind, ok := c.number("type", 0)
	switch {
	case !ok || kind < 0 || kind > 1:
		return nil, &hwParameter
	case m.owner != c.user && !c.user.admin:
		return nil, &hwNotAllowed
	case m.phase == hwRunning && kind != 1:
		return nil, &hwInProgress
	}
	m.finish(c.now)
	return nil, nil
}
