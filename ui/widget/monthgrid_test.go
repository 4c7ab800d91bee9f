package widget

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"foyer/ui/style"
)

// TestAMonthSaysWhetherItCounts holds what is drawn against what is said of it.
func TestAMonthSaysWhetherItCounts(t *testing.T) {
	for _, text := range []int{100, 200} {
		test.NewTempApp(t).Settings().SetTheme(style.NewTheme(style.Light, text))
		g := NewMonthGrid()
		cells := make([]DayCell, 35)
		for i := range cells {
			cells[i] = DayCell{Word: "x", Share: "37 %", Count: "counted", Percent: 37}
		}
		g.Set([7]string{}, cells, -1)
		var both [2]bool
		for h := float32(120); h < 900; h += 20 {
			g.Resize(fyne.NewSize(2000, h))
			counted := slices.Contains(drawn(g), "counted")
			if counted != g.Counted(h) {
				t.Errorf("text %d, %v high: it counts %v, and says %v", text, h, counted, g.Counted(h))
			}
			both[map[bool]int{true: 1}[counted]] = true
		}
		if both != [2]bool{true, true} {
			t.Errorf("text %d: no height decides", text)
		}
	}
}
