package rooms_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"github.com/google/go-cmp/cmp"

	"foyer/services/room"
	"foyer/ui/style"
)

// rebook changes the bookings of the shown day on the server, a minute later, and lets the page read
// them.
func (o *office) rebook(change func(all []room.Booking) []room.Booking) {
	o.t.Helper()
	o.now = o.now.Add(time.Minute)
	o.board.mu.Lock()
	o.board.snapshot.Bookings = change(append([]room.Booking(nil), o.board.snapshot.Bookings...))
	o.board.snapshot.Reading = room.Reading{At: o.now}
	o.board.mu.Unlock()
	o.page.Load()
	o.settle()
}

// three moves the design review, takes Payroll run away and books Harbour for something private.
func three(all []room.Booking) (now []room.Booking) {
	for _, k := range all {
		switch k.Title {
		case "Design review":
			k.RoomID, k.Start, k.End = "Harbour", at(11, 0), at(12, 30)
		case "Payroll run":
			continue
		}
		now = append(now, k)
	}
	return append(now, room.Booking{ID: "new", RoomID: "Harbour", Title: "Works council vote", Start: at(14, 0), End: at(15, 0), Private: true})
}

func same(all []room.Booking) []room.Booking { return all }

func TestWhatChangedWhileAnotherPageWasInFrontIsTold(t *testing.T) {
	o := open(t)
	if o.page.News() != "" {
		t.Fatalf("at first it says %q", o.page.News())
	}
	o.shell.Show("links")
	o.rebook(three)
	o.shell.Show("rooms")
	if got := o.page.News(); got != "3 changes since 10:41" {
		t.Errorf("the foot says %q", got)
	}
	want := []string{"Payroll run: Cancelled, or moved to another day: Estuary, 09:30–12:00", "Design review: Moved: Harbour, 11:00–12:30; it was Delta, 10:45–12:15", "Works council vote: New: Harbour, 14:00–15:00"}
	if diff := cmp.Diff(want, o.page.Changes()); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Design review", "Works council vote"}, o.page.Dotted()); diff != "" {
		t.Errorf("marked (-want +got):\n%s", diff)
	}
	o.page.Pick("Harbour", "Design review")
	if got := o.page.PanelWords(); !strings.Contains(got, "Moved since 10:41. It was Delta, 10:45–12:15.") {
		t.Errorf("the panel says %q", got)
	}
	o.page.Veil()
	if got := strings.Join(o.page.Changes(), "\n"); strings.Contains(got, "vote") || !strings.Contains(got, "Private: New: Harbour") {
		t.Errorf("veiled, the list says %q", got)
	}
	o.page.Dismiss()
	if o.page.News() != "" || o.page.Dotted() != nil {
		t.Errorf("dismissed, it says %q", o.page.News())
	}
}

func TestWhatChangedSinceTheLastWindowIsTold(t *testing.T) {
	o := open(t)
	o.page.Elsewhere(true)
	o.settle()
	o.page.Close()
	next := newLateOffice(t, style.Light, 100, fyne.NewSize(1000, 700), o.board)
	next.rebook(three)
	if got := next.page.News(); got != "3 changes since 10:41" {
		t.Errorf("the foot says %q", got)
	}
	next.page.Dismiss()
	next.settle()
	next.page.Close()
	last := newLateOffice(t, style.Light, 100, fyne.NewSize(1000, 700), o.board)
	last.rebook(same)
	if got := last.page.News(); got != "" {
		t.Errorf("what was seen is told again: %q", got)
	}
}

func TestBrokenLooksAreNoLooks(t *testing.T) {
	b := furnish()
	b.looks = []byte("{half")
	o := newLateOffice(t, style.Light, 100, fyne.NewSize(1000, 700), b)
	o.page.Load()
	o.settle()
	if got := o.page.News(); got != "" {
		t.Errorf("the foot says %q", got)
	}
}

func TestWhatIsSeenToChangeIsNotToldAgain(t *testing.T) {
	o := open(t)
	o.rebook(three)
	if o.page.News() != "" {
		t.Errorf("in sight it says %q", o.page.News())
	}
	o.shell.Show("links")
	o.rebook(same)
	o.shell.Show("rooms")
	if o.page.News() != "" {
		t.Errorf("of what was seen it says %q", o.page.News())
	}
	o.rebook(func(all []room.Booking) []room.Booking { return all[1:] })
	if o.page.News() != "" {
		t.Errorf("back in sight it says %q", o.page.News())
	}
}

func TestChangesStayUntilTheyAreDismissed(t *testing.T) {
	o := open(t)
	o.page.Elsewhere(true)
	o.rebook(three)
	if got := o.page.News(); got != "3 changes since 10:41" {
		t.Errorf("beside the window that is worked in it says %q", got)
	}
	o.page.Elsewhere(false)
	o.shell.Show("links")
	o.rebook(func(all []room.Booking) []room.Booking { return all[1:] })
	o.shell.Show("rooms")
	if got := o.page.News(); got != "4 changes since 10:41" {
		t.Errorf("later it says %q", got)
	}
	o.rebook(func([]room.Booking) []room.Booking { return furnish().snapshot.Bookings })
	if got := o.page.News(); got != "" {
		t.Errorf("when all is as it was it says %q", got)
	}
}

func TestNothingIsSaidToHaveChangedByDataThatAreTooOldOrWereNeverRead(t *testing.T) {
	o := open(t)
	o.shell.Show("links")
	o.board.snapshot.Bookings = o.board.snapshot.Bookings[3:]
	away(o) // stale, and with a room that was not read
	o.shell.Show("rooms")
	if o.page.News() != "" {
		t.Errorf("stale, it says %q", o.page.News())
	}
	o.board.snapshot.Unknown = nil
	o.rebook(same)
	if got := o.page.News(); got != "3 changes since 10:41" {
		t.Errorf("fresh again, it says %q", got)
	}

	late := newLateOffice(t, style.Light, 100, fyne.NewSize(1000, 700), furnish())
	late.shell.Show("links")
	late.rebook(three)
	late.shell.Show("rooms")
	if late.page.News() != "" {
		t.Errorf("of what was never seen it says %q", late.page.News())
	}
}

func TestEveryDayHasItsOwnLook(t *testing.T) {
	o := open(t)
	o.page.GoTo(monday.AddDays(1))
	o.settle()
	if o.page.News() != "" {
		t.Errorf("of another day it says %q", o.page.News())
	}
	o.rebook(three)
	o.page.GoTo(monday)
	o.settle()
	if got := o.page.News(); got != "3 changes since 10:41" {
		t.Errorf("back on Monday it says %q", got)
	}
	o.page.Look(2)
	o.settle()
	o.page.Look(0)
	if got := o.page.News(); got != "3 changes since 10:41" {
		t.Errorf("after the month it says %q", got)
	}
}

func TestTheListLeadsToTheBookingAlsoIfItIsFilteredAway(t *testing.T) {
	o := open(t)
	o.shell.Show("links")
	o.rebook(three)
	o.shell.Show("rooms")
	o.page.Filter(room.Filter{Words: "Aurora"})
	o.page.ShowChanges()
	o.page.Follow(1)
	if o.page.Panel() != "Design review" || !o.page.Filtered().IsZero() {
		t.Errorf("the panel shows %q, the filter is %+v", o.page.Panel(), o.page.Filtered())
	}
	if row, block := o.page.Table().At(); row != 7 || block != 0 {
		t.Errorf("the keys are at %d, %d", row, block)
	}
	if o.page.News() == "" {
		t.Error("to look at one is to dismiss all")
	}
}
