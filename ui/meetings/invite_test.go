package meetings_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/meeting"
	"foyer/ui/meetings"
	"foyer/ui/style"
)

// invited opens the meeting and calls three people.
func invited(t *testing.T) *office {
	t.Helper()
	o := open(t)
	o.joined()
	o.page.Put(people[0], people[1], people[7])
	o.page.Primary()
	o.settle()
	return o
}

// change lets something happen in the meeting, which the page sees when it looks next.
func (o *office) change(f func(h *host)) {
	o.t.Helper()
	o.host.mu.Lock()
	f(o.host)
	o.host.mu.Unlock()
	o.pass(6 * time.Second)
}

func TestTheButtonCountsReadyRowsOnly(t *testing.T) {
	o := open(t)
	o.joined()
	o.page.Put(people...)
	words, on := o.page.Filled()
	expect(t, "the button", words, "Invite 5 people")
	expect(t, "the sum", o.page.Sum(), "5 ready, 2 to correct, 1 without a phone")
	if !on {
		t.Fatal("nobody can be invited")
	}
	o.page.Primary()
	o.settle()
	if len(o.host.invited) != 1 || len(o.host.invited[0]) != 5 {
		t.Errorf("invited %v", o.host.invited)
	}
}

func TestASecondClickInvitesNobodyTwice(t *testing.T) {
	o := open(t)
	o.joined()
	o.page.Put(people[0])
	o.host.hold("invite")
	o.page.Primary()
	o.page.Primary()
	if _, on := o.page.Filled(); on {
		t.Error("the button can be pressed while it runs")
	}
	o.page.Table().Focus()
	o.runes("X")
	o.host.release()
	o.settle()
	o.page.Primary()
	o.settle()
	if len(o.host.invited) != 1 {
		t.Errorf("%d requests", len(o.host.invited))
	}
	expect(t, "the row that was typed into while it ran", o.page.Rows()[0].Name, people[0].Name)
}

func TestThePanelAndTheTableFollowEverybody(t *testing.T) {
	o := invited(t)
	if diff := cmp.Diff([]string{"calling", "calling", "calling"}, o.page.Notes()); diff != "" {
		t.Errorf("at once (-want +got):\n%s", diff)
	}
	o.change(func(h *host) {
		h.people[0].State, h.people[1].State, h.hosts = meeting.In, meeting.Joining, []string{"pid-1"}
		h.people = append(h.people[:2], meeting.Participation{PID: "guest", Name: "Laura Beispiel", Phone: "+49", State: meeting.In, Hand: true})
	})
	o.pass(60 * time.Second)
	if diff := cmp.Diff([]string{"in", "joining", "no answer"}, o.page.Notes()); diff != "" {
		t.Errorf("the table (-want +got):\n%s", diff)
	}
	rows, count, age := o.page.Side()
	if len(rows) != 4 || rows[0] != "Barbara Example: in, host" || rows[1] != "Laura Beispiel: in, hand raised" || rows[2] != "Chen Wei: joining" || !strings.HasPrefix(rows[3], "Maurice Exemple: no answer") || !strings.HasSuffix(rows[3], "[Retry]") {
		t.Errorf("the panel %q", rows)
	}
	expect(t, "the count", count, "2 of 4")
	if !strings.HasPrefix(age, "Read from the meeting ") {
		t.Errorf("the age: %q", age)
	}
	words, _ := o.page.Filled()
	expect(t, "the button", words, "Retry the missing one")
	o.page.Primary()
	o.settle()
	if len(o.host.invited) != 2 || len(o.host.invited[1]) != 1 || o.host.invited[1][0].Name != "Maurice Exemple" {
		t.Fatalf("invited again: %v", o.host.invited)
	}
	if rows, _, _ := o.page.Side(); len(rows) != 4 {
		t.Errorf("the panel after a retry: %q", rows)
	}
}

