package demo

// hwNumberCall is the body of InviteWithPwd.
type hwNumberCall struct{ number, id, password string }

// readNumberCall reads D0419.
func readNumberCall(c *hwCall) *hwCode {
	in, refused := c.object()
	if refused != nil {
		return refused
	}
	var belongs int
	n := hwNumberCall{in.text("callNum"), in.text("confID"), in.text("pwd")}
	in.text("orgID")
	in.read("numBelongsType", &belongs, "a number")
	in.flag("isNotOverlayPidName")
	switch {
	case len(in.wrong) > 0:
		return &hwNotJSON
	case n.number == "":
		return &hwNumberEmpty
	case longer(n.number, 127):
		return &hwNumberLong
	case !hwNumbers.MatchString(n.number):
		return &hwNumberIllegal
	case n.id == "", belongs < 0, belongs > 1:
		return &hwParameter
	case n.password == "":
		return &hwNeedsPassword
	}
	c.in = n
	return nil
}

// inviteNumber is InviteWithPwd, D0419: it calls one number, and takes the password of the host or of
// the guests in place of a token.
//
// undocumented: the codes, and that the ID in the body has to be the one in the query.
func (h *huawei) inviteNumber(c *hwCall) (any, *hwCode) {
	in := c.in.(hwNumberCall)
	switch c.query("conferenceID") {
	case "":
		return nil, &hwMissing
	case in.id:
	default:
		return nil, &hwParameter
	}
	m, refused := h.entered(in.id, c.now, func(m *hwMeeting) bool {
		return same(in.password, m.chair) || m.guest != "" && same(in.password, m.guest)
	})
	if refused != nil {
		return nil, refused
	}
	if h.full(m, 1) {
		return nil, &hwTooManyInside
	}
	a := hwAttendee{Name: in.number, Phone: in.number, Type: "terminal"}
	m.add(a)
	m.call(a, c.now)
	return hwDone, nil
}

// pushToken is CreateWebSocketToken, D1506. Nothing is pushed in the demo office.
func (h *huawei) pushToken(*hwCall) (any, *hwCode) {
	return map[string]string{"webSocketToken": hwHex(24)}, nil
}
