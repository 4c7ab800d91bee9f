package widget

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

// marked is a table of one row with one block from 8 to 9:30, in a window.
func marked(t *testing.T, row TimetableRow, b Block) *Timetable {
	t.Helper()
	var table *Timetable
	show(t, func() fyne.CanvasObject {
		b.From, b.To = 8*time.Hour, 9*time.Hour+30*time.Minute
		row.State, row.Name, row.Blocks = RoomFree, "Room", []Block{b}
		table = NewTimetable(func(int) TimetableRow { return row })
		return table
	}, 848, 200)
	table.Set(Span{Rows: 1, Length: 24 * time.Hour, Now: -1})
	table.ScrollTo(8 * time.Hour)
	return table
}

// icons counts the drawings of a name.
func (s *sketch) drawnIcons(name string) (n int) {
	for key, used := range s.used {
		if key.name == name {
			n += used
		}
	}
	return n
}

// dots counts the dots of what changed.
func (s *sketch) dots() (n int) {
	for _, r := range s.rects {
		if r.Size().Width == blockDot && r.Size().Height == blockDot {
			n++
		}
	}
	return n
}

func TestMarksOfABlockAreDrawnHoweverLongItsTitleIs(t *testing.T) {
	for n := range 30 {
		table := marked(t, TimetableRow{}, Block{Title: strings.Repeat("n", n), Watched: true, Private: true, Changed: true})
		for _, icon := range []string{iconWatched, "lock"} {
			if got := table.field.drawnIcons(icon); got != 1 {
				t.Errorf("with %d letters %s is drawn %d times", n, icon, got)
			}
		}
		if got := table.field.dots(); got != 1 {
			t.Errorf("with %d letters there are %d dots", n, got)
		}
	}
}

func TestNothingIsMarkedThatIsNot(t *testing.T) {
	table := marked(t, TimetableRow{}, Block{Title: "Sync"})
	if n := table.field.drawnIcons(iconWatched) + table.field.dots() + table.names.drawnIcons(iconWatched); n != 0 {
		t.Errorf("%d marks", n)
	}
}

func TestAWatchedRoomHasABellBehindItsName(t *testing.T) {
	table := marked(t, TimetableRow{Watched: true}, Block{Title: "Sync"})
	if n := table.names.drawnIcons(iconWatched); n != 1 {
		t.Errorf("%d bells", n)
	}
}
