package widget

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"foyer/ui/style"
)

// BenchmarkScrollingALedger is a frame of scrolling by the wheel: rows come into sight and the window
// is drawn in software. Its floor is drawing the window without scrolling; its peer is the short
// ledger: a long one must cost as much.
func BenchmarkScrollingALedger(b *testing.B) {
	for _, n := range []int{100, 100_000} {
		b.Run(fmt.Sprintf("rows=%d", n), func(b *testing.B) {
			l, window := furnishLedger(b, n)
			var took []time.Duration
			y := float32(0)
			for b.Loop() {
				began := time.Now()
				y += 3 * 48
				if y > float32(min(n, 4000))*48-700 {
					y = 0
				}
				l.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, l.scroll.Offset.Y-y)})
				window.Canvas().Capture()
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
		})
	}
	b.Run("floor: drawing", func(b *testing.B) {
		_, window := furnishLedger(b, 100)
		for b.Loop() {
			window.Canvas().Capture()
		}
	})
	b.Run("without drawing, rows=100000", func(b *testing.B) {
		l, _ := furnishLedger(b, 100_000)
		for i := 0; b.Loop(); i++ {
			l.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, l.scroll.Offset.Y-float32(i%4000)*144)})
		}
	})
}

// BenchmarkReplacingTheRowsOfALedger is what an event costs the page: the same rows in another order.
func BenchmarkReplacingTheRowsOfALedger(b *testing.B) {
	for _, chosen := range []int{1, 100_000} {
		b.Run(fmt.Sprintf("rows=100000,chosen=%d", chosen), func(b *testing.B) {
			l, _ := furnishLedger(b, 100_000)
			l.Choose(1500)
			if chosen > 1 {
				l.choice.all()
			}
			keys := numbers(100_000)
			moved := append(slices.Clone(keys[1:]), keys[0])
			for i := 0; b.Loop(); i++ {
				l.SetKeys([][]int64{keys, moved}[i%2])
			}
		})
	}
}

func furnishLedger(b *testing.B, n int) (*Ledger, fyne.Window) {
	b.Helper()
	test.NewTempApp(b).Settings().SetTheme(style.NewTheme(style.Light, 100))
	states := []State{MessageQueued, MessageSending, MessageSent, MessageFailed, MessageUnknown}
	l := NewLedger(func(key int64) (LedgerRow, bool) {
		i := int(key) % len(states)
		return LedgerRow{State: states[i], Word: stateWords[i], Title: fmt.Sprint("Person ", key), Trailing: "10:42",
			Second: fmt.Sprintf("Your parking space for the week of 30 Nov is number %d, on the level below", key), Actions: []LedgerAction{{"Edit", nil}, {"Retry", nil}}}, true
	})
	l.Words = stateWords
	l.SetKeys(numbers(n))
	window := test.NewTempWindow(b, l)
	window.SetPadded(false)
	window.Resize(fyne.NewSize(848, 620))
	return l, window
}
