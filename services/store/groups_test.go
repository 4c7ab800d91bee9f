package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/meeting"
)

func TestGroupsComeBackByNameWithoutRegardToCase(t *testing.T) {
	s, c := opened(t)
	for _, g := range []meeting.Group{
		{Name: " Vorstand ", Attendees: []meeting.Attendee{{Name: "佐藤 花子", Phone: "sip:hanako@example.com", Role: meeting.Chair}}},
		{Name: "audit"},
		{Name: "AUDIT", Attendees: []meeting.Attendee{{Name: "Barbara Example", Phone: "+49 30 5550 1742"}}},
	} {
		if err := s.SaveGroup(t.Context(), g); err != nil {
			t.Fatal(err)
		}
	}
	got, err := s.Groups(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := []meeting.Group{
		{Name: "AUDIT", Saved: c.at, Attendees: []meeting.Attendee{{Name: "Barbara Example", Phone: "+49 30 5550 1742"}}},
		{Name: "Vorstand", Saved: c.at, Attendees: []meeting.Attendee{{Name: "佐藤 花子", Phone: "sip:hanako@example.com", Role: meeting.Chair}}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	for range 2 { // removing twice is no failure
		if err := s.RemoveGroup(t.Context(), "audit "); err != nil {
			t.Fatal(err)
		}
	}
	if got, _ = s.Groups(t.Context()); len(got) != 1 {
		t.Errorf("%d groups are left, want 1", len(got))
	}
	wantFault(t, s.SaveGroup(t.Context(), meeting.Group{Name: "  "}), fault.Invalid, CodeNoName)
}

func TestPeopleWhoWereInvitedAreSuggestedLastOnesFirst(t *testing.T) {
	s, c := opened(t)
	remember := func(people ...meeting.Attendee) {
		t.Helper()
		if err := s.RememberInvited(t.Context(), people); err != nil {
			t.Fatal(err)
		}
		c.pass(time.Minute)
	}
	remember(meeting.Attendee{Name: "Chen Wei", Phone: "+86 755 5550 118", DeptName: "Sales", Role: meeting.Chair},
		meeting.Attendee{Name: "Fjord", Phone: "99111283523475", UserUUID: "u1", Type: meeting.Terminal}, meeting.Attendee{})
	remember(meeting.Attendee{Name: "Barbara", Email: "barbara@example.com"})
	remember(meeting.Attendee{Name: "Chen W.", Phone: "+86-755-5550-118"})
	for query, want := range map[string]string{"": "Chen W., Barbara, Fjord", "CHEN": "Chen W.", "example.com": "Barbara", "7555550": "Chen W.", "nobody": ""} {
		got, err := s.Invited(t.Context(), query, 10)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, a := range got {
			names = append(names, a.Name)
			if a.Role != meeting.NoRole {
				t.Errorf("%s keeps the role of another meeting", a.Name)
			}
		}
		if strings.Join(names, ", ") != want {
			t.Errorf("%q finds %v, want %s", query, names, want)
		}
	}
	if got, _ := s.Invited(t.Context(), "", 2); len(got) != 2 {
		t.Errorf("the limit of 2 gave %d", len(got))
	}
}

func TestNotMorePeopleAreKeptThanTheLimit(t *testing.T) {
	s, c := opened(t)
	if err := s.RememberInvited(t.Context(), []meeting.Attendee{{Name: "oldest", Phone: "1"}}); err != nil {
		t.Fatal(err)
	}
	c.pass(time.Hour)
	many := make([]meeting.Attendee, maxInvited)
	for i := range many {
		many[i] = meeting.Attendee{Name: fmt.Sprint("person ", i), Phone: fmt.Sprint("+49", 1000000+i)}
	}
	if err := s.RememberInvited(t.Context(), many); err != nil {
		t.Fatal(err)
	}
	all, err := s.Invited(t.Context(), "", maxInvited*2)
	if err != nil || len(all) != maxInvited || all[0].Name != "person 0" {
		t.Fatalf("%d people, error %v; want %d", len(all), err, maxInvited)
	}
	if oldest, _ := s.Invited(t.Context(), "oldest", 1); len(oldest) != 0 {
		t.Error("the oldest is still there")
	}
}

func TestDraftsSurviveACrash(t *testing.T) {
	c := newClock()
	path := filepath.Join(folder(t), "foyer.db")
	s := reopened(t, path, c)
	if got, err := s.Draft(t.Context(), "meetings"); got != nil || err != nil {
		t.Fatalf("a new store has draft %q, error %v", got, err)
	}
	if err := s.SaveDraft(t.Context(), "meetings", []byte("half typed")); err != nil {
		t.Fatal(err)
	}
	before, _ := s.Revision(t.Context())
	if err := s.SaveDraft(t.Context(), "meetings", []byte("half typed")); err != nil {
		t.Fatal(err)
	}
	if after, _ := s.Revision(t.Context()); after != before {
		t.Error("saving the same draft was a change")
	}
	other := reopened(t, path, c) // as a process finds it that starts after this one died
	if got, err := other.Draft(t.Context(), "meetings"); string(got) != "half typed" || err != nil {
		t.Errorf("got draft %q, error %v", got, err)
	}
	for range 2 {
		if err := s.SaveDraft(t.Context(), "meetings", nil); err != nil {
			t.Fatal(err)
		}
	}
	if got, _ := other.Draft(t.Context(), "meetings"); got != nil {
		t.Errorf("a forgotten draft says %q", got)
	}
	wantFault(t, s.SaveDraft(t.Context(), "meetings", make([]byte, maxDraft+1)), fault.Invalid, CodeTooLong)
}

func TestGroupsAndDraftsAreRescuedFromADamagedFile(t *testing.T) {
	t.Parallel()
	c := newClock()
	path := filepath.Join(folder(t), "foyer.db")
	s, err := Open(t.Context(), path, c.now)
	if err != nil {
		t.Fatal(err)
	}
	group := meeting.Group{Name: "Board", Saved: c.at, Attendees: []meeting.Attendee{{Name: "Barbara", Phone: "+49 30 5550 1742"}}}
	if err := errors.Join(s.SaveGroup(t.Context(), group), s.RememberInvited(t.Context(), group.Attendees),
		s.SaveDraft(t.Context(), "meetings", []byte("half typed")), s.Close()); err != nil {
		t.Fatal(err)
	}
	links := rootOf(t, path, "links")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range page {
		content[(links-1)*page+i] = byte(i*7 + 1)
	}
	if err := errors.Join(os.WriteFile(path, content, 0o600), os.WriteFile(path+".suspect", nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	s = reopened(t, path, c)
	if s.Damage().Path == "" {
		t.Fatal("the damage was not found")
	}
	groups, err := s.Groups(t.Context())
	if d := cmp.Diff([]meeting.Group{group}, groups); d != "" || err != nil {
		t.Errorf("error %v (-want +got):\n%s", err, d)
	}
	if people, err := s.Invited(t.Context(), "barbara", 9); len(people) != 1 || err != nil {
		t.Errorf("people %v, error %v", people, err)
	}
	if draft, err := s.Draft(t.Context(), "meetings"); string(draft) != "half typed" || err != nil {
		t.Errorf("draft %q, error %v", draft, err)
	}
}
