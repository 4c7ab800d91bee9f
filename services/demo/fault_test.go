package demo_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"syscall"
	"testing"
	"time"

	"foyer/services/demo"
)

// outcome is how a call ended.
type outcome struct {
	status int    // 0 without an answer
	header string // Retry-After, or Location
	body   string
	// cut says that the answer ended too early.
	cut bool
}

// end calls on a connection of its own, as Go would call again on one that was kept alive.
func (c client) end(function, form string) outcome {
	c.t.Helper()
	c.http.CloseIdleConnections()
	c.http.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	response, body, err := c.try(http.MethodPost, function, token, form)
	if response == nil {
		if !errors.Is(err, io.EOF) && !errors.Is(err, syscall.ECONNRESET) && !errors.Is(err, context.DeadlineExceeded) {
			if _, ok := errors.AsType[*net.OpError](err); !ok {
				c.t.Errorf("%s: %v", function, err)
			}
		}
		return outcome{}
	}
	return outcome{response.StatusCode, response.Header.Get("Retry-After") + response.Header.Get("Location"), body, errors.Is(err, io.ErrUnexpectedEOF)}
}

// calls are good calls of all functions.
var calls = map[string]string{
	"sendMessage":             `message={"panelName":"Facilities","message":"Hello"}`,
	"sendMessages":            `messages=[{"message":"Hello","property":{"users":"barbara@example.com"}}]`,
	"createQuickCall":         "expireDate=1795460520000&password=",
	"updateChatRoom":          `chatRoom={"name":"Parcels"}`,
	"getConferenceRooms":      "",
	"getConferenceMaster":     "",
	"getConferenceRoomStatus": "yyyyMMdd=20261123",
}

func writes(function string) bool { return !strings.HasPrefix(function, "get") }

func TestEachFaultHappensToEachFunction(t *testing.T) {
	for _, test := range []struct {
		fault demo.Fault
		want  outcome
		// answered says that the usual answer came, in the end.
		answered bool
	}{
		{demo.Fault{Kind: demo.Refuse}, outcome{}, false},
		{demo.Fault{Kind: demo.DropBefore}, outcome{}, false},
		{demo.Fault{Kind: demo.HTMLPage}, outcome{status: 200, body: "<h1>It works!</h1>"}, false},
		{demo.Fault{Kind: demo.HTMLPage, Status: 404}, outcome{status: 404, body: "<h1>It works!</h1>"}, false},
		{demo.Fault{Kind: demo.TooMany}, outcome{status: 429, body: `{"errors":["too many requests"]}`}, false},
		{demo.Fault{Kind: demo.TooMany, RetryAfter: 2500 * time.Millisecond}, outcome{status: 429, header: "3"}, false},
		{demo.Fault{Kind: demo.Unavailable}, outcome{status: 503, body: "maintained"}, false},
		{demo.Fault{Kind: demo.Unavailable, RetryAfter: time.Minute}, outcome{status: 503, header: "60"}, false},
		{demo.Fault{Kind: demo.ServerError}, outcome{status: 500, body: "internal error"}, false},
		{demo.Fault{Kind: demo.ServerError, Status: 502, Words: "no upstream", Accept: true}, outcome{status: 502, body: "no upstream"}, false},
		{demo.Fault{Kind: demo.Unauthorized}, outcome{status: 401, body: `{"errors":["invalid apiToken"]}`}, false},
		{demo.Fault{Kind: demo.Unauthorized, Status: 403, Words: "not in your plan"}, outcome{status: 403, body: `{"errors":["not in your plan"]}`}, false},
		{demo.Fault{Kind: demo.Redirect}, outcome{status: 307, header: "https://elsewhere.example/"}, false},
		{demo.Fault{Kind: demo.Redirect, Status: 302, Location: "http://other.example/"}, outcome{status: 302, header: "http://other.example/"}, false},
		{demo.Fault{Kind: demo.Delay, Wait: time.Millisecond}, outcome{status: 200}, true},
		{demo.Fault{Kind: demo.DropAfter}, outcome{}, false},
		{demo.Fault{Kind: demo.Truncate}, outcome{status: 200, cut: true}, false},
		{demo.Fault{Kind: demo.HalfJSON}, outcome{status: 200}, false},
		{demo.Fault{Kind: demo.NotJSON}, outcome{status: 200, body: "OK"}, false},
		{demo.Fault{Kind: demo.Oversized, Size: 1 << 20}, outcome{status: 200}, true},
		{demo.Fault{Kind: demo.GzipBomb, Size: 1 << 20}, outcome{status: 200}, true},
		{demo.Fault{Kind: demo.SlowDrip, Wait: time.Nanosecond}, outcome{status: 200}, true},
	} {
		for _, function := range demo.Functions() {
			t.Run(string(test.fault.Kind)+" "+function, func(t *testing.T) {
				office, c := visit(t, demo.Config{})
				usual := c.end(function, calls[function])
				office.Reset()
				office.SetFault(function, test.fault, 1)
				got := c.end(function, calls[function])
				if got.status != test.want.status || !strings.HasPrefix(got.header, test.want.header) || !strings.Contains(got.body, test.want.body) || got.cut != test.want.cut {
					t.Errorf("%+v, want %+v", got, test.want)
				}
				if same := len(strings.TrimSpace(got.body)) == len(usual.body); same != test.answered {
					t.Errorf("the answer is the usual one: %v\n%.200q\n%.200q", same, got.body, usual.body)
				}
				accepted := 0
				if writes(function) && test.fault.Accepts() {
					accepted = 1
				}
				if sent := office.Sent(); len(sent) != accepted {
					t.Errorf("accepted %d, want %d", len(sent), accepted)
				}
				if after := c.end(function, calls[function]); after.status != 200 || office.Calls(function) != 2 {
					t.Errorf("the next call: %+v, after %d calls", after, office.Calls(function))
				}
			})
		}
	}
}

