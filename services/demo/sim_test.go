package demo_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/demo"
)

// sim asks the inspection.
func (c client) sim(method, path, json string, header http.Header) (int, string) {
	c.t.Helper()
	r, err := http.NewRequestWithContext(c.t.Context(), method, c.url+"/_sim/"+path, strings.NewReader(json))
	if err != nil {
		c.t.Fatal(err)
	}
	for key, values := range header {
		r.Header[key] = values
	}
	response, err := c.http.Do(r)
	if err != nil {
		c.t.Fatal(err)
	}
	defer response.Body.Close()
	return response.StatusCode, body(c.t, response)
}

func (c client) simulate(method, path, json string) string {
	c.t.Helper()
	status, text := c.sim(method, path, json, nil)
	if status != http.StatusOK {
		c.t.Errorf("%s %s: %d %s", method, path, status, text)
	}
	return text
}

func TestTheOfficeIsInspectedOverHTTP(t *testing.T) {
	office, c := visit(t, demo.Config{})
	if got := c.simulate("GET", "sent", ""); got != `{"sent":[]}` {
		t.Errorf("sent %s", got)
	}
	for range 3 {
		c.call(http.MethodPost, "sendMessage", token, calls["sendMessage"])
	}
	got := read[struct{ Sent []demo.Sent }](t, c.simulate("GET", "sent?since=1", "")).Sent
	if d := cmp.Diff(office.Sent()[1:], got); d != "" {
		t.Errorf("sent (-want +got):\n%s", d)
	}
	c.simulate("POST", "form", `{"shape":"map","times":"hhmm","statusKey":"nested","errors":"text","tokenStatus":200}`)
	want := demo.Form{Shape: demo.ShapeMap, Times: demo.TimesHHMM, StatusKey: demo.StatusNested, Errors: demo.ErrorsText, ErrorStatus: 200, TokenStatus: 200}
	if d := cmp.Diff(want, read[demo.Form](t, c.simulate("GET", "form", ""))); d != "" {
		t.Errorf("form (-want +got):\n%s", d)
	}
	data := read[demo.Data](t, c.simulate("GET", "data", ""))
	if len(data.Rooms) != 12 || len(data.Bookings) < 24 {
		t.Errorf("%d rooms, %d bookings", len(data.Rooms), len(data.Bookings))
	}
	c.simulate("POST", "data", `{"rooms":[{"id":"1","name":"Attic"}],"bookings":[]}`)
	if rooms := office.Rooms(); len(rooms) != 1 {
		t.Errorf("rooms %v", rooms)
	}
	c.simulate("POST", "reset", "")
	if len(office.Sent()) != 0 || len(office.Rooms()) != 12 || office.Form() != want {
		t.Errorf("after the reset: %d sent, %d rooms, %+v", len(office.Sent()), len(office.Rooms()), office.Form())
	}
}

func TestFaultsAreSetOverHTTP(t *testing.T) {
	_, c := visit(t, demo.Config{})
	c.simulate("POST", "fault", `{"function":"sendMessage","kind":"too-many","retryAfter":"7s","times":1}`)
	if got := c.end("sendMessage", calls["sendMessage"]); got.status != 429 || got.header != "7" {
		t.Errorf("%+v", got)
	}
	c.simulate("POST", "fault", `{"kind":"delay","wait":"1ms"}`)
	if got := c.end("sendMessage", calls["sendMessage"]); got.status != 200 {
		t.Errorf("%+v", got)
	}
	c.simulate("POST", "fault", `{"kind":"unavailable"}`)
	c.simulate("DELETE", "fault", "")
	if got := c.end("sendMessage", calls["sendMessage"]); got.status != 200 {
		t.Errorf("%+v", got)
	}
}

func TestNonsenseIsRefusedByTheInspection(t *testing.T) {
	_, c := visit(t, demo.Config{})
	for _, test := range [][2]string{
		{"fault", `{"kind":"earthquake"}`},
		{"fault", `{"kind":"delay","wait":"long"}`},
		{"fault", `{"kind":"too-many","retryAfter":"7"}`},
		{"fault", `{"kind":"server-error","status":7}`},
		{"fault", `{"kind":"delay","colour":"red"}`},
		{"form", `{"shape":"tree"}`},
		{"form", `shape=map`},
		{"data", `{"rooms":[{}]}`},
	} {
		if status, text := c.sim("POST", test[0], test[1], nil); status != http.StatusBadRequest || refused(t, text) == nil {
			t.Errorf("%s %s: %d %s", test[0], test[1], status, text)
		}
	}
}

func TestAWebPageElsewhereChangesNothing(t *testing.T) {
	office, c := visit(t, demo.Config{})
	c.call(http.MethodPost, "sendMessage", token, calls["sendMessage"])
	for _, header := range []http.Header{{"Origin": {"https://elsewhere.example"}}, {"Sec-Fetch-Site": {"cross-site"}}} {
		if status, _ := c.sim("POST", "reset", "", header); status != http.StatusForbidden {
			t.Errorf("%v: %d", header, status)
		}
	}
	if len(office.Sent()) != 1 {
		t.Error("it was reset")
	}
}

func TestTheStartPageSaysWhatThisIsAndWhatWasSent(t *testing.T) {
	office, c := visit(t, demo.Config{})
	status, page := c.page(c.url+"/", nil)
	if status != http.StatusOK || !strings.Contains(page, "Nothing that is sent here reaches anybody") || !strings.Contains(page, "Nothing yet.") {
		t.Errorf("%d %s", status, page)
	}
	c.call(http.MethodPost, "sendMessage", token, `message={"panelName":"messenger","message":"<script>alert(1)</script>","isOpened":true,"generalPurposes":{"users":"barbara@example.com"}}`)
	c.call(http.MethodPost, "createQuickCall", token, calls["createQuickCall"])
	office.SetFault("sendMessage", demo.Fault{Kind: demo.TooMany}, 1)
	_, page = c.page(c.url+"/", nil)
	for _, want := range []string{"&lt;script&gt;", "barbara@example.com", "(envelope)", "23 Nov 10:42:00", "quick call until", "sendMessage too-many", "会議室 4", "佐藤 花子", "東京オフィス"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %s", want)
		}
	}
	if strings.Contains(page, "<script>") || strings.Contains(page, token) {
		t.Errorf("the page has a script or the token in it: %s", page)
	}
}
