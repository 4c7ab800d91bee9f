package demo_test

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestALogInIsAnsweredInTheVendorsShape(t *testing.T) {
	h := meetings(t)
	got := h.logIn()
	if len(got.AccessToken) != 40 || len(got.RefreshToken) != 40 || got.AccessToken == got.RefreshToken || got.ClientType != 72 {
		t.Errorf("%+v", got)
	}
	if got.ValidPeriod < 12*60*60 || got.ValidPeriod > 24*60*60 || got.CreateTime != monday.UnixMilli() || got.ExpireTime != got.CreateTime/1000+got.ValidPeriod {
		t.Errorf("valid %d s, made %d ms, until %d s", got.ValidPeriod, got.CreateTime, got.ExpireTime)
	}
	if got.User["name"] != "Barbara Example" || got.User["adminType"] != float64(0) || got.RefreshExpireTime != monday.AddDate(0, 0, 30).Unix() {
		t.Errorf("user %v, refreshed until %d", got.User, got.RefreshExpireTime)
	}
}

func TestWrongLogInsAreRefused(t *testing.T) {
	h := meetings(t)
	account, password := h.office.Account(), h.office.AccountPassword()
	body := func(account string) string { return `{"account":"` + account + `","clientType":72}` }
	for _, test := range []struct {
		name, header, body, want string
	}{
		{"right", basic(account, password), body(account), "200"},
		{"small letters in the scheme", strings.Replace(basic(account, password), "Basic", "basic", 1), body(account), "200"},
		{"no header", "", body(account), "401 USG.206010000"},
		{"another scheme", "Bearer " + password, body(account), "401 USG.206010000"},
		{"no base64", "Basic %%%", body(account), "401 USG.206010000"},
		{"no colon", "Basic YWJj", body(account), "401 USG.206010000"},
		{"wrong password", basic(account, password+"x"), body(account), "401 USG.206010000"},
		{"password in another case", basic(account, strings.ToLower(password)), body(account), "401 USG.206010000"},
		{"unknown", basic("nobody@example.com", password), body("nobody@example.com"), "401 USG.206010000"},
		{"App ID only", basic("ann.example@example.com", ""), body("ann.example@example.com"), "401 USG.206010000"},
		{"disabled", basic(h.office.DisabledAccount(), password), body(h.office.DisabledAccount()), "412 USG.206010007"},
		{"two accounts", basic(account, password), body("ann.example@example.com"), "400 USG.000000003"},
		{"no body", basic(account, password), "", "400 USG.000000003"},
		{"no JSON", basic(account, password), "account=x", "400 USG.000000003"},
		{"a list", basic(account, password), "[]", "400 USG.000000003"},
		{"no account", basic(account, password), `{"clientType":72}`, "400 USG.000000003"},
		{"a long account", basic(account, password), body(strings.Repeat("é", 256)), "400 USG.000000003"},
		{"no clientType", basic(account, password), `{"account":"` + account + `"}`, "400 USG.000000003"},
		{"clientType in words", basic(account, password), `{"account":"` + account + `","clientType":"72"}`, "400 USG.000000003"},
		{"a name in another case", basic(account, password), `{"Account":"` + account + `","clientType":72}`, "400 USG.000000003"},
		{"unknown createTokenType", basic(account, password), `{"account":"` + account + `","clientType":72,"createTokenType":2}`, "400 USG.000000003"},
	} {
		h.expect(test.name, h.ask("POST", accountPath, test.body, "Authorization", test.header), test.want)
	}
	h.expect("a form", h.ask("POST", accountPath, body(account), "Authorization", basic(account, password), "Content-Type", "text/plain"), "400 USG.000000003")
}

func TestALogInWithoutATokenGivesNone(t *testing.T) {
	h := meetings(t)
	got := h.ask("POST", accountPath, `{"account":"`+h.office.Account()+`","clientType":72,"createTokenType":1}`, "Authorization", basic(h.office.Account(), h.office.AccountPassword()))
	if all := decoded[tokens](t, got.body); got.status != http.StatusOK || all.AccessToken+all.RefreshToken != "" || all.User["name"] != "Barbara Example" {
		t.Errorf("%d %s", got.status, got.body)
	}
}

func TestFiveWrongPasswordsLockAnAccountForAMinute(t *testing.T) {
	h := meetings(t)
	account, password := h.office.Account(), h.office.AccountPassword()
	try := func(password string) said {
		return h.ask("POST", accountPath, `{"account":"`+account+`","clientType":72}`, "Authorization", basic(account, password))
	}
	for range 4 {
		h.expect("wrong", try("wrong-password"), "401 USG.206010000")
	}
	h.expect("right after four wrong ones", try(password), "200")
	for range 5 {
		h.expect("wrong", try("wrong-password"), "401 USG.206010000")
	}
	h.expect("right while locked", try(password), "423 USG.206030015")
	h.clock.pass(59 * time.Second)
	h.expect("right while locked", try(password), "423 USG.206030015")
	h.clock.pass(time.Second)
	h.expect("one wrong one after the lock", try("wrong-password"), "401 USG.206010000")
	h.expect("right after the lock", try(password), "200")
}

