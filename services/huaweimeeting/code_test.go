package huaweimeeting

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"foyer/services/fault"
	"foyer/services/transport"
)

// answering answers every path in the same way but those that give tokens.
func answering(h http.HandlerFunc) http.HandlerFunc {
	tokens := office(nil)
	return func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path[len(prefix):] {
		case pathLogin, pathAppID, pathControl:
			tokens(w, r)
		default:
			h(w, r)
		}
	}
}

// TestEveryCodeOfEveryStatusHasItsKind asks for one that changes something and one that reads.
func TestEveryCodeOfEveryStatusHasItsKind(t *testing.T) {
	var status int
	var code string
	address, calls := serve(t, answering(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Request-Id", "the-server's-id")
		refuses(status, code, "WORDS_OF_IT")(w, r)
	}))
	s := service(t, address, nil)
	for _, c := range codes {
		code = c.Code
		for _, status = range []int{400, 401, 403, 412, 423, 500} {
			for reads, call := range map[bool]func() error{
				false: func() error { return s.Invite(t.Context(), byToken, people) },
				true:  func() error { _, err := s.Presence(t.Context(), byToken); return err },
			} {
				kind := c.Kind
				switch {
				case reads && kind == fault.UnknownOutcome:
					kind = fault.Faulty
				case !reads && status == 500 && kind == fault.Refused:
					kind = fault.Faulty // nobody knows what such a server did
				}
				before := len(calls.all())
				err := call()
				where := fmt.Sprintf("%s with %d, reads %v", code, status, reads)
				want(t, where, err, kind, code)
				if e := asFault(t, err); e.Status != status || e.Words != "WORDS_OF_IT" || e.RequestID != "the-server's-id" || e.Service != serviceName {
					t.Errorf("%s: %+v", where, e)
				}
				if n := len(calls.all()) - before; n != 1 {
					t.Errorf("%s: %d calls", where, n)
				}
			}
		}
	}
}

func TestEveryStatusWithoutACodeHasItsKind(t *testing.T) {
	for _, test := range []struct {
		status       int
		control, use string // the codes of a control call and of an account's call
		kind         fault.Kind
	}{
		{400, transport.CodeRefused, transport.CodeRefused, fault.Refused},
		{401, CodeControlRefused, CodeLogInRefused, fault.Refused},
		{403, CodeForbidden, CodeForbidden, fault.Refused},
		{404, transport.CodeNotFound, transport.CodeNotFound, fault.Refused},
		{408, transport.CodeTimeout, transport.CodeTimeout, fault.Faulty},
		{500, transport.CodeServerFault, transport.CodeServerFault, fault.Faulty},
		{502, transport.CodeServerFault, transport.CodeServerFault, fault.Faulty},
	} {
		address, _ := serve(t, answering(says(test.status, "")))
		s := service(t, address, nil)
		want(t, fmt.Sprint(test.status), s.Invite(t.Context(), byToken, people), test.kind, test.control)
		want(t, fmt.Sprint(test.status), s.Cancel(t.Context(), meetingNumber), test.kind, test.use)
	}
}

func TestALogInIsRefusedInItsOwnWays(t *testing.T) {
	for status, code := range map[int]string{400: transport.CodeRefused, 401: CodeLogInRefused, 403: CodeForbidden, 412: CodeAccountDisabled, 423: CodeAccountLocked} {
		address, _ := serve(t, says(status, `{}`))
		_, err := service(t, address, nil).Check(t.Context())
		want(t, fmt.Sprint(status), err, fault.Refused, code)
	}
	address, _ := serve(t, refuses(423, "USG.206030015", "USER_LOCKED"))
	_, err := service(t, address, nil).Check(t.Context())
	want(t, "a code", err, fault.Refused, "USG.206030015")
	address, _ = serve(t, says(500, ``))
	_, err = service(t, address, nil).Check(t.Context())
	want(t, "500", err, fault.Faulty, transport.CodeServerFault)
}