func TestSomebodyIsRetriedFromThePanelAlsoWhenTheRowIsGone(t *testing.T) {
	o := invited(t)
	o.change(func(h *host) { h.people = nil })
	o.pass(60 * time.Second)
	o.page.Clear()
	rows, _, _ := o.page.Side()
	if len(rows) != 3 {
		t.Fatalf("the panel %q", rows)
	}
	o.page.Retry(1)
	o.settle()
	if len(o.host.invited) != 2 || len(o.host.invited[1]) != 1 {
		t.Fatalf("invited again: %v", o.host.invited)
	}
	if rows, _, _ := o.page.Side(); len(rows) != 3 {
		t.Errorf("the panel after it %q", rows)
	}
}

func TestCallsAreEndedAndPeopleTakenOff(t *testing.T) {
	o := invited(t)
	o.change(func(h *host) { h.people[0].State, h.hosts = meeting.In, []string{"pid-1"} })
	if !meetings.Pick(o.page.PersonMenu(1), "Hang up") {
		t.Fatal("nobody can be hung up")
	}
	o.settle()
	if !meetings.Pick(o.page.PersonMenu(0), "Remove from the meeting") {
		t.Fatal("nobody can be removed")
	}
	o.settle()
	if !slices.Equal(o.host.hungUp, []string{"pid-2"}) || !slices.Equal(o.host.removed, []meeting.Removal{{Number: o.host.people[0].Phone, PID: "pid-1"}}) {
		t.Errorf("hung up %v, removed %v", o.host.hungUp, o.host.removed)
	}
	meetings.Pick(o.page.MeetingMenu(), "Hang up everybody…")
	sheet := o.window.Canvas().Overlays().Top()
	if sheet == nil || len(o.host.hungUp) != 1 {
		t.Fatal("it does not ask first")
	}
	meetings.Pressable(sheet, "Hang up").Tapped(nil)
	o.settle()
	if !slices.Equal(o.host.hungUp, []string{"pid-2", "pid-3"}) {
		t.Errorf("hung up %v: the host stays", o.host.hungUp)
	}
}

func TestAMeetingIsEndedOnlyAfterAQuestion(t *testing.T) {
	o := invited(t)
	meetings.Pick(o.page.MeetingMenu(), "End the meeting for all…")
	if o.host.count("end") != 0 {
		t.Fatal("it does not ask first")
	}
	meetings.Pressable(o.window.Canvas().Overlays().Top(), "End it for all").Tapped(nil)
	o.settle()
	state, _ := o.page.State()
	expect(t, "the state", state, "Ended")
	reads := o.host.count("presence")
	o.pass(30 * time.Second)
	if o.host.count("presence") != reads {
		t.Error("a meeting that has ended is still read")
	}
}

func TestARefusalKeepsItsRowsAndSaysWhy(t *testing.T) {
	o := open(t)
	o.joined()
	o.prefs.chunk = 2
	o.page.Put(crowd(5)...)
	o.host.inviting = func(n int) error {
		if n == 2 {
			return refuse("MMC.111072050", "CONF_LOCKED")
		}
		return nil
	}
	o.page.Primary()
	o.settle()
	if diff := cmp.Diff([]string{"calling", "calling", "refused", "refused", "ready"}, o.page.Notes()); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	expect(t, "the result", o.page.Result(), "The service refused 2 rows. The meeting is locked. Ask the host to unlock it. 2 were accepted. 1 was not sent.")
	meetings.Pressable(o.page, "What the server said").Tapped(nil)
	meetings.Pressable(o.window.Canvas().Overlays().Top(), "Copy").Tapped(nil)
	o.settle()
	expect(t, "copied", o.desk.clip, "MMC.111072050\nCONF_LOCKED")
	o.host.inviting = nil
	words, _ := o.page.Filled()
	expect(t, "the button", words, "Invite 3 people")
	o.page.Primary()
	o.settle()
	if len(o.host.invited) != 4 || o.page.Result() != "" {
		t.Errorf("%d requests, result %q", len(o.host.invited), o.page.Result())
	}
}

func TestWhatIsUnreachableWasNotSent(t *testing.T) {
	o := open(t)
	o.joined()
	o.page.Put(people[0])
	o.host.fails["invite"] = &fault.Error{Op: "inviting", Kind: fault.Unreachable, Code: "no-connection"}
	o.page.Primary()
	o.settle()
	if !strings.HasPrefix(o.page.Result(), "The invitation stopped.") || !strings.HasSuffix(o.page.Result(), "1 was not sent.") {
		t.Errorf("the result: %q", o.page.Result())
	}
	if words, on := o.page.Filled(); words != "Invite 1 person" || !on {
		t.Errorf("the button: %q, %v", words, on)
	}
}

