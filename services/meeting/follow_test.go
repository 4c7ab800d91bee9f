package meeting

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var noon = time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)

// at makes a Presence some seconds after noon.
func at(seconds int, people ...Participation) Presence {
	return Presence{At: noon.Add(time.Duration(seconds) * time.Second), Participants: people}
}

func seen(pid, name, phone string, s State) Participation {
	return Participation{PID: pid, Name: name, Phone: phone, State: s}
}

// states are where the rows stand.
func states(f *Follow) string {
	var all []string
	for i := range f.standings {
		all = append(all, string(f.Standing(i).State))
	}
	return strings.Join(all, " ")
}

func guestNames(f *Follow) string {
	var all []string
	for _, g := range f.Guests() {
		all = append(all, g.Name)
	}
	return strings.Join(all, " ")
}

func TestARowIsFollowedThroughTheMeeting(t *testing.T) {
	f := NewFollow([]Attendee{{Name: "Anna", Phone: "+99111283523475815"}, {Name: "Jan", Phone: "8002"}}, noon)
	const shown = "+99111****815"
	for _, step := range []struct {
		see  Presence
		want string
	}{
		{at(1), "waiting waiting"},
		{at(2, seen("p1", "Anna", shown, Calling)), "calling waiting"},
		{at(5, seen("p1", "Anna", shown, Joining)), "joining waiting"},
		{at(9, seen("p1", "Anna", shown, In), seen("p2", "Jan", "8002", Calling)), "in calling"},
		{at(8), "in calling"}, // An answer that was overtaken.
		{at(20, seen("p1", "Anna", shown, Unclear)), "in no-answer"},
		{at(30), "left no-answer"},
		{at(40, seen("p3", "Anna", shown, In)), "in no-answer"},
		{at(50, seen("p3", "Anna (renamed)", "", In)), "in no-answer"},
		{at(60, seen("p2", "Jan", "8002", Unclear)), "left calling"},
		{at(61, seen("p2", "Jan", "8002", In)), "left in"},
	} {
		f.See(step.see)
		if got := states(f); got != step.want {
			t.Errorf("after %s: %s, want %s", step.see.At.Sub(noon), got, step.want)
		}
	}
	if diff := cmp.Diff(Standing{State: SeenLeft, Since: noon.Add(60 * time.Second), PID: "p3", Name: "Anna (renamed)"}, f.Standing(0)); diff != "" {
		t.Error(diff)
	}
	if len(f.Guests()) != 0 {
		t.Errorf("guests: %v", f.Guests())
	}
}

func TestWhoIsNeverSeenDidNotAnswer(t *testing.T) {
	f := NewFollow([]Attendee{{Name: "Anna", Phone: "8001"}}, noon)
	f.See(at(59))
	if got := f.Standing(0); got.State != SeenWaiting || !got.Since.Equal(noon) {
		t.Errorf("after 59 s: %+v", got)
	}
	f.See(at(60))
	if got := f.Standing(0); got.State != SeenNoAnswer || !got.Since.Equal(noon.Add(60*time.Second)) {
		t.Errorf("after 60 s: %+v", got)
	}
	f.See(at(70, seen("p1", "Anna", "8001", In)))
	f.See(at(80, seen("p1", "Anna", "8001", In)))
	if got := f.Standing(0); got.State != SeenIn || !got.Since.Equal(noon.Add(70*time.Second)) {
		t.Errorf("late: %+v", got)
	}
}

