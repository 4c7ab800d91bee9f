package rooms_test

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
	"foyer/services/room"
	"foyer/ui/rooms"
	"foyer/ui/style"
	"foyer/ui/widget"
)

func (d *desk) OpenDocument(_ context.Context, path string) error {
	return d.OpenPage(context.Background(), path)
}

// print writes a sheet as lines of text, with a blank line before each room.
func (o *office) print(w io.Writer, s rooms.Sheet) ([]rune, error) {
	words := s.Words
	fmt.Fprintf(w, "%s|%s|%s|%s|%s|%v\n", words.Title, words.Day, words.AsOf, words.Summary, words.Stale, s.Veiled)
	for i := range s.Board.Lines {
		l := &s.Board.Lines[i]
		fmt.Fprintf(w, "\n%s|%s\n", l.Room.Name, words.Facts(l.Room))
		for k := range l.Slots {
			fmt.Fprintf(w, "%s|%s\n", words.Span(&l.Slots[k]), l.Slots[k].Booking.Title)
		}
	}
	_, err := fmt.Fprintf(w, "\n%s|%s|%s|%s\n", words.Unreadable(s.Board.Unreadable), words.Continued("Aurora"), words.Page(2, 3), words.NoRooms)
	return o.unset, err
}

// printed prints the day in sight.
func (o *office) printed() string {
	o.t.Helper()
	o.page.PrintTo("/rooms.pdf")
	o.settle()
	return o.desk.files["/rooms.pdf"]
}

func wantIn(t *testing.T, text string, all ...string) {
	t.Helper()
	for _, words := range all {
		if !strings.Contains(text, words) {
			t.Errorf("%q is not in %s", words, text)
		}
	}
}

func TestTheDaySheetSaysWhatTheBoardDoes(t *testing.T) {
	o := open(t)
	sheet := o.printed()
	wantIn(t, sheet, "Meeting rooms|Monday, 23 November 2026|as of 10:41|12 rooms, 23 bookings||false\n",
		"\nAurora|8 seats, Floor 1\n08:30–09:30|Sync\n14:00–16:00|Board preparation\n", "\nHarbour|6 seats\n\n", "all day|Works council",
		"2 entries could not be read.|Aurora (continued)|2 of 3")
	if words := widget.Plain(o.page.Toast().Words()); words != "Day sheet saved to /rooms.pdf." {
		t.Errorf("the toast says %q", words)
	}
	if !o.page.Toast().Act() {
		t.Fatal("the sheet cannot be opened")
	}
	o.settle()
	if !slices.Equal(o.desk.opened, []string{"/rooms.pdf"}) {
		t.Errorf("%v was opened", o.desk.opened)
	}
}

func TestTheDaySheetShowsWhatIsInSight(t *testing.T) {
	o := open(t)
	o.page.Filter(room.Filter{Words: "Delta"})
	o.page.Veil()
	wantIn(t, o.printed(), "|1 of 12 rooms, 2 bookings|", "|true\n", "Delta|")
	o.page.Filter(room.Filter{Words: "nothing of that name"})
	wantIn(t, o.printed(), "|No room matches.\n")
	o.page.Filter(room.Filter{})
	o.page.GoTo(monday.AddDays(1))
	o.settle()
	wantIn(t, o.printed(), "|Tuesday, 24 November 2026|")
	look(1)(o)
	wantIn(t, o.printed(), "|Monday, 23 November 2026|")
}

func TestAnOldDaySheetSaysSinceWhenTheServerIsAway(t *testing.T) {
	b := furnish()
	b.snapshot.Reading = room.Reading{At: at(9, 2), Misses: 3, Since: at(9, 3), Why: &message.Failure{Kind: fault.Unreachable}, NextTry: at(10, 43)}
	o := newOffice(t, style.Light, 100, fyne.NewSize(1000, 700), b)
	wantIn(t, o.printed(), "|as of 09:02|", "|As of 09:02. The room server has been unreachable since 09:03.|")
}

func TestTheDemoOfficesSheetSaysSo(t *testing.T) {
	o := open(t)
	o.page.SetService(agent.ServiceState{Name: agent.ChatMessenger, Health: agent.Connected, Demo: true})
	wantIn(t, o.printed(), "Meeting rooms of the demo office|")
}

func TestWhatCannotBePrintedIsSaid(t *testing.T) {
	o := open(t)
	o.unset = []rune("会議")
	o.printed()
	wantIn(t, widget.Plain(o.page.Toast().Words()), "Day sheet saved", "No font here has 2 of its characters")
	o.desk.fail = &fault.Error{Op: "writing", Service: "file", Kind: fault.Other, Code: "disk-full"}
	o.printed()
	wantIn(t, widget.Plain(o.page.Toast().Words()), "could not be made", "The disk is full.")
	if o.page.Toast().Act() {
		t.Error("a sheet that was not written can be opened")
	}
}

func TestADaySheetThatNothingOpensIsSaid(t *testing.T) {
	o := open(t)
	o.printed()
	o.desk.fail = &fault.Error{Op: "opening", Service: "opener", Kind: fault.Other, Code: "no-viewer"}
	o.page.Toast().Act()
	o.settle()
	wantIn(t, widget.Plain(o.page.Toast().Words()), "could not be opened", "PDF")
}

func TestNothingIsPrintedBeforeTheRoomsAreRead(t *testing.T) {
	o := newLateOffice(t, style.Light, 100, fyne.NewSize(1000, 700), furnish())
	o.page.Print()
	if o.page.Asking() {
		t.Error("a place is asked for a sheet of nothing")
	}
	o.page.Load()
	o.settle()
	o.page.Print()
	if !o.page.Asking() {
		t.Error("no place is asked for")
	}
	o.pass(time.Second)
	if !o.page.Escape() || o.page.Asking() {
		t.Error("Escape does not close the question")
	}
}

func TestSettingsVeilThePage(t *testing.T) {
	o := open(t)
	set := func(value string) {
		if err := o.memory.Set(t.Context(), rooms.KeyPrivate, value); err != nil {
			t.Fatal(err)
		}
		o.page.Reconsider()
		o.settle()
	}
	set("true")
	wantIn(t, o.page.Foot(), "Private titles are hidden.")
	set("no JSON")
	wantIn(t, o.page.Foot(), "Private titles are hidden.")
	set("false")
	if strings.Contains(o.page.Foot(), "hidden") {
		t.Errorf("the foot says %q", o.page.Foot())
	}
}
