package rooms_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"github.com/google/go-cmp/cmp"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/room"
	"foyer/ui/rooms"
	"foyer/ui/style"
	"foyer/ui/widget"
)

func TestEveryRoomSaysInWordsWhatItIsAndUntilWhen(t *testing.T) {
	o := open(t)
	want := []string{"Aurora: free until 14:00", "Borealis: in use until 11:30", "Cirrus: free until 13:00", "Delta: starts at 10:45", "Estuary: in use until 12:00", "Fjord: free until 11:30",
		"Granite: in use all day", "Harbour: free all day", "Juniper: free until 16:00", "Lagoon: in use until 11:00", "会議室 3: free until 13:30", "会議室 4: free until 11:00"}
	if diff := cmp.Diff(want, o.page.Standings()); diff != "" {
		t.Errorf("rooms (-want +got):\n%s", diff)
	}
	if got := o.page.Foot(); got != "12 rooms, 23 bookings. 2 entries could not be read." {
		t.Errorf("the foot says %q", got)
	}
	if o.page.Age() != "updated 20 s ago" || o.seen == nil || o.seen.Counts.Free != 7 {
		t.Errorf("the age is %q, and %v was seen", o.page.Age(), o.seen)
	}
}

func TestTheClockMovesTheBoardOnWhileItIsInSight(t *testing.T) {
	o := open(t)
	o.now = at(10, 44).Add(50 * time.Second)
	o.board.snapshot.Reading.At = o.now
	o.page.Load()
	o.settle()
	o.pass(15 * time.Second)
	if got := o.page.Standings()[3]; got != "Delta: in use until 12:15" {
		t.Errorf("after the start it is %q", got)
	}
	o.page.Leave()
	o.timers = nil
	o.page.Hide()
	o.page.Reconsider()
	if len(o.timers) != 0 {
		t.Error("the clock ticks out of sight")
	}
}

func TestStaleBoardsSaySinceWhenAndWhyAndLeaveColoursOut(t *testing.T) {
	o := open(t)
	away(o)
	if got := o.page.Banner(); got != "As of 10:12. The room server has been unreachable since 10:13. Trying again in 40 s." {
		t.Errorf("the banner says %q", got)
	}
	if got := o.page.Foot(); got != "12 rooms. Free and in use are reckoned from the bookings of 10:12. What is booked in Harbour is not known." {
		t.Errorf("the foot says %q", got)
	}
	if got := o.page.Standings()[7]; got != "Harbour: not known" {
		t.Errorf("what was never read is %q", got)
	}
	if o.page.Age() != "as of 10:12" {
		t.Errorf("the age is %q", o.page.Age())
	}
	o.page.Press("Try now")
	o.settle()
	if diff := cmp.Diff([]room.Date{monday}, o.board.refreshed); diff != "" {
		t.Errorf("asked for (-want +got):\n%s", diff)
	}
}

func TestArrowsMoveByRoomAndBookingAndEnterOpensThePanel(t *testing.T) {
	o := open(t)
	review(o)
	tip, ok := o.page.Table().Tipped()
	want := widget.BlockTip{Title: "Design review", When: "10:45–12:15", State: widget.RoomStartsSoon, Standing: "starts in 3 min", Lines: []string{"Barbara Example and 5 people"}}
	if diff := cmp.Diff(want, tip); diff != "" || !ok {
		t.Errorf("tip (-want +got):\n%s", diff)
	}
	key(o, fyne.KeyReturn)
	if o.page.Panel() != "Design review" {
		t.Fatalf("the panel shows %q", o.page.Panel())
	}
	if !o.page.Press("Message Barbara Example") {
		t.Error("nobody can be written to")
	}
	if diff := cmp.Diff([]string{"barbara@example.com: About Design review, Delta, Mon 23 Nov 10:45:"}, o.asked); diff != "" {
		t.Errorf("asked (-want +got):\n%s", diff)
	}
	o.page.Press("Open in Webex")
	o.page.Press("Copy details")
	o.settle()
	if len(o.desk.opened) != 1 || !strings.Contains(o.desk.opened[0], "barbara@example.com") {
		t.Errorf("opened %q", o.desk.opened)
	}
	if !strings.HasPrefix(o.desk.clip.Text, "Design review\nMon 23 Nov 2026 10:45–12:15\nDelta\n") {
		t.Errorf("copied %q", o.desk.clip.Text)
	}
	if o.page.Escape(); o.page.Panel() != "" {
		t.Error("Escape leaves the panel open")
	}
}

func TestTheKeysStayOnABookingWhenTheBoardIsReadAgain(t *testing.T) {
	o := open(t)
	review(o)
	o.board.snapshot.Rooms = append([]room.Room{{ID: "new", Name: "Atrium", Order: -1}}, o.board.snapshot.Rooms...)
	o.page.Load()
	o.settle()
	if row, block := o.page.Table().At(); row != 4 || block != 0 {
		t.Errorf("the keys are at %d, %d", row, block)
	}
}

