package chatmessenger

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/transport"
)

func TestRoomsComeFromTheFirstFunctionThatTheServerKnows(t *testing.T) {
	all := []string{"getConferenceMaster", "getConferenceRooms", "getConferenceRoomStatus"}
	for known := range len(all) + 1 {
		address, calls := serve(t, func(w http.ResponseWriter, r *http.Request) {
			if known == len(all) || !strings.HasSuffix(r.URL.Path, "/"+all[known]) {
				http.NotFound(w, r)
				return
			}
			says(200, jsonKind, `{"conferenceRooms":[{"id":"1","name":"Small"},null]}`)(w, r)
		})
		checked, err := service(t, address, nil).Check(t.Context())
		var got []string
		for _, c := range *calls {
			got = append(got, strings.TrimPrefix(c.Path, prefix+"/"))
		}
		if diff := cmp.Diff(all[:min(known+1, len(all))], got); diff != "" {
			t.Error(diff)
		}
		if known == len(all) {
			want(t, err, fault.Refused, transport.CodeNotFound)
		} else if err != nil || checked.Rooms != 1 || checked.Unreadable != 1 || checked.Took <= 0 || checked.OpenLock {
			t.Errorf("%+v, %v", checked, err)
		}
	}
}

func TestARefusalIsNotAskedTwice(t *testing.T) {
	address, calls := serve(t, says(401, jsonKind, `{"errors":["invalid apiToken"]}`))
	_, err := service(t, address, nil).Check(t.Context())
	want(t, err, fault.Refused, transport.CodeTokenRefused)
	if len(*calls) != 1 {
		t.Errorf("%d calls", len(*calls))
	}
}

func TestAnswersThatAreNoRoomsAreNotZeroRooms(t *testing.T) {
	for body, want := range map[string]Checked{
		``:                         {},
		`{}`:                       {},
		`[]`:                       {},
		`{"conferenceRooms":{}}`:   {},
		`{"conferenceRooms":null}`: {},
		`{"hello":"world"}`:        {Unreadable: 1},
		`"hello"`:                  {Unreadable: 1},
		`{"rooms":7}`:              {Unreadable: 1},
	} {
		address, _ := serve(t, says(200, jsonKind, body))
		got, err := service(t, address, nil).Check(t.Context())
		got.Took = 0
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s: %v %s", body, err, diff)
		}
	}
}
