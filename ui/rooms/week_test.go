package rooms_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"github.com/google/go-cmp/cmp"

	"foyer/services/room"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// week are the days of the strip with what is marked: the shown day in brackets, today with a star, and
// how full they are.
func week(o *office) string {
	o.t.Helper()
	strip := o.page.Week()
	if strip == nil {
		return ""
	}
	var all []string
	for _, d := range strip.Days() {
		word := d.Name + " " + d.Word
		if d.Today {
			word += "*"
		}
		if d.Shown {
			word = "[" + word + "]"
		}
		if d.Known {
			word += strings.TrimPrefix(d.Tip[strings.Index(d.Tip, ":"):], ":")
		}
		all = append(all, word)
	}
	return strings.Join(all, ", ")
}

func TestTheWeekShowsItsDaysAndHowFullTheyAre(t *testing.T) {
	o := open(t)
	got := week(o)
	if !strings.HasPrefix(got, "[Mon 23*] 37 % booked, 23 bookings, Tue 24 ") || !strings.HasSuffix(got, "Sat 28, Sun 29") {
		t.Errorf("the week is %s", got)
	}
	o.page.Filter(room.Filter{Words: "Granite"})
	if got := week(o); !strings.HasPrefix(got, "[Mon 23*] 100 % booked, 1 booking, ") {
		t.Errorf("of one room the week is %s", got)
	}
	o.page.GoTo(monday.AddDays(2))
	o.settle()
	if got := week(o); !strings.HasPrefix(got, "Mon 23* 100 % booked, 1 booking, Tue 24") || !strings.Contains(got, "[Wed 25]") {
		t.Errorf("on Wednesday the week is %s", got)
	}
}

func TestDaysOfWhichNothingIsKnownHaveNoBar(t *testing.T) {
	b := furnish()
	b.month = room.MonthSnapshot{}
	o := newOffice(t, style.Light, 100, fyne.NewSize(1000, 700), b)
	if got := week(o); got != "[Mon 23*], Tue 24, Wed 25, Thu 26, Fri 27, Sat 28, Sun 29" {
		t.Errorf("the week is %s", got)
	}
	b.mu.Lock()
	b.month = furnish().month
	b.mu.Unlock()
	o.page.Load()
	o.settle()
	if got := week(o); !strings.Contains(got, "37 %") {
		t.Errorf("once it is read the week is %s", got)
	}
	b.monthFails = errors.New("disk")
	o.page.GoTo(monday.AddDays(7))
	o.settle()
	if got := week(o); got != "[Mon 30], Tue 1, Wed 2, Thu 3, Fri 4, Sat 5, Sun 6" || o.page.Banner() != "" {
		t.Errorf("what cannot be read is %s, the banner says %q", got, o.page.Banner())
	}
}

func TestOldFiguresOfTheWeekSayHowOldTheyAre(t *testing.T) {
	b := furnish()
	b.month.Reading.At = at(8, 0)
	o := newOffice(t, style.Light, 100, fyne.NewSize(1000, 700), b)
	days := o.page.Week().Days()
	if !days[1].Over || !strings.HasSuffix(days[1].Tip, ", as of 08:00") {
		t.Errorf("Tuesday is %+v", days[1])
	}
}

func TestTheWeekIsReadOnceAndNotAtEveryLook(t *testing.T) {
	o := open(t)
	before := o.board.months
	for range 5 {
		o.page.Load()
		o.settle()
	}
	o.page.GoTo(monday.AddDays(1))
	o.settle()
	if before != 1 || o.board.months != before {
		t.Errorf("read %d times, and later %d times", before, o.board.months)
	}
	o.now = o.now.Add(11 * time.Minute)
	o.page.Load()
	o.settle()
	if o.board.months != before+1 {
		t.Errorf("after a while read %d times", o.board.months)
	}
}

func TestKeysAndTapsInTheWeekGoToADay(t *testing.T) {
	o := open(t)
	strip := o.page.Week()
	o.window.Canvas().Focus(strip)
	key(o, fyne.KeyRight, fyne.KeyRight)
	if o.page.Date() != monday || strip.At() != 2 {
		t.Errorf("arrows alone go to %v", o.page.Date())
	}
	key(o, fyne.KeyReturn)
	o.settle()
	if o.page.Date() != monday.AddDays(2) {
		t.Errorf("Enter goes to %v", o.page.Date())
	}
	key(o, fyne.KeyPageDown)
	o.settle()
	if o.page.Date() != monday.AddDays(9) || strip.At() != 2 {
		t.Errorf("a week later is %v, the keys are at %d", o.page.Date(), strip.At())
	}
	strip.Tapped(&fyne.PointEvent{Position: fyne.NewPos(strip.Size().Width-3, 5)})
	o.settle()
	if o.page.Date() != monday.AddDays(13) {
		t.Errorf("a tap goes to %v", o.page.Date())
	}
}

func TestTheWeekTakesNoRowAway(t *testing.T) {
	for _, c := range []struct {
		name  string
		text  int
		w, h  float32
		rooms int
		want  string
	}{
		{"the usual window", 100, 1000, 700, 12, "head"},
		{"with many rooms", 100, 1000, 700, 300, "head"},
		{"a large window", 100, 1600, 1000, 12, "head"},
		{"a small window", 100, 720, 520, 12, ""},
		{"a small window with few rooms", 100, 720, 520, 5, "row"},
		{"large text", 200, 1000, 700, 12, ""},
		{"large text with few rooms", 200, 1000, 700, 2, "row"},
	} {
		o := newOffice(t, style.Light, c.text, fyne.NewSize(c.w, c.h), crowd(c.rooms, 3))
		got, table := "", o.page.Table()
		if strip := o.page.Week(); strip != nil {
			got = "row"
			if strip.Position().Y < 20 {
				got = "head"
			}
			apart(t, c.name, strip, o.page.HeadObjects())
		}
		if got != c.want {
			t.Errorf("%s: it is in %q, want %q", c.name, got, c.want)
		}
		if whole := table.Whole(c.rooms); got == "row" && table.Size().Height < whole {
			t.Errorf("%s: the table has %v of %v", c.name, table.Size().Height, whole)
		}
	}
	o := open(t)
	o.page.ShowRoom("Fjord")
	if o.page.Week() != nil {
		t.Error("it is drawn where a panel leaves no room")
	}
	o.page.Escape()
	look(1)(o)
	if o.page.Week() != nil {
		t.Error("the view of now has a week")
	}
}

// apart proves that the strip lies over nothing.
func apart(t *testing.T, name string, strip *widget.WeekStrip, others []fyne.CanvasObject) {
	t.Helper()
	at, size := strip.Position(), strip.Size()
	for _, o := range others {
		p, s := o.Position(), o.Size()
		if o.Visible() && p.X < at.X+size.Width && at.X < p.X+s.Width && p.Y < at.Y+size.Height && at.Y < p.Y+s.Height {
			t.Errorf("%s: the week at %v, %v lies over %T at %v, %v", name, at, size, o, p, s)
		}
	}
}

func TestTheWeekOfNewYearHasTwoMonths(t *testing.T) {
	b := furnish()
	o := newOffice(t, style.Light, 100, fyne.NewSize(1000, 700), b)
	before := o.board.months
	o.page.GoTo(room.Date{Year: 2027, Month: time.January, Day: 1})
	o.settle()
	if diff := cmp.Diff([]string{"202612", "202701"}, o.board.asked[before:]); diff != "" {
		t.Errorf("months (-want +got):\n%s", diff)
	}
}