func TestFiltersChooseRoomsAndAreRemembered(t *testing.T) {
	o := open(t)
	f := room.Filter{Place: "Floor 1", Capacity: 8, FreeNow: true}
	o.page.Filter(f)
	o.settle()
	if diff := cmp.Diff([]string{"Aurora: free until 14:00", "Fjord: free until 11:30"}, o.page.Standings()); diff != "" {
		t.Errorf("rooms (-want +got):\n%s", diff)
	}
	if got := o.memory.kept[rooms.KeyFilter]; got != `{"place":"Floor 1","capacity":8,"freeNow":true}` {
		t.Errorf("remembered %q", got)
	}
	o.page.Filter(room.Filter{Words: "xyz"})
	if !o.page.Nothing() {
		t.Error("nothing is said of an empty board")
	}
	if o.page.Escape(); !o.page.Filtered().IsZero() {
		t.Error("Escape leaves the filter")
	}
}

func TestOneKeyVeilsPrivateBookings(t *testing.T) {
	o := open(t)
	o.page.ShowRoom("Juniper")
	o.page.Veil()
	o.settle()
	o.page.Copy()
	o.page.Table().Go(8, 0)
	o.page.Table().OnActivated(8, 0)
	if o.page.Panel() != "Private" || o.memory.kept[rooms.KeyPrivate] != "true" {
		t.Errorf("the panel shows %q, remembered %q", o.page.Panel(), o.memory.kept)
	}
}

func TestZoomGoesFromAQuarterToTwoHours(t *testing.T) {
	o := open(t)
	table := o.page.Table()
	table.Focus()
	zoom := func(k fyne.KeyName) {
		table.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault})
	}
	var got []int
	for _, k := range []fyne.KeyName{fyne.KeyPlus, fyne.KeyPlus, fyne.KeyPlus, fyne.KeyMinus, fyne.KeyMinus, fyne.KeyMinus, fyne.KeyMinus} {
		zoom(k)
		got = append(got, table.Zoom())
	}
	if diff := cmp.Diff([]int{30, 15, 15, 30, 60, 120, 120}, got); diff != "" {
		t.Errorf("zooms (-want +got):\n%s", diff)
	}
	if o.settle(); o.memory.kept[rooms.KeyZoom] != "120" {
		t.Errorf("remembered %q", o.memory.kept)
	}
}

func TestTheViewOfNowTellsWhoArrivesWithinTheHour(t *testing.T) {
	o := open(t)
	look(1)(o)
	if diff := cmp.Diff([]string{"10:45 Design review", "11:00 顧客打合せ", "11:15 Agency call", "11:30 Lunch & learn"}, o.page.Arrivals()); diff != "" {
		t.Errorf("arrivals (-want +got):\n%s", diff)
	}
	if o.page.FullScreen(); !o.full {
		t.Error("the whole screen is not asked for")
	}
	if o.page.Escape(); o.full {
		t.Error("Escape does not leave the full screen")
	}
}

func TestTheMonthMovesByArrowsAndEnterOpensTheDay(t *testing.T) {
	o := open(t)
	look(2)(o)
	grid := o.page.Grid()
	if got := grid.Cells()[grid.At()]; got.Share != "37 %" || got.Count != "23" || !got.Today {
		t.Errorf("today is %+v", got)
	}
	grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	o.settle()
	if o.page.Panel() != "Tuesday 24 Nov" {
		t.Errorf("the panel shows %q", o.page.Panel())
	}
	grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	o.settle()
	if want := monday.AddDays(1); o.page.Date() != want || !o.page.Table().Visible() {
		t.Errorf("it is %v", o.page.Date())
	}
}

func TestFindingARoomSaysWhyTheOthersAreNotFree(t *testing.T) {
	o := open(t)
	got := o.page.Answers(room.Query{From: at(10, 42), To: at(11, 42), People: 8})
	want := []string{"Aurora: free until 14:00", "Cirrus: free until 13:00", "Lagoon: Daily, 10:00–11:00; free at 12:45", "会議室 4: 顧客打合せ, 11:00–12:30; free at 12:30", "Fjord: Lunch & learn, 11:30–13:00; free at 16:30"}
	if diff := cmp.Diff(want[:2], got[:2]); diff != "" {
		t.Errorf("answers (-want +got):\n%s", diff)
	}
	for _, line := range want[2:] {
		if !strings.Contains(strings.Join(got, "\n"), strings.Split(line, ";")[0]) {
			t.Errorf("%q is not among\n%s", line, strings.Join(got, "\n"))
		}
	}
	o.rebook(func(all []room.Booking) []room.Booking {
		return append(all, room.Booking{ID: "fair", RoomID: "Aurora", Title: "Fair", AllDay: true, Start: at(0, 0), End: at(24, 0)})
	})
	if all := strings.Join(o.page.Answers(room.Query{From: at(10, 43), To: at(11, 43), People: 8}), "\n"); !strings.Contains(all, "Aurora: Fair, all day") {
		t.Errorf("a booking of the whole day is not said to be one:\n%s", all)
	}
	if got[len(got)-1] != "Juniper: too small" {
		t.Errorf("the last is %q", got[len(got)-1])
	}
}

