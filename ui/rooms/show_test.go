package rooms_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/room"
	"foyer/ui/rooms"
	"foyer/ui/style"
)

func TestARoomIsShownTodayWhateverWasInSight(t *testing.T) {
	for name, before := range map[string]func(o *office){
		"another day":      func(o *office) { o.page.GoTo(monday.AddDays(3)) },
		"the month":        look(2),
		"the view of now":  look(1),
		"the whole screen": kiosk,
		"filtered away":    func(o *office) { o.page.Filter(room.Filter{Words: "Aurora", FreeNow: true}) },
		"a booking":        func(o *office) { o.page.Pick("Aurora", "Sync") },
	} {
		o := open(t)
		before(o)
		o.settle()
		o.page.ShowRoom("Fjord")
		o.settle()
		row, block := o.page.Table().At()
		if o.page.Panel() != "Fjord" || o.page.Date() != monday || o.full || !o.page.Table().Visible() || row != 5 || block != -1 {
			t.Errorf("after %s the panel shows %q of %v, the keys are at %d, %d", name, o.page.Panel(), o.page.Date(), row, block)
		}
	}
}

func TestARoomIsShownAlsoIfARememberedFilterLeavesItOut(t *testing.T) {
	o := newLateOffice(t, style.Light, 100, fyne.NewSize(1000, 700), furnish())
	o.memory.mu.Lock()
	o.memory.kept[rooms.KeyFilter] = `{"words":"aurora"}`
	o.memory.mu.Unlock()
	o.page.ShowRoom("Fjord")
	o.page.Load()
	o.settle()
	if o.page.Panel() != "Fjord" || len(o.page.Standings()) != 12 {
		t.Errorf("the panel shows %q beside %q", o.page.Panel(), o.page.Standings())
	}
}

func TestARoomThatIsNotThereIsNotWaitedForForEver(t *testing.T) {
	o := open(t)
	o.page.ShowRoom("gone")
	o.board.snapshot.Rooms = append(o.board.snapshot.Rooms, room.Room{ID: "gone", Name: "Back again"})
	o.rebook(same)
	if o.page.Panel() != "" {
		t.Errorf("the panel shows %q", o.page.Panel())
	}
}

func TestTheLineOfNowIsNotAtTheEdgeWhenTheDayBegins(t *testing.T) {
	o := newLateOffice(t, style.Light, 100, fyne.NewSize(1000, 700), furnish())
	o.now = at(8, 0)
	o.board.snapshot.Reading.At = o.now
	o.page.Load()
	o.settle()
	if got := o.page.Scrolled(); got != 7*time.Hour {
		t.Errorf("the table begins at %v", got)
	}
}

func TestOnAnotherDayNothingIsSaidToBeFreeNow(t *testing.T) {
	o := open(t)
	if got := o.page.FreeWords(); got != "Free now" {
		t.Errorf("today it says %q", got)
	}
	o.page.GoTo(monday.AddDays(1))
	o.settle()
	if got := o.page.FreeWords(); got != "Free" {
		t.Errorf("on Tuesday it says %q", got)
	}
}

func TestCountsOfTheViewOfNowLoseTheirWordsBeforeTheyGo(t *testing.T) {
	for text, want := range map[int]string{100: "7 free|1 starts soon|4 in use", 200: "7|1|4"} {
		o := newOffice(t, style.Light, text, fyne.NewSize(1000, 700), furnish())
		look(1)(o)
		if got := strings.Join(o.page.Counts(), "|"); got != want {
			t.Errorf("at %d %% text they are %q", text, got)
		}
	}
}

func TestWhatIsWatchedElsewhereIsTakenOver(t *testing.T) {
	o := open(t)
	o.memory.mu.Lock()
	o.memory.kept[rooms.KeyWatched] = `[{"room":"Cirrus"}]`
	o.memory.mu.Unlock()
	o.page.Reconsider()
	o.settle()
	if got := o.page.BelledRooms(); len(got) != 1 || got[0] != "Cirrus" {
		t.Errorf("marked are %q", got)
	}
	o.page.Reconsider()
	o.page.ShowRoom("Fjord")
	o.page.Tick(tellRoom)
	if got := o.kept(); len(got) != 2 || len(o.page.BelledRooms()) != 2 {
		t.Errorf("kept are %v, marked %q", got, o.page.BelledRooms())
	}
	o.memory.mu.Lock()
	o.memory.kept[rooms.KeyWatched] = `[{"room"`
	o.memory.mu.Unlock()
	o.page.Reconsider()
	o.settle()
	if len(o.page.BelledRooms()) != 2 {
		t.Error("what cannot be read takes something away")
	}
}