func TestAComplaintIsReadInAllItsShapes(t *testing.T) {
	for body, test := range map[string]struct {
		status      int
		code, words string
	}{
		`{"error_code":"MMC.111072032","error_msg":"TOO_LONG"}`:             {400, "MMC.111072032", "TOO_LONG"},
		`{"code":"MMC.111072032","message":"TOO_LONG"}`:                     {400, "MMC.111072032", "TOO_LONG"},
		`{"error":{"error_code":"MMC.111072032","error_msg":"TOO"}}`:        {400, "MMC.111072032", "TOO"},
		`{"a":1,"fault":{"code":"MMC.111072032","message":"TOO"}}`:          {400, "MMC.111072032", "TOO"},
		`{"error_code":111072032,"error_msg":null}`:                         {400, "MMC.111072032", ""},
		`{"returnCode":111072032,"returnDesc":"TOO_LONG"}`:                  {200, "MMC.111072032", "TOO_LONG"},
		`{"returnCode":"206010000","returnDesc":"no"}`:                      {200, "USG.206010000", "no"},
		`{"error_code":"MMC.111072032"}`:                                    {200, "MMC.111072032", ""},
		`{"code":"MMC.111072032","message":"TOO_LONG"} `:                    {200, "MMC.111072032", "TOO_LONG"},
		`{"error":{"code":"MMC.111072032","message":"TOO_LONG"}}`:           {200, "MMC.111072032", "TOO_LONG"},
		"\uFEFF" + `{"error_code":"MMC.999999999","error_msg":"a\nb"}`:      {400, "MMC.999999999", "a b"},
		`{"error_code":"SVCSTG.ELB.1023","error_msg":"x"}`:                  {400, "SVCSTG.ELB.1023", "x"},
		`{"error_code":"no code at all","error_msg":"x"}`:                   {400, transport.CodeRefused, "no code at all: x"},
		`{"error_code":"no code at all"}`:                                   {400, transport.CodeRefused, "no code at all"},
		`{"message":"a framework's"}`:                                       {400, transport.CodeRefused, "a framework's"},
		`{"error_code":{"deep":[1]},"error_msg":["x"]}`:                     {400, transport.CodeRefused, ""},
		`{"error_code":"","error_msg":"","code":"MMC.111072050"}`:           {400, "MMC.111072050", ""},
		`[{"error_code":"MMC.111072032"}]`:                                  {400, transport.CodeRefused, ""},
		`{"error_code":"MMC.111072032","error_msg":"` + hostPassword + `"}`: {400, "MMC.111072032", "••••"},
	} {
		address, _ := serve(t, answering(says(test.status, body)))
		err := service(t, address, nil).Invite(t.Context(), byHost, people)
		if test.words == "••••" { // a password that was sent is in no error, even if it is of another call
			err = service(t, address, nil).InviteNumber(t.Context(), byHost, "+991")
		}
		want(t, body, err, fault.Refused, test.code)
		if e := asFault(t, err); e.Words != test.words || e.Status != test.status || !uuid.MatchString(e.RequestID) {
			t.Errorf("%s: %+v", body, e)
		}
	}
}

func TestWhatIsNoComplaintIsASuccess(t *testing.T) {
	for _, body := range []string{"", accepted, "{}", "null", "[]", `"ok"`, `{"returnCode":"0"}`, `{"error_code":"0","error_msg":"ok"}`, `{"code":200,"message":"ok"}`, `{"code":"0"}`} {
		address, _ := serve(t, answering(says(200, body)))
		if err := service(t, address, nil).Invite(t.Context(), byHost, people); err != nil {
			t.Errorf("%s: %v", body, err)
		}
	}
}

func TestAThrottledCallSaysHowLongToWait(t *testing.T) {
	const words = "The throttling threshold has been reached: policy ip over ratelimit,limit:5,time:1 minute"
	for name, test := range map[string]struct {
		header, value, words string
		want                 time.Duration
	}{
		"Retry-After":         {"Retry-After", "7", words, 7 * time.Second},
		"the words":           {"X-Other", "", words, time.Minute},
		"the gateway's count": {"X-Apig-Ratelimit-Api", "remain:0,limit:100,time:30 second", "slower", 30 * time.Second},
		"a long window":       {"X-Other", "", "time:48 hour", time.Hour},
		"nothing":             {"X-Other", "", "slower", 0},
	} {
		address, calls := serve(t, answering(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set(test.header, test.value)
			refuses(429, "APIG.0308", test.words)(w, r)
		}))
		err := service(t, address, nil).Invite(t.Context(), byToken, people)
		want(t, name, err, fault.Faulty, "APIG.0308")
		if e := asFault(t, err); e.RetryAfter != test.want || calls.count(pathInvite) != 1 {
			t.Errorf("%s: again after %v, %d calls", name, e.RetryAfter, calls.count(pathInvite))
		}
	}
}

func TestACodeIsNoWayAroundTheCurtain(t *testing.T) {
	// A host password may consist of digits, and be sent back as the code of an error.
	access := byHost
	access.Password = "4711471147"
	address, _ := serve(t, refuses(400, access.Password, "x"))
	_, err := service(t, address, nil).Open(t.Context(), access)
	if e := asFault(t, err); strings.Contains(e.Error(), access.Password) || e.Code != transport.CodeRefused {
		t.Errorf("%v", e)
	}
	// One that happens to be part of a documented code hides nothing.
	access.Password = "1110"
	address, _ = serve(t, refuses(400, "MMC.111072065", "CONF_NOT_FOUND_OR_AUTH_FAILED"))
	_, err = service(t, address, nil).Open(t.Context(), access)
	want(t, "a short password", err, fault.Refused, "MMC.111072065")
}

func TestNoCodeIsThereTwice(t *testing.T) {
	if len(kinds) != len(codes) {
		t.Errorf("%d codes, %d of them different", len(codes), len(kinds))
	}
	for _, code := range append(append([]string(nil), renewing...), loggingIn...) {
		if !isKnown(code) {
			t.Errorf("%s is not documented", code)
		}
	}
}
