package chatmessenger

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/message"
	"foyer/services/transport"
)

func form(name, value string) string { return name + "=" + url.QueryEscape(value) }

const formKind = "application/x-www-form-urlencoded"

func TestEachFunctionGoesOutAsTheVendorWritesIt(t *testing.T) {
	address, calls := serve(t, says(200, "application/json", `{"url":"https://cam.example.com/q/1","chatRoom":{"id":"7","name":"Projects"},"conferenceRooms":[]}`))
	s := service(t, address, nil)
	ctx := t.Context()
	if _, err := s.QuickCall(ctx, message.QuickCall{Expires: until, Password: password}); err != nil {
		t.Error(err)
	}
	if _, err := s.QuickCall(ctx, message.QuickCall{Expires: until}); err != nil {
		t.Error(err)
	}
	_, errRoom := s.SaveChatRoom(ctx, message.ChatRoom{ID: "7", Name: "Projects", Members: []message.Member{{UID: "u2", Flag: true}, {UID: "u1"}}})
	_, errMaster := s.Master(ctx)
	_, errDay := s.Status(ctx, "20190801")
	_, errMonth := s.Status(ctx, "201908")
	_, errAny := s.Status(ctx, "")
	if err := errors.Join(
		errRoom, errMaster, errDay, errMonth, errAny,
		s.Send(ctx, hello), s.Send(ctx, sales), s.Send(ctx, message.Message{Room: "Sales", Text: "x"}), s.SendBulk(ctx, []message.Message{hello, {To: []string{"chen@example.com"}, Text: "x", Envelope: true}}),
	); err != nil {
		t.Error(err)
	}
	post := func(function, body string) seen {
		return seen{"POST", prefix + "/" + function, "", body, token, formKind}
	}
	if diff := cmp.Diff([]seen{
		post("createQuickCall", "expireDate=1624368868714&password=pass+word%21%2B%25"),
		post("createQuickCall", "expireDate=1624368868714&password="),
		post("updateChatRoom", form("chatRoom", `{"id":"7","name":"Projects","createUserId":"","adminUserId":"","isMessageThread":false,"isPublic":false,"memberUids":{"u2":true,"u1":false}}`)),
		post("getConferenceMaster", ""),
		post("getConferenceRoomStatus", "yyyyMMdd=20190801"),
		post("getConferenceRoomStatus", "yyyyMMdd=201908"),
		post("getConferenceRoomStatus", ""),
		post("sendMessage", form("message", `{"panelName":"messenger","message":"The room is free.\nCome \"soon\" & bring 50% <cake>; 会議","isOpened":false,"generalPurposes":{"users":"barbara@example.com,ludwig@example.com"}}`)),
		post("sendMessage", form("message", `{"panelName":"Sales & more","message":"The meeting has moved","isOpened":true,"generalPurposes":{"users":"chen@example.com"}}`)),
		post("sendMessage", form("message", `{"panelName":"Sales","message":"x","isOpened":false,"generalPurposes":{"users":""}}`)),
		post("sendMessages", form("messages", `[{"message":"The room is free.\nCome \"soon\" & bring 50% <cake>; 会議","property":{"users":"barbara@example.com,ludwig@example.com"}},{"message":"x","isOpened":true,"property":{"users":"chen@example.com"}}]`)),
	}, *calls); diff != "" {
		t.Error(diff)
	}
}

func TestReadsMayBeGets(t *testing.T) {
	address, calls := serve(t, says(200, "application/json", `{"conferenceRooms":[]}`))
	s := service(t, address+"/", func(c *Config) { c.Reads = Get })
	_, err := s.Master(t.Context())
	_, err2 := s.Status(t.Context(), "20190801")
	if err := errors.Join(err, err2, s.Send(t.Context(), hello)); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range *calls {
		got = append(got, c.Method+" "+c.Path+"?"+c.Query+" "+c.Kind)
	}
	if diff := cmp.Diff([]string{
		"GET " + prefix + "/getConferenceMaster? ",
		"GET " + prefix + "/getConferenceRoomStatus?yyyyMMdd=20190801 ",
		"POST " + prefix + "/sendMessage? " + formKind,
	}, got); diff != "" {
		t.Error(diff)
	}
}

