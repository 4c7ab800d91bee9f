package demo_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"foyer/services/demo"
)

const nonce = "EycLQsHwxhzK9OW8UEKWNfH2I3CGR2nI"

// signed signs the parts with a key.
func signed(key string, parts ...string) string {
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(strings.Join(parts, ":")))
	return hex.EncodeToString(mac.Sum(nil))
}

// app is a log-in with an App ID, whose fields tests spoil.
type app struct {
	signature, access, ticket string
	body                      map[string]any
}

func (h *huawei) app(userID string, expires int64) app {
	id := h.office.AppID()
	return app{
		signature: signed(h.office.AppKey(), id, userID, fmt.Sprint(expires), nonce),
		body:      map[string]any{"appId": id, "clientType": 72, "expireTime": expires, "nonce": nonce, "userId": userID},
	}
}

func (h *huawei) appLogIn(a app) said {
	h.t.Helper()
	body, err := json.Marshal(a.body)
	if err != nil {
		h.t.Fatal(err)
	}
	header := "HMAC-SHA256 signature=" + a.signature
	if a.access != "" {
		header += ",access=" + base64.StdEncoding.EncodeToString([]byte(a.access))
	}
	headers := []string{"Authorization", header}
	if a.ticket != "" {
		headers = append(headers, "X-Token-Type", a.ticket)
	}
	return h.ask("POST", appPath, string(body), headers...)
}

func TestAppIDLogIns(t *testing.T) {
	soon := monday.Add(10 * time.Minute).Unix()
	for _, test := range []struct {
		name  string
		spoil func(*huawei, *app)
		want  string
	}{
		{"the short form", func(*huawei, *app) {}, "200"},
		{"the short form with its ticket", func(_ *huawei, a *app) { a.ticket = "LongTicket" }, "200"},
		{"the long form", func(h *huawei, a *app) { a.access, a.ticket = h.office.AppID(), "LongTicket" }, "200"},
		{"capital letters", func(_ *huawei, a *app) { a.signature = strings.ToUpper(a.signature) }, "200"},
		{"for ever", func(h *huawei, a *app) { *a = h.app("ann.example@example.com", 0) }, "200"},
		{"the very second", func(h *huawei, a *app) { *a = h.app("ann.example@example.com", monday.Unix()) }, "200"},
		{"no user", func(h *huawei, a *app) { *a = h.app("", soon) }, "200"},
		{"no member for the user", func(h *huawei, a *app) { *a = h.app("", soon); delete(a.body, "userId") }, "200"},
		{"the long form without its ticket", func(h *huawei, a *app) { a.access = h.office.AppID() }, "400 USG.000000003"},
		{"another application in the header", func(_ *huawei, a *app) { a.access, a.ticket = "other", "LongTicket" }, "401 USG.206010025"},
		{"an unknown application", func(_ *huawei, a *app) { a.body["appId"] = "fdb8e4699586458bbd10c834872dcc62" }, "401 USG.206010058"},
		{"another key", func(h *huawei, a *app) {
			a.signature = signed("x", h.office.AppID(), "ann.example@example.com", fmt.Sprint(soon), nonce)
		}, "401 USG.206010025"},
		{"another user than signed", func(_ *huawei, a *app) { a.body["userId"] = "bob.sample@example.com" }, "401 USG.206010025"},
		{"another nonce than signed", func(_ *huawei, a *app) { a.body["nonce"] = nonce + "x" }, "401 USG.206010025"},
		{"another time than signed", func(_ *huawei, a *app) { a.body["expireTime"] = soon + 1 }, "401 USG.206010025"},
		{"half a signature", func(_ *huawei, a *app) { a.signature = a.signature[:32] }, "401 USG.206010025"},
		{"no hexadecimal", func(_ *huawei, a *app) { a.signature = "signature" }, "401 USG.206010025"},
		{"too late", func(h *huawei, a *app) { *a = h.app("ann.example@example.com", monday.Unix()-1) }, "401 USG.206010057"},
		{"an enterprise", func(_ *huawei, a *app) { a.body["corpId"] = "651543334" }, "401 USG.206010025"},
		{"somebody disabled", func(h *huawei, a *app) { *a = h.app(h.office.DisabledAccount(), soon) }, "412 USG.206010007"},
		{"a short nonce", func(_ *huawei, a *app) { a.body["nonce"] = nonce[1:] }, "400 USG.000000003"},
		{"a long nonce", func(_ *huawei, a *app) { a.body["nonce"] = nonce + nonce + "x" }, "400 USG.000000003"},
		{"no time", func(_ *huawei, a *app) { delete(a.body, "expireTime") }, "400 USG.000000003"},
		{"the time as text", func(_ *huawei, a *app) { a.body["expireTime"] = fmt.Sprint(soon) }, "400 USG.000000003"},
		{"no clientType", func(_ *huawei, a *app) { delete(a.body, "clientType") }, "400 USG.000000003"},
	} {
		h := meetings(t)
		a := h.app("ann.example@example.com", soon)
		test.spoil(h, &a)
		h.expect(test.name, h.appLogIn(a), test.want)
	}
	h := meetings(t)
	h.expect("no header", h.ask("POST", appPath, `{"appId":"x","clientType":72,"expireTime":0,"nonce":"`+nonce+`"}`), "401 USG.206010025")
}

func TestAServiceProviderSignsTheEnterprise(t *testing.T) {
	h := meetings(t)
	if err := h.office.SetHuaweiForm(demo.HuaweiForm{SP: true}); err != nil {
		t.Fatal(err)
	}
	a := h.app("ann.example@example.com", 0)
	h.expect("without the enterprise", h.appLogIn(a), "401 USG.206010025")
	for corp, want := range map[string]string{h.office.Enterprise(): "200", "1": "401 USG.206010025"} {
		a.body["corpId"] = corp
		a.signature = signed(h.office.AppKey(), h.office.AppID(), corp, "ann.example@example.com", "0", nonce)
		h.expect("enterprise "+corp, h.appLogIn(a), want)
	}
}

func TestAnAppIDLogInIsForItsUser(t *testing.T) {
	h := meetings(t)
	for user, want := range map[string]string{"": "Barbara Example", "ludwig.muster@example.com": "Ludwig Muster", "new-user": "new-user"} {
		got := decoded[tokens](t, h.appLogIn(h.app(user, 0)).body)
		if got.User["name"] != want || got.User["adminType"] != map[bool]float64{true: 0, false: 2}[user == ""] {
			t.Errorf("%q: %v", user, got.User)
		}
		if account := fmt.Sprint(got.User["ucloginAccount"]); strings.HasPrefix(account, "Auto-") != (user == "new-user") {
			t.Errorf("%q: account %s", user, account)
		}
		h.expect(user, h.ask("GET", mePath, "", "X-Access-Token", got.AccessToken), "200")
	}
	if err := h.office.SetHuaweiForm(demo.HuaweiForm{NoRegister: true}); err != nil {
		t.Fatal(err)
	}
	h.expect("known", h.appLogIn(h.app("new-user", 0)), "200")
	h.expect("unknown", h.appLogIn(h.app("newer-user", 0)), "401 USG.206010030")
}
