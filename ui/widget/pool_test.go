package widget

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

func TestAPoolGivesTheSameAgainAndGivesUpWhatNobodyWants(t *testing.T) {
	p := pools[string, *int]{}
	made := 0
	draw := func(kinds ...string) (all []*int) {
		p.begin()
		for _, kind := range kinds {
			all = append(all, p.next(kind, func() *int { made++; return new(int) }))
		}
		return all
	}
	first := draw("a", "b", "a", "a")
	if made != 4 || first[0] == first[2] {
		t.Errorf("%d were made of 4", made)
	}
	if second := draw("b", "a", "a"); made != 4 || second[0] != first[1] || second[1] != first[0] || second[2] != first[2] {
		t.Error("others are given again")
	}
	draw("b")
	draw("b")
	if len(p) != 1 {
		t.Errorf("%d kinds are kept", len(p))
	}
	if draw("a"); made != 5 {
		t.Errorf("%d were made of 5", made)
	}
}

func TestATimetableThatIsDrawnAgainHasTheSameObjects(t *testing.T) {
	d := showTable(t, 200)
	before := slices.Clone(d.table.field.objects)
	places := make([]fyne.Position, len(before))
	for i, o := range before {
		places[i] = o.Position()
	}
	d.table.draw()
	for i, o := range d.table.field.objects {
		if o != before[i] || o.Position() != places[i] {
			t.Fatalf("object %d is %T at %v, was %T at %v", i, o, o.Position(), before[i], places[i])
		}
	}
}

func TestATimetableKeepsNoMoreObjectsThanItNeeds(t *testing.T) {
	d := showTable(t, 500)
	random := rand.New(rand.NewPCG(1, 2))
	d.table.row = func(i int) TimetableRow {
		r := TimetableRow{State: RoomFree, Name: "Granite"}
		for range 20 {
			from := time.Duration(random.IntN(20*60)) * time.Minute
			r.Blocks = append(r.Blocks, Block{From: from, To: from + time.Duration(5+random.IntN(120))*time.Minute, Title: "Meeting"})
		}
		return r
	}
	d.table.Set(d.table.span)
	for step := range 300 {
		d.table.Go(random.IntN(500), step%20)
		d.table.SetZoom(zooms[step/20%len(zooms)])
	}
	kept := 0
	for _, p := range d.table.field.bySize {
		kept += len(p.objects)
	}
	for _, p := range d.table.field.byWords {
		kept += len(p.objects)
	}
	if drawn := len(d.table.field.objects); kept > 2*drawn+100 {
		t.Errorf("%d objects are kept for %d that are drawn", kept, drawn)
	}
}
