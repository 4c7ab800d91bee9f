package messages

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"foyer/assets"
	"foyer/services/message"
	"foyer/ui/text"
)

func people(text string) (a addressees) {
	a.add(message.ReadRecipients(text)...)
	return a
}

func TestADraftIsTheMessageItWillBe(t *testing.T) {
	d := draft{people: people("barbara@example.com, anna@"), room: "Canteen", text: "Hello", envelope: true}
	for in, want := range map[bool]message.Message{
		false: {To: []string{"barbara@example.com"}, Text: "Hello", Envelope: true},
		true:  {Room: "Canteen", Mentions: []string{"barbara@example.com"}, Text: "Hello", Envelope: true},
	} {
		if diff := cmp.Diff(want, d.message(in)); diff != "" {
			t.Errorf("in a room %v (-want +got):\n%s", in, diff)
		}
		back := newDraft(want)
		if diff := cmp.Diff(want, back.message(in)); diff != "" {
			t.Errorf("back in a room %v (-want +got):\n%s", in, diff)
		}
	}
}

func TestProblemsComeInTheOrderInWhichTheyAreMended(t *testing.T) {
	for _, c := range []struct {
		name string
		d    draft
		in   bool
		want []string
	}{
		{"nothing", draft{}, false, []string{message.ProblemNoRecipient, message.ProblemNoText}},
		{"nothing for a room", draft{}, true, []string{message.ProblemNoRoom, message.ProblemNoText}},
		{"only somebody who is none", draft{people: people("anna@")}, false, []string{message.ProblemBadAddress, message.ProblemNoText}},
		{"no text", draft{people: people("anna@example.com"), text: " \n"}, false, []string{message.ProblemNoText}},
		{"mentions without a room", draft{people: people("anna@example.com"), text: "x"}, true, []string{message.ProblemNoRoom}},
		{"ready", draft{people: people("anna@example.com"), text: "x"}, false, nil},
		{"ready for a room", draft{room: "Canteen", text: "x"}, true, nil},
	} {
		var codes []string
		for _, p := range c.d.problems(c.in) {
			codes = append(codes, p.Code)
		}
		if diff := cmp.Diff(c.want, codes); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestPeopleAreMergedCorrectedAndNamed(t *testing.T) {
	a := people("Barbara@example.com")
	if n := a.add(message.ReadRecipients("barbara@example.com, chen.wei@example.com, anna@exmaple.com, juan@example.com")...); n != 3 {
		t.Errorf("%d were added, want 3", n)
	}
	odd := a.odd()
	if len(odd) != 1 || odd[0].Usual != "example.com" {
		t.Fatalf("odd are %+v", odd)
	}
	before := a.clone()
	a.correct(odd...)
	a.name([]message.Correspondent{{Address: "CHEN.WEI@example.com", Name: "Chen Wei"}})
	if diff := cmp.Diff([]string{"Barbara@example.com", "chen.wei@example.com", "anna@example.com", "juan@example.com"}, a.addresses()); diff != "" {
		t.Errorf("addresses (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Barbara@example.com", "anna@example.com", "juan@example.com"}, a.nameless(9)); diff != "" {
		t.Errorf("without a name (-want +got):\n%s", diff)
	}
	if before.addresses()[2] != "anna@exmaple.com" {
		t.Error("a copy changed with the original")
	}
	a.remove(0)
	a.remove(99)
	if len(a.all) != 3 {
		t.Errorf("%d are left, want 3", len(a.all))
	}
}

func TestCorrectingSomebodyWhoIsThereAlreadyLeavesOne(t *testing.T) {
	a := people("anna@example.com, b@example.com, c@example.com, anna@exmaple.com")
	a.correct(a.odd()...)
	if diff := cmp.Diff([]string{"anna@example.com", "b@example.com", "c@example.com"}, a.addresses()); diff != "" {
		t.Errorf("addresses (-want +got):\n%s", diff)
	}
}

func TestThePaceOfABatchIsThatOfTheLastMinute(t *testing.T) {
	at := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	var p pace
	if _, ok := p.left(10); ok {
		t.Error("something is reckoned from nothing")
	}
	p.note(at, 0)
	p.note(at.Add(time.Second), 10)
	if _, ok := p.left(10); ok {
		t.Error("one second is enough to reckon from")
	}
	p.note(at.Add(10*time.Second), 20) // two a second
	if d, ok := p.left(60); !ok || d != 30*time.Second {
		t.Errorf("60 rows take %v, %v", d, ok)
	}
	for i := range 120 { // then one a second
		p.note(at.Add(time.Duration(11+i)*time.Second), 21+i)
	}
	if d, ok := p.left(60); !ok || d != time.Minute {
		t.Errorf("60 rows take %v, %v", d, ok)
	}
	p.note(at.Add(200*time.Second), 3) // rows were put back
	if _, ok := p.left(10); ok {
		t.Error("what was before counts on")
	}
}

func TestWhatATableShowsOfALongTextIsShort(t *testing.T) {
	long := strings.Repeat("word\n", 100_000)
	if got := firstWords(long); len([]rune(got)) != keptText || !strings.HasPrefix(got, "word word") {
		t.Errorf("shown is %q", got)
	}
	if got := firstWords("ä" + strings.Repeat("ö", 10_000)); len([]rune(got)) != keptText {
		t.Errorf("shown are %d characters", len([]rune(got)))
	}
	if got := firstLine("\n  \n Hello \nthere"); got != "Hello" {
		t.Errorf("the first line is %q", got)
	}
	if got := shortTo(message.Message{To: []string{"a@example.com", "b@example.com", "c@example.com"}}); got != "a@example.com +2" {
		t.Errorf("the receivers are %q", got)
	}
}

func TestRoomsAreFoundByAnyPartOfTheirName(t *testing.T) {
	m := model{rooms: []message.KnownRoom{{Name: "Café Ökologie"}, {Name: "Project Aurora"}, {Name: "会議室 3"}}}
	for query, want := range map[string][]string{"": {"Café Ökologie", "Project Aurora", "会議室 3"}, "OKO cafe": {"Café Ökologie"}, "aur": {"Project Aurora"}, "会議": {"会議室 3"}, "none": nil} {
		var got []string
		for _, r := range m.matchingRooms(query) {
			got = append(got, r.Name)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", query, diff)
		}
	}
}

func TestTheGravestStateMarksABatch(t *testing.T) {
	for want, m := range map[string]message.Batch{
		"message-sent":    {Counts: message.Counts{Sent: 3}},
		"message-failed":  {Counts: message.Counts{Sent: 3, Failed: 1}},
		"message-unknown": {Counts: message.Counts{Failed: 1, Unknown: 1}},
		"message-sending": {Counts: message.Counts{Failed: 1, Queued: 1}},
		"message-queued":  {Counts: message.Counts{Queued: 1}, Paused: true},
	} {
		if got := batchMark(m).Drawing(); got != want {
			t.Errorf("%+v is marked %q, want %q", m.Counts, got, want)
		}
	}
}

func TestAMonthBeginsOnMondayAndHasTheDaysOfItsNeighbours(t *testing.T) {
	say, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	dress(t, 100)
	for _, c := range []struct{ cursor, want string }{{"2026-11-23", "2026-10-26"}, {"2026-06-01", "2026-06-01"}, {"2027-01-31", "2026-12-28"}} {
		cursor, _ := time.Parse(time.DateOnly, c.cursor)
		m := newMonth(say, cursor, cursor, nil, nil)
		if got := m.first().Format(time.DateOnly); got != c.want {
			t.Errorf("the page of %s begins on %s, want %s", c.cursor, got, c.want)
		}
	}
}