func TestTheDialectChangesWhatGoesOut(t *testing.T) {
	address, calls := serve(t, says(200, "application/json", `{"here":"https://cam.example.com/q/1","chatRoom":{"name":"x"}}`))
	s := service(t, address, dialect(t, map[string]string{
		"token-prefix": "token", "empty-users": "false", "bulk-envelope": "", "quick-call-expires": "limit",
		"quick-call-password": "passcode", "chat-room": "room", "status-param": "day",
	}))
	ctx := t.Context()
	_, err := s.QuickCall(ctx, message.QuickCall{Expires: until, Password: "x"})
	_, err2 := s.SaveChatRoom(ctx, message.ChatRoom{Name: "x"})
	_, err3 := s.Status(ctx, "201908")
	err4 := s.Send(ctx, message.Message{Room: "Sales", Text: "x"})
	err5 := s.SendBulk(ctx, []message.Message{{To: []string{"chen@example.com"}, Text: "x", Envelope: true}})
	if err := errors.Join(err, err2, err3, err4, err5); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range *calls {
		body, err := url.QueryUnescape(c.Body)
		if err != nil || c.Token != "token"+token {
			t.Errorf("%v, token %q", err, c.Token)
		}
		got = append(got, body)
	}
	if diff := cmp.Diff([]string{
		"limit=1624368868714&passcode=x",
		`room={"name":"x","createUserId":"","adminUserId":"","isMessageThread":false,"isPublic":false,"memberUids":{}}`,
		"day=201908",
		`message={"panelName":"Sales","message":"x","isOpened":false}`,
		`messages=[{"message":"x","property":{"users":"chen@example.com"}}]`,
	}, got); diff != "" {
		t.Error(diff)
	}
}

// header returns the lines of the header of one request.
func header(t *testing.T, call func(address string)) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	lines := make(chan string, 1)
	go func() {
		conn, err := listener.Accept()
		if err != nil {
			lines <- err.Error()
			return
		}
		defer conn.Close()
		var all strings.Builder
		for reader := bufio.NewReader(conn); ; {
			line, err := reader.ReadString('\n')
			all.WriteString(line)
			if err != nil || line == "\r\n" {
				break
			}
		}
		_, _ = io.WriteString(conn, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
		lines <- all.String()
	}()
	call("http://" + listener.Addr().String())
	got := <-lines
	listener.Close() //nolint:errcheck // it served its one call
	return got
}

func TestTheHeaderMayBeWrittenInExactlyItsCase(t *testing.T) {
	for exact, line := range map[string]string{"false": "\r\nX-Cam-Apitoken: " + token + "\r\n", "true": "\r\nx-cam-apiToken: " + token + "\r\n"} {
		got := header(t, func(address string) {
			if _, err := service(t, address, dialect(t, map[string]string{"exact-header": exact})).Master(t.Context()); err != nil {
				t.Error(err)
			}
		})
		if !strings.Contains(got, line) {
			t.Errorf("exact %s: %q", exact, got)
		}
	}
}

func TestWhatCannotBeSentIsNotSent(t *testing.T) {
	address, calls := serve(t, says(200, "", ""))
	s := service(t, address, nil)
	ctx := t.Context()
	for code, err := range map[string]error{
		message.ProblemNoRecipient:  s.Send(ctx, message.Message{Text: "x"}),
		message.ProblemRoomReserved: s.Send(ctx, message.Message{Room: "messenger", Text: "x"}),
		message.ProblemAddressComma: s.SendBulk(ctx, []message.Message{hello, {To: []string{"a@example.com,b@example.com"}, Text: "x"}}),
		message.ProblemNoText:       s.SendBulk(ctx, []message.Message{{To: []string{"a@example.com"}}}),
		message.ProblemNoName:       second(s.SaveChatRoom(ctx, message.ChatRoom{})),
		CodeBulkRoom:                s.SendBulk(ctx, []message.Message{hello, sales}),
		CodeNoExpiry:                second(s.QuickCall(ctx, message.QuickCall{})),
		CodeBadDay:                  second(s.Status(ctx, "2019-08-01")),
	} {
		want(t, err, fault.Invalid, code)
	}
	if err := s.SendBulk(ctx, nil); err != nil {
		t.Error(err)
	}
	if len(*calls) > 0 {
		t.Errorf("%v", *calls)
	}
}

