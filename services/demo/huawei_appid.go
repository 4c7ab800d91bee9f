package demo

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode/utf8"
)

// hwAppID is the demo office's application.
const hwAppID = "d3a0f0e1c4f94b6e8f5a0dec0ff1ce01"

// hwAppLogIn is the body of CreateAppIdToken.
type hwAppLogIn struct {
	appID, corpID, userID, userName, nonce string
	expires                                int64
	clientType                             int
}

// readAppLogIn reads D0311.
func readAppLogIn(c *hwCall) *hwCode {
	in, refused := c.object()
	if refused != nil {
		return refused
	}
	l := hwAppLogIn{
		appID: in.text("appId"), corpID: in.text("corpId"), userID: in.text("userId"),
		userName: in.text("userName"), nonce: in.text("nonce"),
	}
	for _, key := range []string{"userEmail", "userPhone", "deptCode"} {
		in.text(key)
	}
	in.read("expireTime", &l.expires, "a number")
	in.read("clientType", &l.clientType, "a number")
	n := utf8.RuneCountInString(l.nonce)
	switch {
	case len(in.wrong) > 0, !in.has("clientType"), !in.has("expireTime"), l.expires < 0:
		return &hwInvalid
	case l.appID == "", n < 32, n > 64, len(l.userID) > 255, len(l.userName) > 255:
		return &hwInvalid
	}
	c.in = l
	return nil
}

// appLogIn is CreateAppIdToken, D0311, in both forms of its header.
//
// undocumented: which codes an application and an enterprise get that nobody knows, and that nonces may
// come again.
func (h *huawei) appLogIn(c *hwCall) (any, *hwCode) {
	in := c.in.(hwAppLogIn)
	signature, access, ok := readSignature(c.r.Header.Get("Authorization"))
	switch {
	case !ok:
		return nil, &hwBadSignature
	case access != "" && c.r.Header.Get("X-Token-Type") != "LongTicket":
		return nil, &hwInvalid
	case in.appID != hwAppID:
		return nil, &hwNotBound
	case access != "" && access != in.appID, !hmac.Equal(signature, in.signature(h.keys.AppKey, h.form.SP)):
		return nil, &hwBadSignature
	case h.form.SP && in.corpID != hwCorp, !h.form.SP && in.corpID != "":
		return nil, &hwBadSignature
	case in.expires != 0 && c.now.Unix() > in.expires:
		return nil, &hwSignatureOld
	}
	u, refused := h.appUser(in)
	if refused != nil {
		return nil, refused
	}
	return u.welcome(c, h.sessions.open(u, in.clientType, c.now)), nil
}

// signature is what the client should have made of what it sent.
func (l hwAppLogIn) signature(key string, sp bool) []byte {
	parts := []string{l.appID, l.userID, strconv.FormatInt(l.expires, 10), l.nonce}
	if sp {
		parts = append([]string{l.appID, l.corpID}, parts[1:]...)
	}
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(strings.Join(parts, ":"))) //nolint:errcheck // a hash never fails
	return mac.Sum(nil)
}

// readSignature reads "HMAC-SHA256 signature=<hex>", to which ",access=<base64>" may be added.
func readSignature(header string) (signature []byte, access string, ok bool) {
	scheme, rest, found := strings.Cut(header, " ")
	if !found || !strings.EqualFold(scheme, "HMAC-SHA256") {
		return nil, "", false
	}
	for part := range strings.SplitSeq(rest, ",") {
		key, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		var err error
		switch key {
		case "signature":
			signature, err = hex.DecodeString(value)
		case "access":
			var id []byte
			id, err = base64.StdEncoding.DecodeString(value)
			access = string(id)
		}
		if err != nil {
			return nil, "", false
		}
	}
	return signature, access, len(signature) == sha256.Size
}
