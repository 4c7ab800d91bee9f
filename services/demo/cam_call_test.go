package demo_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/demo"
)

func (c client) quickCall(values url.Values) string {
	c.t.Helper()
	status, text := c.call(http.MethodPost, "createQuickCall", token, values.Encode())
	answer := read[struct {
		URL    string
		Errors []string
	}](c.t, text)
	if status != http.StatusOK || answer.Errors != nil {
		c.t.Fatalf("%d %s", status, text)
	}
	return answer.URL
}

// page returns a page as a browser gets it.
func (c client) page(url string, form url.Values) (int, string) {
	c.t.Helper()
	method, data := http.MethodGet, ""
	if form != nil {
		method, data = http.MethodPost, form.Encode()
	}
	r, err := http.NewRequestWithContext(c.t.Context(), method, url, strings.NewReader(data))
	if err != nil {
		c.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	response, err := c.http.Do(r)
	if err != nil {
		c.t.Fatal(err)
	}
	defer response.Body.Close()
	return response.StatusCode, body(c.t, response)
}

func TestAQuickCallLeadsToAPageOfTheDemo(t *testing.T) {
	office, c := visit(t, demo.Config{})
	until := monday.Add(2 * time.Hour)
	found := c.quickCall(url.Values{"expireDate": {milliseconds(until)}, "password": {""}})
	status, page := c.page(found, nil)
	if status != http.StatusOK || !strings.Contains(page, "This is a demo") || !strings.Contains(page, "23 Nov 2026 12:42") || strings.Contains(page, "<form") {
		t.Errorf("%s: %d %s", found, status, page)
	}
	if sent := office.Sent(); len(sent) != 1 || !sent[0].Expires.Equal(until) {
		t.Errorf("sent %v", sent)
	}
	if !office.Opens(found, "") || office.Opens(found+"x", "") {
		t.Error("opens another URL, or not its own")
	}
}

func TestAQuickCallAsksForItsPassword(t *testing.T) {
	office, c := visit(t, demo.Config{})
	found := c.quickCall(url.Values{"expireDate": {milliseconds(monday.Add(time.Hour))}, "password": {"pass & word;"}})
	if status, page := c.page(found, nil); status != http.StatusOK || !strings.Contains(page, "<form") || strings.Contains(page, "pass &amp; word") {
		t.Errorf("%d %s", status, page)
	}
	if _, page := c.page(found, url.Values{"password": {"other"}}); !strings.Contains(page, "not the password") {
		t.Errorf("a wrong one: %s", page)
	}
	if _, page := c.page(found, url.Values{"password": {"pass & word;"}}); !strings.Contains(page, "You would be in the conference now.") {
		t.Errorf("the right one: %s", page)
	}
	if office.Opens(found, "") || !office.Opens(found, "pass & word;") {
		t.Error("opens with no password, or not with its own")
	}
}

func TestAQuickCallEnds(t *testing.T) {
	now := monday
	office, c := visit(t, demo.Config{Now: func() time.Time { return now }})
	found := c.quickCall(url.Values{"expireDate": {milliseconds(monday.Add(time.Hour))}})
	now = monday.Add(time.Hour)
	if status, page := c.page(found, nil); status != http.StatusGone || !strings.Contains(page, "ended") {
		t.Errorf("%d %s", status, page)
	}
	if office.Opens(found, "") {
		t.Error("opens after its end")
	}
}

func TestQuickCallsUnderOtherNamesAreUnderstood(t *testing.T) {
	office, c := visit(t, demo.Config{})
	found := c.quickCall(url.Values{"limit": {milliseconds(monday.Add(time.Hour))}, "passcode": {"secret"}})
	if !office.Opens(found, "secret") {
		t.Error("does not open with its password")
	}
}

func TestAQuickCallNeedsAnEndToCome(t *testing.T) {
	_, c := visit(t, demo.Config{})
	for expires, want := range map[string]string{
		"":                    "expireDate is not a time in milliseconds",
		"tomorrow":            "expireDate is not a time in milliseconds",
		milliseconds(monday):  "expireDate is in the past",
		"1795434120":          "expireDate is in the past", // seconds
		"1624368868714":       "expireDate is in the past", // the vendor's sample
		"9223372036854775807": "expireDate is too far away",
	} {
		_, text := c.call(http.MethodPost, "createQuickCall", token, url.Values{"expireDate": {expires}, "password": {"x"}}.Encode())
		if d := cmp.Diff([]string{want}, refused(t, text)); d != "" {
			t.Errorf("%q (-want +got):\n%s", expires, d)
		}
	}
}
