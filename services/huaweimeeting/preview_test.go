package huaweimeeting

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/meeting"
)

// awkward are attendees that are hard to quote.
var awkward = append(people[:2:2],
	meeting.Attendee{Name: `O'Brien "$HOME" \ $(id) ` + "`id`", Phone: "sip:+991@example.com", Email: "a@example.com", Type: meeting.Board},
	meeting.Attendee{Name: "two\nlines\tand 'quotes'", Phone: "1", Role: meeting.Chair})

// TestThePreviewIsTheRequestThatIsSent compares it with what arrives.
func TestThePreviewIsTheRequestThatIsSent(t *testing.T) {
	address, calls := serve(t, office(nil))
	s := service(t, address, nil)
	shown, err := s.Preview(t.Context(), byHost, awkward)
	if err != nil || len(calls.all()) > 0 {
		t.Fatalf("%v, %v", err, calls.all())
	}
	if err := s.Invite(t.Context(), byHost, awkward); err != nil {
		t.Fatal(err)
	}
	got := calls.last()
	if url := strings.TrimSuffix(address, prefix) + got.Path + "?" + got.Query; shown.Method != got.Method || shown.URL != url {
		t.Errorf("%s %s, want %s %s", shown.Method, shown.URL, got.Method, url)
	}
	var body bytes.Buffer
	if err := json.Compact(&body, []byte(shown.Body)); err != nil || body.String()+"\n" != got.Body || !strings.Contains(shown.Body, "\n    {\n      \"userUUID\"") {
		t.Error(err, cmp.Diff(got.Body, body.String()))
	}
	checkHeader(t, shown, got)
	names := make([]string, len(shown.Header))
	for i, pair := range shown.Header {
		names[i] = pair[0]
	}
	if want := []string{"Accept-Language", "Content-Type", "X-Conference-Authorization", "X-Request-Id"}; !slices.Equal(names, want) {
		t.Errorf("%q", names)
	}
}

// checkHeader compares the header that is shown with that of a request that arrived.
func checkHeader(t *testing.T, shown meeting.Request, got seen) {
	t.Helper()
	for _, pair := range shown.Header {
		value := got.Header.Get(pair[0])
		switch pair[0] {
		case "X-Conference-Authorization":
			if pair[1] != "••••" || value != controlValue {
				t.Errorf("%q, sent %q", pair, value)
			}
		case "X-Request-Id":
			if !uuid.MatchString(pair[1]) || pair[1] == value {
				t.Errorf("%q, sent %q", pair, value)
			}
		default:
			if value != pair[1] {
				t.Errorf("%q, sent %q", pair, value)
			}
		}
	}
}

func TestThePreviewShowsNoSecret(t *testing.T) {
	s := service(t, "https://meeting.example.com/api", nil)
	for _, access := range []meeting.Access{byHost, byToken, {ID: meetingNumber, Password: hostPassword, Token: controlValue}, {ID: meetingNumber}} {
		shown, err := s.Preview(t.Context(), access, people)
		all := fmt.Sprintf("%+v", shown)
		if err != nil || strings.Contains(all, hostPassword) || strings.Contains(all, controlValue) || !strings.Contains(shown.Curl, `"X-Conference-Authorization: $CONTROL_TOKEN"`) {
			t.Errorf("%v: %s", err, all)
		}
	}
	_, err := s.Preview(t.Context(), meeting.Access{}, people)
	want(t, "no meeting", err, fault.Invalid, CodeNoMeetingID)
	_, err = s.Preview(t.Context(), byToken, nil)
	want(t, "nobody", err, fault.Invalid, CodeNobody)
}
