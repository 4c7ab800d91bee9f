package meeting

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func readJSON(t *testing.T, text string) Reading {
	t.Helper()
	r, err := ReadJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTheAPIsFormIsRead(t *testing.T) {
	full := `{"userUUID":"u1","accountId":"anna","name":"Anna","role":1,"phone":"80 01","phone2":"8002","phone3":"8003","email":"anna@example.com","sms":"8004","type":"Telepresence","deptUUID":"d1","deptName":"Sales"}`
	attendee := Attendee{UserUUID: "u1", AccountID: "anna", Name: "Anna", Role: Chair, Phone: "8001", Phone2: "8002", Phone3: "8003", Email: "anna@example.com", SMS: "8004", Type: Telepresence, DeptUUID: "d1", DeptName: "Sales"}
	for name, text := range map[string]string{
		"object": `{"attendees":[` + full + `]}`,
		"array":  `[` + full + `]`,
		"one":    full,
		"mark":   "\ufeff[" + full + `]`,
	} {
		compare(t, name, readJSON(t, text), []Row{{Attendee: attendee, Line: 1}}, nil)
	}
	compare(t, "nulls", readJSON(t, `[{"name":"Anna","role":null,"phone":null,"type":""}]`), []Row{row(1, "Anna", "", "")}, nil)
	for _, text := range []string{`{"attendees":[]}`, `[]`, `{"attendees":null}`} {
		compare(t, text, readJSON(t, text), nil, nil)
	}
}

func TestOneWrongAttendeeKeepsTheOthers(t *testing.T) {
	got := readJSON(t, `{"subject": "x", "attendees": [
  {"name": "Anna", "phone": "8001", "mood": "good"},
  {"name": 3},
  {"name": "Jan",
   "role": 7},
  "Ewa",
  null,
  {"role": "1"},
  {"mood": "bad"}, {"name": "Ula", "phone": "+48 22 1 ext. 5"},
  {"name": "Ola", "phone": "8002"}
], "attendees": 5}`)
	compare(t, "attendees", got, []Row{row(2, "Anna", "8001", ""), row(10, "Ola", "8002", "")}, []Rejected{
		rejected(3, `{"name": 3}`, ReasonWrongType),
		rejected(4, "{\"name\": \"Jan\",\n   \"role\": 7}", ReasonRole),
		rejected(6, `"Ewa"`, ReasonWrongType),
		rejected(7, "null", ReasonWrongType),
		rejected(8, `{"role": "1"}`, ReasonWrongType),
		rejected(9, `{"mood": "bad"}`, ReasonNoWay),
		rejected(9, `{"name": "Ula", "phone": "+48 22 1 ext. 5"}`, ReasonExtension),
	})
	if diff := cmp.Diff(map[string]int{"mood": 1, "subject": 1, "attendees": 1}, got.Unread); diff != "" {
		t.Error(diff)
	}
}

func TestWhereTheJSONEndsTheRestIsRejected(t *testing.T) {
	for text, want := range map[string]Rejected{
		"[{\"name\":\"Anna\",\"phone\":\"8001\"},\n{\"na":                 rejected(2, `{"na`, ReasonJSON),
		"{\"attendees\":[{\"name\":\"Anna\",\"phone\":\"8001\"}\n oops]}": rejected(2, `oops]}`, ReasonJSON),
		"[{\"name\":\"Anna\",\"phone\":\"8001\"}":                         rejected(1, "", ReasonJSON),
	} {
		compare(t, text, readJSON(t, text), []Row{row(1, "Anna", "8001", "")}, []Rejected{want})
	}
	for text, why := range map[string]Reason{"hello": ReasonJSON, "5": ReasonWrongType, `{"attendees":5}`: ReasonWrongType, `{"attendees":{"name":"Anna"}}`: ReasonWrongType, "{}": ReasonNoWay, `{"x"`: ReasonJSON} {
		got := readJSON(t, text)
		if len(got.Rows) != 0 || len(got.Rejected) != 1 || got.Rejected[0].Reason != why {
			t.Errorf("%s: %+v", text, got)
		}
	}
}