func TestAllKindsAreTested(t *testing.T) {
	if got := len(demo.Kinds()); got != 16 {
		t.Errorf("%d kinds: the table above has 16", got)
	}
}

func TestFaultsOfOneFunctionLeaveTheOthersAlone(t *testing.T) {
	office, c := visit(t, demo.Config{})
	office.SetFault("", demo.Fault{Kind: demo.ServerError}, 0)
	office.SetFault("sendMessage", demo.Fault{Kind: demo.TooMany}, 2)
	for i, want := range []int{429, 429, 500, 500} {
		if got := c.end("sendMessage", calls["sendMessage"]).status; got != want {
			t.Errorf("call %d: %d, want %d", i, got, want)
		}
	}
	office.ClearFaults()
	if got := c.end("sendMessage", calls["sendMessage"]).status; got != 200 {
		t.Errorf("without faults: %d", got)
	}
	if got := office.Calls(""); got != 5 {
		t.Errorf("%d calls", got)
	}
}

func TestAFaultMayHappenNowAndThen(t *testing.T) {
	office, c := visit(t, demo.Config{})
	office.SetFault("sendMessage", demo.Fault{Kind: demo.ServerError, Every: 3}, 0)
	for i, want := range []int{500, 200, 200, 500, 200, 200, 500} {
		if got := c.end("sendMessage", calls["sendMessage"]).status; got != want {
			t.Errorf("call %d: %d, want %d", i, got, want)
		}
	}
}

func TestAHalfRequestIsNotAccepted(t *testing.T) {
	office, c := visit(t, demo.Config{})
	conn, err := net.Dial("tcp", strings.TrimSuffix(strings.TrimPrefix(c.url, "http://"), "/cam/api"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	form := calls["sendMessage"]
	io.WriteString(conn, "POST /sendMessage HTTP/1.1\r\nHost: x\r\nx-cam-apiToken: "+token+ //nolint:errcheck // the answer tells
		"\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9999\r\n\r\n"+form)
	if err := conn.(*net.TCPConn).CloseWrite(); err != nil {
		t.Fatal(err)
	}
	if answer, err := io.ReadAll(conn); len(answer) > 0 {
		t.Errorf("answered %q, %v", answer, err)
	}
	if sent := office.Sent(); len(sent) > 0 {
		t.Errorf("sent %v", sent)
	}
}

func TestASlowAnswerEndsWithTheClient(t *testing.T) {
	for _, kind := range []demo.Kind{demo.Delay, demo.SlowDrip} {
		office, c := visit(t, demo.Config{})
		office.SetFault("sendMessage", demo.Fault{Kind: kind, Wait: time.Hour}, 0)
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() {
			r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url+"/sendMessage", strings.NewReader(calls["sendMessage"]))
			if err == nil {
				r.Header.Set(demo.TokenHeader, token)
				r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
				var response *http.Response
				if response, err = c.http.Do(r); err == nil {
					_, err = io.ReadAll(response.Body)
					response.Body.Close()
				}
			}
			ended <- err
		}()
		if err := office.WaitSent(t.Context(), 1); err != nil {
			t.Fatal(err)
		}
		cancel()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", kind, err)
		}
		// The clean-up closes the server, which waits for its requests.
	}
}

func TestFaultsHappenOverHTTP2(t *testing.T) {
	office, err := demo.New(demo.Config{Token: token})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewUnstartedServer(office)
	server.EnableHTTP2 = true
	server.StartTLS()
	defer server.Close()
	c := client{t, server.URL, server.Client()}
	for _, kind := range []demo.Kind{demo.Refuse, demo.DropBefore, demo.DropAfter} {
		office.SetFault("sendMessage", demo.Fault{Kind: kind}, 1)
		if response, body, err := c.try(http.MethodPost, "sendMessage", token, calls["sendMessage"]); err == nil {
			t.Errorf("%s: %d %s", kind, response.StatusCode, body)
		}
	}
	if sent := office.Sent(); len(sent) != 1 {
		t.Errorf("accepted %d", len(sent))
	}
	if found := c.quickCall(map[string][]string{"expireDate": {"4102444800000"}}); !strings.HasPrefix(found, "https://") {
		t.Errorf("the URL is %s", found)
	}
}
