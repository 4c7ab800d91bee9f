package widget

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"foyer/ui/style"
)

// underIt are all objects that are drawn for another one.
func underIt(o fyne.CanvasObject) []fyne.CanvasObject {
	all := []fyne.CanvasObject{o}
	if w, ok := o.(fyne.Widget); ok && o.Visible() {
		for _, child := range test.WidgetRenderer(w).Objects() {
			all = append(all, underIt(child)...)
		}
	}
	return all
}

func TestATimetableHasBarsAndNoShadowsWhereItScrolls(t *testing.T) {
	d := showTable(t, 200)
	d.table.Go(100, 3) // there is more on all sides
	bars := 0
	for _, o := range underIt(d.table.scroll) {
		switch o.(type) {
		case *canvas.LinearGradient, *canvas.RadialGradient:
			t.Errorf("%T is drawn", o)
		case desktop.Hoverable:
			if o != d.table.field && o.Visible() {
				bars++
			}
		}
	}
	if bars < 2 {
		t.Errorf("there are %d bars", bars)
	}
}

func TestWhatScrollsWithTheBarsIsDrawn(t *testing.T) {
	d := showTable(t, 200)
	for range 20 {
		before := d.table.scroll.Offset
		drag(d.table, 3.7)
		if d.table.scroll.Offset.Y <= before.Y {
			t.Fatal("the bars do not scroll")
		}
		checkInSight(t, d.table)
	}
}

// drag pulls the bars down.
func drag(table *Timetable, by float32) {
	for _, o := range underIt(table.scroll) {
		if bar, ok := o.(fyne.Draggable); ok {
			bar.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, by)})
		}
	}
}

// checkInSight fails unless just the rows in sight are drawn: their blocks, and their names.
func checkInSight(t *testing.T, table *Timetable) {
	t.Helper()
	view, offset, h := table.scroll.Size(), table.scroll.Offset, table.rowHeight()
	first, end := table.rowsInSight()
	if top, bottom := float32(first)*h, float32(end)*h; top > offset.Y || top+h <= offset.Y || bottom < offset.Y+view.Height && end < table.span.Rows || bottom-h >= offset.Y+view.Height {
		t.Errorf("of %v to %v, rows %d to %d are in sight", offset.Y, offset.Y+view.Height, first, end)
	}
	var names, want []string
	for row := first; row < end; row++ {
		want = append(want, table.get(row).Name)
	}
	for _, text := range table.names.texts {
		if text.TextStyle.Bold {
			names = append(names, text.Text)
		}
	}
	if !slices.Equal(names, want) {
		t.Errorf("the names are %q, want %q", names, want)
	}
	blocks := 0
	for _, r := range table.field.rects {
		if r.CornerRadius != style.RadiusBox {
			continue
		}
		blocks++
		const gap = 4 // around a block in its row
		if y := r.Position().Y; y+r.Size().Height+gap <= offset.Y || y-gap >= offset.Y+view.Height {
			t.Errorf("a block is drawn at %v, in sight is %v and %v px more", y, offset.Y, view.Height)
		}
	}
	if blocks < len(want) {
		t.Errorf("%d blocks are drawn for %d rows", blocks, len(want))
	}
}

func TestJustTheRowsInSightAreDrawn(t *testing.T) {
	for _, percent := range []int{100, 150, 200} {
		t.Run(fmt.Sprint(percent), func(t *testing.T) {
			d := showTableAs(t, 200, percent)
			d.table.Longest = "Room 199"
			d.table.Refresh()
			checkInSight(t, d.table)
			for _, row := range []int{30, 31, 199, 7, 0} {
				d.table.Go(row, 2)
				checkInSight(t, d.table)
			}
			for range 50 {
				drag(d.table, 0.13)
				checkInSight(t, d.table)
			}
			few := showTableAs(t, 3, percent)
			checkInSight(t, few.table)
		})
	}
}
