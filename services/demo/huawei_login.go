package demo

import (
	"crypto/subtle"
	"encoding/base64"
	"strings"
	"unicode/utf8"
)

// hwClientAPI is the clientType of programs.
const hwClientAPI = 72

// hwLogIn is the body of CreateToken.
type hwLogIn struct {
	account    string
	clientType int
	noToken    bool
}

// readLogIn reads D0306.
func readLogIn(c *hwCall) *hwCode {
	in, refused := c.object()
	if refused != nil {
		return refused
	}
	var kind int
	l := hwLogIn{account: in.text("account")}
	in.read("clientType", &l.clientType, "a number")
	in.read("createTokenType", &kind, "a number")
	in.text("HA2")
	n := utf8.RuneCountInString(l.account)
	if len(in.wrong) > 0 || n < 1 || n > 255 || !in.has("clientType") || kind < 0 || kind > 1 {
		return &hwInvalid
	}
	l.noToken = kind == 1
	c.in = l
	return nil
}

// logIn is CreateToken, D0306.
//
// undocumented: what becomes of an account in the body that is not the one in the header, what an
// answer without a token has in it, and the number of tries.
func (h *huawei) logIn(c *hwCall) (any, *hwCode) {
	in := c.in.(hwLogIn)
	account, password, ok := readBasic(c.r.Header.Get("Authorization"))
	if !ok {
		return nil, &hwWrongAccount
	}
	if account != in.account {
		return nil, &hwInvalid
	}
	u := h.users[account]
	if u == nil || u.password == "" {
		return nil, &hwWrongAccount
	}
	if u.tries.locked(c.now) {
		return nil, &hwLocked
	}
	if subtle.ConstantTimeCompare([]byte(password), []byte(u.password)) != 1 {
		u.tries.failed(c.now)
		return nil, &hwWrongAccount
	}
	u.tries.succeeded()
	if u.disabled {
		return nil, &hwDisabled
	}
	if in.noToken {
		return u.welcome(c, nil), nil
	}
	return u.welcome(c, h.sessions.open(u, in.clientType, c.now)), nil
}

// readBasic reads the header of RFC 7617. An account has no colon in it.
func readBasic(header string) (account, password string, ok bool) {
	scheme, rest, found := strings.Cut(header, " ")
	if !found || !strings.EqualFold(scheme, "Basic") {
		return "", "", false
	}
	text, err := base64.StdEncoding.DecodeString(strings.TrimSpace(rest))
	if err != nil || !utf8.Valid(text) {
		return "", "", false
	}
	return strings.Cut(string(text), ":")
}

// object reads the body as one JSON object.
func (c *hwCall) object() (*camObject, *hwCode) {
	if len(c.body) == 0 {
		return nil, c.bad(&hwNoBody)
	}
	if !utf8.Valid(c.body) {
		return nil, c.bad(&hwNotJSON)
	}
	in := readObject("body", c.body)
	if len(in.wrong) > 0 {
		return nil, c.bad(&hwNotJSON)
	}
	return in, nil
}