func TestAccessTokensExpire(t *testing.T) {
	h := meetings(t)
	periods := map[int64]bool{}
	for range 20 {
		got := h.logIn()
		periods[got.ValidPeriod] = true
		h.clock.pass(time.Duration(got.ValidPeriod)*time.Second - time.Millisecond)
		h.expect("just before the end", h.ask("GET", mePath, ""), "200")
		h.clock.pass(time.Millisecond)
		h.expect("at the end", h.ask("GET", mePath, ""), "401 USG.206020000")
	}
	if len(periods) != 20 {
		t.Errorf("20 tokens have %d different lives", len(periods))
	}
	h.token = ""
	h.expect("no token", h.ask("GET", mePath, ""), "401 USG.000000004")
	h.expect("a made-up token", h.ask("GET", mePath, "", "X-Access-Token", "cnr123"), "401 USG.000000004")
}

func TestTheOldestOf65TokensEnds(t *testing.T) {
	h := meetings(t)
	var all []string
	for range 66 {
		all = append(all, h.logIn().AccessToken)
	}
	for i, token := range all {
		want := "200"
		if i < 2 {
			want = "401 USG.206020002"
		}
		h.expect("token", h.ask("GET", mePath, "", "X-Access-Token", token), want)
	}
}

func TestOtherClientsHaveOneToken(t *testing.T) {
	h := meetings(t)
	program := h.logIn().AccessToken
	web := func() string {
		got := h.ask("POST", accountPath, `{"account":"`+h.office.Account()+`","clientType":0}`, "Authorization", basic(h.office.Account(), h.office.AccountPassword()))
		return decoded[tokens](t, got.body).AccessToken
	}
	first, second := web(), web()
	h.expect("the first", h.ask("GET", mePath, "", "X-Access-Token", first), "401 USG.206020002")
	h.expect("the second", h.ask("GET", mePath, "", "X-Access-Token", second), "200")
	h.expect("the program's", h.ask("GET", mePath, "", "X-Access-Token", program), "200")
}

func TestTokensAreRefreshedWithEitherToken(t *testing.T) {
	for _, which := range []string{"access", "refresh"} {
		h := meetings(t)
		old := h.logIn()
		with := map[string]string{"access": old.AccessToken, "refresh": old.RefreshToken}[which]
		h.clock.pass(time.Hour)
		got := h.ask("PUT", tokenPath, "", "X-Access-Token", with)
		h.expect(which, got, "200")
		renewed := decoded[tokens](t, got.body)
		if renewed.AccessToken == old.AccessToken || renewed.CreateTime != monday.Add(time.Hour).UnixMilli() {
			t.Errorf("%s: %+v", which, renewed)
		}
		h.expect("the new one", h.ask("GET", mePath, "", "X-Access-Token", renewed.AccessToken), "200")
		h.expect("the old one", h.ask("GET", mePath, "", "X-Access-Token", old.AccessToken), "401 USG.000000004")
		h.expect("the old refresh token", h.ask("PUT", tokenPath, "", "X-Access-Token", old.RefreshToken), "401 USG.000000004")
		h.clock.pass(25 * time.Hour)
		h.expect("an access token that has ended", h.ask("PUT", tokenPath, "", "X-Access-Token", renewed.AccessToken), "401 USG.206020000")
		h.expect("its refresh token", h.ask("PUT", tokenPath, "", "X-Access-Token", renewed.RefreshToken), "200")
	}
}

func TestARefreshTokenLivesThirtyDays(t *testing.T) {
	h := meetings(t)
	old := h.logIn()
	h.clock.pass(30 * 24 * time.Hour)
	if got := h.ask("PUT", tokenPath, "", "X-Access-Token", old.RefreshToken); got.status != http.StatusUnauthorized {
		t.Errorf("after thirty days: %s", got.code())
	}
}

func TestTokensAreChecked(t *testing.T) {
	h := meetings(t)
	old := h.logIn()
	h.token = ""
	const path = tokenPath + "/validate"
	for _, test := range []struct{ name, body, want string }{
		{"unknown", `{"token":"cnr1","needGenNewToken":false}`, "401 USG.000000004"},
		{"no token", `{"needGenNewToken":false}`, "400 USG.000000003"},
		{"no needGenNewToken", `{"token":"` + old.AccessToken + `"}`, "400 USG.000000003"},
		{"good", `{"token":"` + old.AccessToken + `","needGenNewToken":false}`, "200"},
	} {
		h.expect(test.name, h.ask("POST", path, test.body), test.want)
	}
	got := decoded[tokens](t, h.ask("POST", path, `{"token":"`+old.AccessToken+`","needGenNewToken":false,"needAccountInfo":true}`).body)
	if got.AccessToken != old.AccessToken || got.User["name"] != "Barbara Example" {
		t.Errorf("%+v", got)
	}
	got = decoded[tokens](t, h.ask("POST", path, `{"token":"`+old.AccessToken+`","needGenNewToken":true}`).body)
	if got.AccessToken == old.AccessToken || got.User != nil {
		t.Errorf("%+v", got)
	}
	h.clock.pass(24 * time.Hour)
	h.expect("ended", h.ask("POST", path, `{"token":"`+got.AccessToken+`","needGenNewToken":true}`), "401 USG.206020000")
}

func TestLoggingOutEndsTheToken(t *testing.T) {
	h := meetings(t)
	first := h.logIn()
	second := h.logIn()
	got := h.ask("DELETE", tokenPath, "", "X-Access-Token", first.AccessToken)
	if got.code() != "200" || got.body != "" {
		t.Errorf("%d %q", got.status, got.body)
	}
	h.expect("again", h.ask("DELETE", tokenPath, "", "X-Access-Token", first.AccessToken), "401 USG.000000004")
	h.expect("its refresh token", h.ask("PUT", tokenPath, "", "X-Access-Token", first.RefreshToken), "401 USG.000000004")
	h.expect("the other", h.ask("GET", mePath, "", "X-Access-Token", second.AccessToken), "200")
}
