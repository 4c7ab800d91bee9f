package store

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/link"
	"foyer/services/person"
)

func TestImportKeepsEveryPerson(t *testing.T) {
	s, c := opened(t)
	save(t, s, somebody("known@example.com"))
	c.pass(time.Hour)
	added, merged, err := s.ImportPeople(t.Context(), []person.Person{
		{Name: "Barbara", Email: "barbara@example.com", SIP: "b@sip.example.com", Phone: "+49 1", Line: 2},
		{Name: "Known", Email: "Known@Example.com", Phone: "+49 2", Line: 3},
		{Name: "Room 7", SIP: "room7@example.com", Line: 4},
		{Name: "Barbara again", Email: "BARBARA@example.com", Line: 5},
	}, "people.csv")
	if err != nil || added != 2 || merged != 2 {
		t.Fatalf("added %d, merged %d, error %v; want 2 and 2", added, merged, err)
	}
	links, err := s.Links(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	type row struct {
		Kind                     link.Kind
		Name, SIP, Phone, Source string
		Saved                    time.Time
	}
	var got []row
	for _, l := range links {
		got = append(got, row{l.Kind, l.Name, l.SIP, l.Phone, l.Source, l.Saved})
		if !strings.HasPrefix(l.URL, "webexteams://") {
			t.Errorf("%s has URL %q", l.Name, l.URL)
		}
	}
	want := []row{
		{link.Person, "Barbara again", "b@sip.example.com", "+49 1", "people.csv", c.at},
		{link.Meeting, "Room 7", "room7@example.com", "", "people.csv", c.at},
		{link.Person, "Known", "", "+49 2", "people.csv", c.at.Add(-time.Hour)},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestImportIsAllOrNothing(t *testing.T) {
	s, _ := opened(t)
	_, _, err := s.ImportPeople(t.Context(), []person.Person{{Email: "a@example.com", Line: 2}, {Name: "Nobody", Line: 3}}, "people.csv")
	wantFault(t, err, fault.Invalid, CodeNoKey)
	if !strings.Contains(err.Error(), "line 3") {
		t.Errorf("%v does not name line 3", err)
	}
	if got := names(t, s); got != nil {
		t.Errorf("kept %v", got)
	}
	// A disk that fills up in the middle takes nothing either.
	limitPages(t, s, 40)
	_, _, err = s.ImportPeople(t.Context(), crowd(2000), "people.csv")
	wantFault(t, err, fault.Other, CodeFull)
	if got := names(t, s); got != nil {
		t.Errorf("kept %d of a failed import", len(got))
	}
}

// crowd makes n persons.
func crowd(n int) []person.Person {
	people := make([]person.Person, n)
	for i := range people {
		people[i] = person.Person{
			Name: "Person Number " + strconv.Itoa(i), Email: "person" + strconv.Itoa(i) + "@example.com",
			SIP: "person" + strconv.Itoa(i) + "@sip.example.com", Phone: "+49 30 " + strconv.Itoa(i), Line: i + 2,
		}
	}
	return people
}
