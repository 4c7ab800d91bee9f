package meeting

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestAnEntryOfTheDirectoryBecomesAnAttendee(t *testing.T) {
	e := Entry{UserUUID: "u1", Account: "anna", Name: "Anna", Number: "+99111 283", Phone: "+48 600", Email: "anna@example.com", DeptName: "Sales", Type: Normal}
	want := Attendee{UserUUID: "u1", AccountID: "anna", Name: "Anna", Phone: "+99111283", Email: "anna@example.com", DeptName: "Sales", Type: Normal}
	if diff := cmp.Diff(want, FromEntry(e, false)); diff != "" {
		t.Error(diff)
	}
	want.Phone, want.Type = "+48600", Mobile
	if diff := cmp.Diff(want, FromEntry(e, true)); diff != "" {
		t.Error(diff)
	}
	e.Number = ""
	if diff := cmp.Diff(want, FromEntry(e, false)); diff != "" {
		t.Errorf("without SIP number: %s", diff)
	}
	e.Number, e.Phone = "+99111283", ""
	if got := FromEntry(e, true); got.Phone != "+99111283" || got.Type != Normal {
		t.Errorf("with a hidden phone: %+v", got)
	}
}

func TestAGroupKeepsItsAttendeesInTheAPIsForm(t *testing.T) {
	g := Group{Name: "Board", Attendees: []Attendee{{Name: "Anna", Role: Participant, Phone: "8001"}, {Name: "Jan", Role: Chair}, {Name: "Ewa"}}, Saved: time.Unix(1e9, 0).UTC()}
	b, err := json.Marshal(g)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"name":"Board","attendees":[{"name":"Anna","role":0,"phone":"8001"},{"name":"Jan","role":1},{"name":"Ewa"}],"saved":"2001-09-09T01:46:40Z"}`
	if string(b) != want {
		t.Errorf("%s, want %s", b, want)
	}
	var back Group
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(g, back); diff != "" {
		t.Error(diff)
	}
	var r Role
	for _, bad := range []string{"3", "-1", `"0"`, "0.5"} {
		if json.Unmarshal([]byte(bad), &r) == nil {
			t.Errorf("%s is a role", bad)
		}
	}
	if b, err := json.Marshal([]Role{NoRole, Reserved}); string(b) != "[null,2]" || err != nil {
		t.Errorf("%s, %v", b, err)
	}
}

func TestFormatsAreKnownByWhatIsInThem(t *testing.T) {
	for _, c := range []struct {
		name, head string
		want       Format
	}{
		{"x.csv", "BEGIN:VCARD\r\nVERSION:3.0", FormatVCard},
		{"x.txt", `{"attendees":[`, FormatJSON},
		{"x.txt", "\ufeff [ {", FormatJSON},
		{"x.csv", "Anna;8001", FormatCSV},
		{"x.TSV", "Anna", FormatCSV},
		{"x.vcf", "", FormatVCard},
		{"x.json", "nonsense", FormatJSON},
		{"", "name,phone\nAnna,8001", FormatCSV},
		{"", "sep=;\nx", FormatCSV},
		{"", "Anna\t8001\nJan\t8002", FormatCSV},
		{"x.txt", "Anna 8001\nJan 8002", FormatText},
		{"", "[Anna] 8001", FormatText},
		{"", "\xff\xfe{\x00\"\x00", FormatJSON},
		{"", "", FormatText},
	} {
		if got := Detect(c.name, []byte(c.head)); got != c.want {
			t.Errorf("%q, %q is %s, want %s", c.name, c.head, got, c.want)
		}
	}
}