func TestRowsAreFoundByWhatTheServiceShows(t *testing.T) {
	rows := []Attendee{
		{Name: "Anna", Phone: "+99111283523475815", AccountID: "user01", UserUUID: "U1"},
		{Name: "Jan", Phone: "+99111283523470815"},
		{Name: "Ewa", Phone: "+48 600 100 200"},
		{Name: "Room", Phone: "sip:+99111283523475338@huaweicloud.com", Phone2: "8002"},
		{Name: "Twin", Phone: "+48111222333"},
		{Name: "Twin", Phone: "+48111444333"},
		{Name: "Web", Phone: "web@example.com"},
	}
	const none = "waiting waiting waiting waiting waiting waiting waiting"
	in := func(which ...int) string {
		all := strings.Split(none, " ")
		for _, i := range which {
			all[i] = "in"
		}
		return strings.Join(all, " ")
	}
	for name, c := range map[string]struct {
		people  []Participation
		invited []Invited
		want    string
		guests  string
	}{
		"masked, by name":              {[]Participation{seen("p", "ANNA", "+99111****815", In)}, nil, in(0), ""},
		"masked, of two":               {[]Participation{seen("p", "Somebody", "+99111****815", In)}, nil, in(), "Somebody"},
		"masked, of one":               {[]Participation{seen("p", "Ewcia", "+48600****200", In)}, nil, in(2), ""},
		"masked, too little":           {[]Participation{seen("p", "Ewcia", "+48****00", In)}, nil, in(), "Ewcia"},
		"masked, and a better one":     {[]Participation{seen("p", "Somebody", "+48600****200", In), seen("q", "Ewa", "+48600****200", In)}, nil, in(2), "Somebody"},
		"whole":                        {[]Participation{seen("p", "x", "0048600100200", In)}, nil, in(2), ""},
		"without +":                    {[]Participation{seen("p", "x", "48600100200", In)}, nil, in(2), ""},
		"with domain":                  {[]Participation{seen("p", "x", "+48600100200@huaweicloud.com", In)}, nil, in(2), ""},
		"without domain":               {[]Participation{seen("p", "x", "+99111283523475338", In)}, nil, in(3), ""},
		"masked with domain":           {[]Participation{seen("p", "Room", "sip:+99111****338@huaweicloud.com", In)}, nil, in(3), ""},
		"the left screen":              {[]Participation{seen("p", "x", "8002", In)}, nil, in(3), ""},
		"an address":                   {[]Participation{seen("p", "x", "sip:web@EXAMPLE.com", In)}, nil, in(6), ""},
		"by unique name":               {[]Participation{seen("p", "ewa", "", In)}, nil, in(2), ""},
		"another device, by name":      {[]Participation{seen("p", "Ewa", "+99999", In)}, nil, in(2), ""},
		"no unique name":               {[]Participation{seen("p", "Twin", "", In)}, nil, in(), "Twin"},
		"twins that cannot be told":    {[]Participation{seen("p", "Twin", "+4811****333", In), seen("q", "Twin", "+4811****333", In)}, nil, in(4, 5), ""},
		"one twin":                     {[]Participation{seen("p", "Twin", "+48111****333", In)}, nil, in(4), ""},
		"by account, renamed":          {[]Participation{seen("p", "User One", "+99111****815", In)}, []Invited{{AccountID: "USER01", Name: "User One", Phone: "+99111****815"}}, in(0), ""},
		"by UUID, another number":      {[]Participation{seen("p", "Other", "+48700", In)}, []Invited{{UserUUID: "u1", Name: "Other", Phone: "+48700"}}, in(0), ""},
		"a guest":                      {[]Participation{seen("p", "Guest", "+4955", In)}, []Invited{{Name: "Guest", Phone: "+4955"}}, in(), "Guest"},
		"nothing is shown":             {[]Participation{seen("p", "", "", In), seen("", "", "****", In)}, nil, in(), " "},
		"two devices, one in":          {[]Participation{seen("p", "Anna", "+99111****815", Calling), seen("q", "Anna", "+99111****815", In)}, nil, in(0), ""},
		"two devices, the other first": {[]Participation{seen("p", "Anna", "+99111****815", In), seen("q", "Anna", "+99111****815", Calling)}, nil, in(0), ""},
	} {
		f := NewFollow(rows, noon)
		p := at(1, c.people...)
		p.Invited = c.invited
		f.See(p)
		if got := states(f); got != c.want || guestNames(f) != c.guests {
			t.Errorf("%s: %s, guests %q; want %s, %q", name, got, guestNames(f), c.want, c.guests)
		}
	}
}

func TestOneOfTwoDevicesLeavesAndTheRowStays(t *testing.T) {
	f := NewFollow([]Attendee{{Name: "Anna", Phone: "8001"}}, noon)
	f.See(at(1, seen("p", "Anna", "8001", In), seen("q", "Anna", "8001", Calling)))
	f.See(at(2, seen("q", "Anna", "8001", In)))
	if got := f.Standing(0); got.State != SeenIn || got.PID != "q" || !got.Since.Equal(noon.Add(time.Second)) {
		t.Errorf("%+v", got)
	}
	f.See(at(3))
	if got := f.Standing(0); got.State != SeenLeft || got.PID != "q" {
		t.Errorf("%+v", got)
	}
}

func TestRowsWithOneNumberStandTogether(t *testing.T) {
	f := NewFollow([]Attendee{{Name: "Room", Phone: "8001"}, {Name: "Hall", Phone: "80 01"}, {Name: "Else", Phone: "8002"}}, noon)
	f.See(at(1, seen("p", "Other name", "8001", In)))
	if got := states(f); got != "in in waiting" {
		t.Error(got)
	}
	f = NewFollow([]Attendee{{Name: "Room", Phone: "8001"}, {Name: "Hall", Phone: "8001"}}, noon)
	f.See(at(1, seen("p", "Hall", "8001", In)))
	if got := states(f); got != "waiting in" {
		t.Error(got)
	}
}

func TestManyRowsAreFoundAmongMany(t *testing.T) {
	rows := people(3000)
	f := NewFollow(rows, noon)
	var everyone []Participation
	for i, a := range slices.Backward(rows) {
		everyone = append(everyone, seen(fmt.Sprint("p", i), a.Name, masked(a.Phone), In))
	}
	f.See(at(1, everyone...))
	for i := range rows {
		if got := f.Standing(i); got.State != SeenIn || got.PID != fmt.Sprint("p", i) {
			t.Fatalf("row %d: %+v", i, got)
		}
	}
}

func TestANamesakeWhoWasInBeforeIsNotTheOneWhoIsCalled(t *testing.T) {
	began := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	old := Participation{PID: "old", Name: "Anna Probe", Phone: "+99111283523400094", State: In}
	called := Participation{PID: "new", Name: "Anna Probe", Phone: "+493055501742", State: Calling}
	own := Participation{PID: "own", Name: "Anna Probe", Phone: "+99111283523400777", State: In}
	for name, c := range map[string]struct {
		before []Participation
		now    []Participation
		want   Seen
	}{
		"she was in already":          {[]Participation{old}, []Participation{old}, SeenWaiting},
		"and is called now":           {[]Participation{old}, []Participation{old, called}, SeenCalling},
		"called, nobody was asked":    {nil, []Participation{old, called}, SeenCalling},
		"she came by another way":     {nil, []Participation{own}, SeenIn},
		"she came, a namesake was in": {[]Participation{old}, []Participation{old, own}, SeenIn},
	} {
		f := NewFollow([]Attendee{{Name: "Anna Probe", Phone: "+493055501742"}}, began)
		f.Before(Presence{At: began, Participants: c.before})
		f.See(Presence{At: began.Add(time.Second), Participants: c.now})
		if got := f.Standing(0).State; got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}
