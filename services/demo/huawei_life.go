package demo

// refresh is UpdateToken, D0307. One page wants the refresh token in the header, another one the
// access token; the office takes both.
//
// undocumented: that the old tokens end at once.
func (h *huawei) refresh(c *hwCall) (any, *hwCode) {
	token := c.r.Header.Get("X-Access-Token")
	s := h.sessions.byRefresh[token]
	if s == nil || !c.now.Before(s.created.Add(hwRefreshFor)) {
		var refused *hwCode
		if s, refused = h.sessions.find(token, c.now); refused != nil {
			return nil, refused
		}
	}
	h.sessions.end(s)
	return s.user.welcome(c, h.sessions.open(s.user, s.clientType, c.now)), nil
}

// hwCheck is the body of CheckToken.
type hwCheck struct {
	token         string
	renew, person bool
}

// readCheck reads D0308.
func readCheck(c *hwCall) *hwCode {
	in, refused := c.object()
	if refused != nil {
		return refused
	}
	k := hwCheck{in.text("token"), in.flag("needGenNewToken"), in.flag("needAccountInfo")}
	if len(in.wrong) > 0 || k.token == "" || !in.has("needGenNewToken") {
		return &hwInvalid
	}
	c.in = k
	return nil
}

// check is CheckToken, D0308.
//
// undocumented: that the old token ends when there is a new one.
func (h *huawei) check(c *hwCall) (any, *hwCode) {
	in := c.in.(hwCheck)
	s, refused := h.sessions.find(in.token, c.now)
	if refused != nil {
		return nil, refused
	}
	if in.renew {
		h.sessions.end(s)
		s = h.sessions.open(s.user, s.clientType, c.now)
	}
	w := s.user.welcome(c, s)
	if !in.person {
		w.User = nil
	}
	return w, nil
}

// logOut is DeleteToken, D0309.
func (h *huawei) logOut(c *hwCall) (any, *hwCode) {
	h.sessions.end(h.sessions.byToken[c.r.Header.Get("X-Access-Token")])
	return nil, nil
}