func TestAnUnclearOutcomeIsNeverSentAgainByItself(t *testing.T) {
	o := open(t)
	o.joined()
	o.page.Put(people[0], people[1])
	o.host.inviting = func(int) error { return &fault.Error{Op: "inviting", Kind: fault.UnknownOutcome, Code: "timeout"} }
	o.page.Primary()
	o.settle()
	if diff := cmp.Diff([]string{"not known", "not known"}, o.page.Notes()); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	if !strings.Contains(o.page.Result(), "The meeting shows none of them so far.") || strings.Contains(o.page.Result(), "Try again") {
		t.Errorf("the result: %q", o.page.Result())
	}
	if _, on := o.page.Filled(); on {
		t.Error("they can be invited again with one click")
	}
	o.pass(3 * time.Minute)
	if len(o.host.invited) != 1 {
		t.Fatalf("%d requests", len(o.host.invited))
	}
	o.host.mu.Lock()
	o.host.people = []meeting.Participation{{PID: "p", Name: people[0].Name, Phone: "+493055501742", State: meeting.In}}
	o.host.mu.Unlock()
	o.page.LookAgain()
	o.settle()
	if diff := cmp.Diff([]string{"in", "not known"}, o.page.Notes()); diff != "" {
		t.Errorf("after a look (-want +got):\n%s", diff)
	}
	o.host.inviting = nil
	if !meetings.Pick(o.page.RowMenu(1), "Invite again") {
		t.Fatal("the user cannot send it again")
	}
	o.settle()
	if len(o.host.invited) != 2 || len(o.host.invited[1]) != 1 || o.host.invited[1][0].Name != "Chen Wei" {
		t.Errorf("sent again: %v", o.host.invited)
	}
}

func TestAnInvitationStopsBetweenRequests(t *testing.T) {
	o := open(t)
	o.joined()
	o.prefs.chunk = 2
	o.page.Put(crowd(6)...)
	o.host.hold("invite")
	o.page.Primary()
	o.settle()
	o.page.CancelInvite()
	o.host.release()
	o.settle()
	if len(o.host.invited) != 1 {
		t.Errorf("%d requests", len(o.host.invited))
	}
	expect(t, "the result", o.page.Result(), "You stopped the invitation. 2 were accepted. 4 were not sent.")
	words, _ := o.page.Filled()
	expect(t, "the button", words, "Invite 4 people")
}

func TestClosingThePageWaitsForTheRequestThatIsOnItsWay(t *testing.T) {
	o := open(t)
	o.joined()
	o.prefs.chunk = 1
	o.page.Put(crowd(3)...)
	o.host.hold("invite")
	o.page.Primary()
	o.settle()
	closed := make(chan struct{})
	o.page.CancelInvite()
	go func() {
		o.host.release()
		close(closed)
	}()
	o.page.Close()
	<-closed
	if len(o.host.invited) != 1 || len(o.book.invited) != 1 {
		t.Errorf("%d requests, %d remembered", len(o.host.invited), len(o.book.invited))
	}
	if kept := string(o.book.draft); strings.Contains(kept, "Person 1") || !strings.Contains(kept, "Person 2") || !strings.Contains(kept, "Person 3") {
		t.Errorf("kept %s: who was called would be called again", kept)
	}
}

func TestWhoWasAcceptedIsRemembered(t *testing.T) {
	o := invited(t)
	if diff := cmp.Diff([]string{"Barbara Example", "Chen Wei", "Maurice Exemple"}, names(o.book.invited)); diff != "" {
		t.Errorf("remembered (-want +got):\n%s", diff)
	}
}

