package widget

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
)

// without returns keys without some of them.
func without(keys []int64, gone ...int64) []int64 {
	return slices.DeleteFunc(slices.Clone(keys), func(k int64) bool { return slices.Contains(gone, k) })
}

func TestWhatIsChosenStaysChosenWhenTheRowsChange(t *testing.T) {
	j := newJournal(t, 100, 600, 480)
	j.click(1003, 0)
	j.click(1005, fyne.KeyModifierShift)
	j.told = nil
	j.ledger.SetKeys(append([]int64{1, 2}, j.ledger.Keys()...))
	j.heard()
	j.chosen(1003, 1004, 1005)
	j.ledger.SetKeys(without(j.ledger.Keys(), 1004))
	j.heard("chosen [1003 1005]")
	if key, _ := j.ledger.Current(); key != 1005 {
		t.Errorf("the keys are at %d", key)
	}
	j.ledger.SetKeys(without(j.ledger.Keys(), 1005))
	if key, _ := j.ledger.Current(); key != 1006 {
		t.Errorf("the keys are at %d, not at the row that follows", key)
	}
	j.ledger.SetKeys(nil)
	j.chosen()
	if _, ok := j.ledger.Current(); ok {
		t.Error("the keys are at a row of an empty ledger")
	}
}

func TestWhatIsInSightStaysInSightWhenTheRowsChange(t *testing.T) {
	j := newJournal(t, 1000, 600, 480)
	h := j.ledger.rowHeight()
	j.scrollTo(500*h + 7)
	top := func() (int64, float32) {
		first, _ := j.ledger.InSight()
		return j.ledger.Keys()[first], j.ledger.scroll.Offset.Y - float32(first)*h
	}
	for _, c := range []struct {
		what string
		keys func([]int64) []int64
		top  int64
	}{
		{"three rows came before", func(k []int64) []int64 { return append([]int64{1, 2, 3}, k...) }, 1500},
		{"two of them are gone again", func(k []int64) []int64 { return without(k, 1, 2) }, 1500},
		// It went to the end, as a message does that was sent: the others stay.
		{"the first row in sight moved away", func(k []int64) []int64 { return append(without(k, 1500), 1500) }, 1499},
		{"a row further down is gone", func(k []int64) []int64 { return without(k, 1508) }, 1499},
	} {
		j.ledger.SetKeys(c.keys(j.ledger.Keys()))
		if key, part := top(); key != c.top || part != 7 {
			t.Errorf("%s: row %d stands on top by %v, want %d", c.what, key, part, c.top)
		}
	}
	j.ledger.SetKeys([]int64{7, 8})
	if j.ledger.scroll.Offset.Y != 0 {
		t.Errorf("two rows are scrolled by %v", j.ledger.scroll.Offset.Y)
	}
}

func TestTheBeginningStaysInSightSoThatNewRowsAreSeen(t *testing.T) {
	j := newJournal(t, 1000, 600, 480)
	j.ledger.SetKeys(append([]int64{1}, j.ledger.Keys()...))
	if j.rows()[1] == nil || j.ledger.scroll.Offset.Y != 0 {
		t.Errorf("the new row is not in sight at %v", j.ledger.scroll.Offset.Y)
	}
}

func TestRowsDriftAsMostOfThemDo(t *testing.T) {
	for _, c := range []struct {
		what        string
		shown, keys []int64
		rows        int
		ok          bool
	}{
		{"nothing moved", []int64{4, 5, 6}, []int64{3, 4, 5, 6}, 0, true},
		{"down by two", []int64{4, 5, 6}, []int64{1, 2, 3, 4, 5, 6}, 2, true},
		{"one moved far away", []int64{4, 5, 6}, []int64{3, 5, 6, 7, 8, 4}, -1, true},
		{"of as many the ones that moved least", []int64{4, 5}, []int64{9, 4, 9, 9, 5}, 0, true},
		{"all are gone", []int64{4, 5, 6}, []int64{7, 8}, 0, false},
		{"none was shown", nil, []int64{7, 8}, 0, false},
	} {
		rows, ok := drift(c.shown, 1, c.keys)
		if diff := cmp.Diff([]any{c.rows, c.ok}, []any{rows, ok}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
	}
}