func TestWithoutAServiceThePageSaysHowToBegin(t *testing.T) {
	b := &board{}
	o := newOffice(t, style.Light, 100, fyne.NewSize(1000, 700), b)
	o.page.SetService(agent.ServiceState{Health: agent.Unset})
	if !o.page.FirstUse() {
		t.Fatal("there is no first use")
	}
	o.page.Primary()
	if diff := cmp.Diff([]string{"connect"}, o.asked); diff != "" {
		t.Errorf("asked (-want +got):\n%s", diff)
	}
}

func TestReadingIsSaidAfterAMomentAndCanBeGivenUp(t *testing.T) {
	b := furnish()
	b.hold = make(chan struct{})
	o := newLateOffice(t, style.Light, 100, fyne.NewSize(1000, 700), b)
	o.page.Load()
	if o.page.Reading() {
		t.Error("it is said at once")
	}
	for _, timer := range o.timers {
		if timer.f != nil && timer.d == 300*time.Millisecond {
			timer.f()
		}
	}
	if !o.page.Reading() {
		t.Error("it is not said")
	}
	close(b.hold)
	o.settle()
	if o.page.Reading() || len(o.page.Standings()) != 12 {
		t.Error("it is still said")
	}
}

func TestWhatCannotBeReadIsSaidAndWhatWasReadStays(t *testing.T) {
	o := open(t)
	o.board.fail = &fault.Error{Op: "reading", Kind: fault.Other, Err: errors.New("disk")}
	o.page.Load()
	o.settle()
	if !strings.HasPrefix(o.page.Banner(), "The rooms could not be read: ") || len(o.page.Standings()) != 12 {
		t.Errorf("the banner says %q", o.page.Banner())
	}
}

func TestAtMidnightTheBoardTurnsToTheNewDay(t *testing.T) {
	o := open(t)
	o.now = time.Date(2026, 11, 23, 23, 59, 50, 0, time.UTC)
	o.pass(15 * time.Second)
	if want := monday.AddDays(1); o.page.Date() != want {
		t.Errorf("it is %v", o.page.Date())
	}
}

func TestTheShownDayIsExported(t *testing.T) {
	o := open(t)
	o.page.Filter(room.Filter{Words: "Delta"})
	o.page.ExportTo("/rooms.csv")
	o.settle()
	if got := o.desk.files["/rooms.csv"]; strings.Count(got, "\n") != 3 || !strings.Contains(got, "Design review") {
		t.Errorf("exported %q", got)
	}
}

func TestAWishToSeeARoomWaitsUntilItIsRead(t *testing.T) {
	o := newLateOffice(t, style.Light, 100, fyne.NewSize(1000, 700), furnish())
	o.page.ShowRoom("Fjord")
	o.page.Load()
	o.settle()
	if o.page.Panel() != "Fjord" {
		t.Errorf("the panel shows %q", o.page.Panel())
	}
}

func TestKeysScrollTheViewOfNowAndF11LeavesIt(t *testing.T) {
	o := newOffice(t, style.Light, 100, fyne.NewSize(1000, 700), crowd(300, 4))
	look(1)(o)
	o.page.Shown()
	key(o, fyne.KeyPageDown)
	first := o.page.NowAt()
	key(o, fyne.KeyEnd)
	last := o.page.NowAt()
	key(o, fyne.KeyHome)
	if first <= 0 || last <= first || o.page.NowAt() != 0 {
		t.Errorf("a page is %v, the end %v", first, last)
	}
	key(o, fyne.KeyF11)
	if !o.full {
		t.Error("F11 does not fill the screen")
	}
	key(o, fyne.KeyF11)
	if o.full {
		t.Error("F11 does not leave the full screen")
	}
}

func TestAServerWithoutRoomsIsSaidToHaveNone(t *testing.T) {
	b := furnish()
	b.snapshot.Rooms, b.snapshot.Bookings = nil, nil
	o := newOffice(t, style.Light, 100, fyne.NewSize(1000, 700), b)
	if !o.page.None() || o.page.Nothing() || o.page.Reading() {
		t.Errorf("none %v, nothing %v, reading %v", o.page.None(), o.page.Nothing(), o.page.Reading())
	}
}
