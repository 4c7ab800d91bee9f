package rooms_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/room"
	"foyer/ui/rooms"
)

const (
	tellBooking = "Tell me when it starts or moves"
	tellRoom    = "Tell me when it becomes free, and show it in the tray"
)

// kept are the watches that the office remembers.
func (o *office) kept() (all []room.Watch) {
	o.t.Helper()
	o.settle()
	if text := o.memory.kept[rooms.KeyWatched]; text != "" {
		if err := json.Unmarshal([]byte(text), &all); err != nil {
			o.t.Fatal(err)
		}
	}
	return all
}

func TestABookingIsWatchedAndMarkedUntilItIsNot(t *testing.T) {
	o := open(t)
	o.page.Pick("Delta", "Design review")
	if !o.page.Tick(tellBooking) {
		t.Fatal("it cannot be watched")
	}
	want := []room.Watch{{RoomID: "Delta", BookingID: "b7", Date: monday, Start: at(10, 45)}}
	if diff := cmp.Diff(want, o.kept()); diff != "" {
		t.Errorf("watched (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Design review"}, o.page.Belled()); diff != "" {
		t.Errorf("marked (-want +got):\n%s", diff)
	}
	if got := strings.Join(o.page.MenuItems(), "|"); !strings.Contains(got, "✓ "+tellBooking) {
		t.Errorf("the menu has %q", got)
	}
	o.rebook(func(all []room.Booking) []room.Booking {
		for i := range all {
			if all[i].Title == "Design review" {
				all[i].Start, all[i].End = at(15, 0), at(15, 30)
			}
		}
		return all
	})
	if diff := cmp.Diff([]string{"Design review"}, o.page.Belled()); diff != "" {
		t.Errorf("marked after it moved (-want +got):\n%s", diff)
	}
	o.page.Pick("Delta", "Design review")
	o.page.Tick(tellBooking)
	if got := o.kept(); len(got) != 0 || o.page.Belled() != nil {
		t.Errorf("watched still: %v", got)
	}
}

func TestWhatHasStartedOrHasNoIDCannotBeWatched(t *testing.T) {
	o := open(t)
	o.page.Pick("Estuary", "Payroll run")
	if o.page.Panel() != "Payroll run" || o.page.Tick(tellBooking) {
		t.Error("what runs can be watched")
	}
	o.board.snapshot.Bookings[1].ID = ""
	o.page.Load()
	o.settle()
	o.page.Pick("Aurora", "Board preparation")
	if o.page.Panel() != "Board preparation" || o.page.Tick(tellBooking) {
		t.Errorf("what has no ID can be watched, the panel shows %q", o.page.Panel())
	}
}

func TestARoomIsWatchedFromItsMenuAndItsPanel(t *testing.T) {
	o := open(t)
	o.page.ShowRoom("Fjord")
	if diff := cmp.Diff([]string{"Copy details", tellRoom}, o.page.MenuItems()); diff != "" {
		t.Errorf("menu (-want +got):\n%s", diff)
	}
	o.page.Tick(tellRoom)
	if diff := cmp.Diff([]room.Watch{{RoomID: "Fjord"}}, o.kept()); diff != "" {
		t.Errorf("watched (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Fjord"}, o.page.BelledRooms()); diff != "" {
		t.Errorf("marked (-want +got):\n%s", diff)
	}
}

func TestABoxKeepsTheFocusWhenItIsTicked(t *testing.T) {
	o := open(t)
	o.page.ShowRoom("Fjord")
	o.page.FocusBox()
	o.window.Canvas().Focused().TypedRune(' ')
	if !o.page.BoxFocused() {
		t.Error("the focus is gone")
	}
}

func TestItIsSaidThatNothingWillBeToldWhereThatIsSwitchedOff(t *testing.T) {
	o := open(t)
	o.silent = true
	o.page.ShowRoom("Fjord")
	const silent = "Notifications about rooms are switched off in the settings."
	if strings.Contains(o.page.PanelWords(), silent) {
		t.Error("it is said of what is not watched")
	}
	o.page.Tick(tellRoom)
	if !strings.Contains(o.page.PanelWords(), silent) {
		t.Errorf("the panel says %q", o.page.PanelWords())
	}
}

func TestWatchesOfDaysThatAreOverAreForgotten(t *testing.T) {
	o := newOfficeWith(t, `[{"room":"Aurora"},{"room":"Delta","booking":"old","date":"20261120","start":"2026-11-20T09:00:00Z"}]`)
	o.page.Pick("Delta", "Design review")
	o.page.Tick(tellBooking)
	got := o.kept()
	if len(got) != 2 || got[0] != (room.Watch{RoomID: "Aurora"}) || got[1].BookingID != "b7" {
		t.Errorf("watched: %+v", got)
	}
}

func TestAWatchThatCannotBeKeptIsSaid(t *testing.T) {
	o := open(t)
	o.memory.fail = errors.New("disk full")
	o.page.ShowRoom("Fjord")
	o.page.Tick(tellRoom)
	o.settle()
	if got := o.page.Toasted(); !strings.HasPrefix(got, "This choice could not be kept") {
		t.Errorf("it says %q", got)
	}
}