func TestAFaultOfThePresenceBacksOffAndIsSaid(t *testing.T) {
	o := invited(t)
	o.host.mu.Lock()
	o.host.fails["presence"] = &fault.Error{Op: "reading", Kind: fault.Unreachable, Code: "no-connection"}
	o.host.mu.Unlock()
	reads := o.host.count("presence")
	o.pass(3 * time.Minute)
	if n := o.host.count("presence") - reads; n < 4 || n > 6 { // after 5, 10, 20, 40, 60, 60 s
		t.Errorf("read %d times in 3 minutes", n)
	}
	_, _, age := o.page.Side()
	if !strings.HasPrefix(age, "As of 10:42; it cannot be read anew.") || !strings.Contains(age, "Trying again in ") {
		t.Errorf("the age: %q", age)
	}
	o.host.mu.Lock()
	delete(o.host.fails, "presence")
	o.host.mu.Unlock()
	o.pass(time.Minute)
	if _, _, age := o.page.Side(); !strings.HasPrefix(age, "Read from the meeting ") {
		t.Errorf("the age afterwards: %q", age)
	}
}

func TestNobodyLooksWhileThePageIsOutOfSight(t *testing.T) {
	o := invited(t)
	o.shell.Show("links")
	o.page.Leave()
	o.settle()
	reads := o.host.count("presence")
	o.pass(30 * time.Second)
	if o.host.count("presence") != reads {
		t.Error("the page looks out of sight")
	}
	o.shell.Show("meetings")
	o.pass(time.Second)
	if o.host.count("presence") != reads+1 {
		t.Error("the page does not look at once when it comes back")
	}
}

func TestPeopleWithoutAPhoneGetTheLink(t *testing.T) {
	o := open(t)
	o.joined()
	o.page.Put(people...)
	expect(t, "the offer", o.page.Offer(), "Send that person the join link instead…")
	meetings.Pressable(o.page, o.page.Offer()).Tapped(nil)
	if diff := cmp.Diff([]string{"Ludwig Muster"}, names(o.linked)); diff != "" || o.link != "https://meeting.example.com/j/914083136" {
		t.Errorf("the link %s goes to (-want +got):\n%s", o.link, diff)
	}
}

func TestTheResultIsSaved(t *testing.T) {
	o := invited(t)
	o.change(func(h *host) { h.people[0].State = meeting.In })
	o.page.SaveResultTo("/result.csv")
	o.settle()
	got := o.desk.files["/result.csv"]
	for _, want := range []string{"Barbara Example", ",in,", "calling"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	o.desk.fail = fmt.Errorf("disk full")
	o.page.SaveResultTo("/other.csv")
	o.settle()
	if !strings.HasPrefix(o.page.ToastWords(), "The file was not saved.") {
		t.Errorf("the toast: %q", o.page.ToastWords())
	}
}

func TestThePanelLiesOverANarrowPage(t *testing.T) {
	o := newOffice(t, style.Light, 100, fyne.NewSize(720, 520))
	o.joined()
	if o.page.SideShown() {
		t.Fatal("the panel takes room that there is not")
	}
	o.page.OpenSide()
	if !o.page.SideShown() {
		t.Fatal("the panel does not open")
	}
	if !o.page.Escape() || o.page.SideShown() {
		t.Error("Escape does not close the panel")
	}
}

func TestAnotherMeetingTypedWhileItRunsIsNotMixedUp(t *testing.T) {
	o := open(t)
	o.joined()
	o.page.Put(people[0])
	o.host.hold("invite")
	o.page.Primary()
	o.settle()
	o.page.TypeAccess("914000001", "246810")
	o.host.release()
	o.settle()
	o.pass(time.Second)
	expect(t, "the row", o.page.Notes()[0], "host, ready")
	if rows, _, _ := o.page.Side(); len(rows) != 1 { // the fake has one list of people
		t.Errorf("the panel %q", rows)
	}
	if words, on := o.page.Filled(); words != "Invite 1 person" || !on {
		t.Errorf("the button: %q, %v", words, on)
	}
}

func TestAServiceThatComesBackDoesNotDisturbAnInvitation(t *testing.T) {
	o := open(t)
	o.joined()
	o.prefs.chunk = 1
	o.page.Put(crowd(2)...)
	o.host.hold("invite")
	o.page.Primary()
	o.settle()
	o.page.SetService(agent.ServiceState{Health: agent.Unreachable, Since: monday})
	o.page.SetService(agent.ServiceState{Health: agent.Connected})
	o.host.release()
	o.settle()
	if diff := cmp.Diff([]string{"calling", "calling"}, o.page.Notes()); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}