func second[T any](_ T, err error) error { return err }

func TestWithoutAProperURLThereIsNoService(t *testing.T) {
	for address, code := range map[string]string{
		"": transport.CodeNoURL, " \n": transport.CodeNoURL, "cam.example.com": transport.CodeBadURL, "https://user:secret@cam.example.com": transport.CodeBadURL,
		"https://cam.example.com/?x=1": transport.CodeBadURL, "https://cam.example.com/#x": transport.CodeBadURL, "mailto:x@example.com": transport.CodeBadURL,
		"http://[::1": transport.CodeBadURL,
	} {
		_, err := New(client(t, transport.Config{}), Config{URL: address})
		want(t, err, fault.NotConfigured, code)
		want(t, CheckURL(address), fault.NotConfigured, code)
		if strings.Contains(err.Error(), "secret") {
			t.Errorf("%v repeats the URL", err)
		}
	}
	if err := CheckURL(" https://cam.example.com:8443/a/b/ "); err != nil {
		t.Error(err)
	}
}

func TestWithoutATokenNothingIsSent(t *testing.T) {
	address, calls := serve(t, says(200, "", ""))
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	locked := &fault.Error{Op: "reading the keyring", Kind: fault.Other, Code: "keyring-locked"}
	missing := &fault.Error{Op: "reading the keyring", Kind: fault.NotConfigured, Code: "no-secret"}
	broken := errors.New("broken")
	for name, test := range map[string]struct {
		ctx   context.Context //nolint:containedctx // a table of them
		token func(context.Context) (string, error)
		kind  fault.Kind
		code  string
	}{
		"nobody to ask": {t.Context(), nil, fault.NotConfigured, CodeNoToken},
		"none":          {t.Context(), fixed(" \n"), fault.NotConfigured, CodeNoToken},
		"two lines":     {t.Context(), fixed("QIQVOS\nvRJHrQ"), fault.NotConfigured, CodeBadToken},
		"broken":        {t.Context(), func(context.Context) (string, error) { return "", broken }, fault.NotConfigured, CodeNoToken},
		"locked":        {t.Context(), func(context.Context) (string, error) { return "", locked }, fault.NotConfigured, "keyring-locked"},
		"missing":       {t.Context(), func(context.Context) (string, error) { return "", missing }, fault.NotConfigured, "no-secret"},
		"given up":      {gone, func(ctx context.Context) (string, error) { return "", ctx.Err() }, fault.Cancelled, ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := service(t, address, func(c *Config) { c.Token = test.token })
			err := s.Send(test.ctx, hello)
			want(t, err, test.kind, test.code)
			if strings.Contains(err.Error(), "QIQ") {
				t.Errorf("%v tells it", err)
			}
		})
	}
	if len(*calls) > 0 {
		t.Errorf("%v", *calls)
	}
}

func TestATokenMayHaveSpaceAroundIt(t *testing.T) {
	address, calls := serve(t, says(200, "", ""))
	if err := service(t, address, func(c *Config) { c.Token = fixed(" " + token + "\r\n") }).Send(t.Context(), hello); err != nil || (*calls)[0].Token != token {
		t.Errorf("%v, %v", err, *calls)
	}
}

func TestTheLockIsToldOfTheLastCall(t *testing.T) {
	status := http.StatusOK
	address, _ := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) })
	s := service(t, address, nil)
	if _, err := s.Check(t.Context()); err != nil || s.OpenLock() {
		t.Errorf("%v, %v", err, s.OpenLock())
	}
	s.open.Store(true)
	if status = http.StatusUnauthorized; s.Send(t.Context(), hello) == nil || s.OpenLock() {
		t.Error("the lock of a refused call is not told")
	}
}
