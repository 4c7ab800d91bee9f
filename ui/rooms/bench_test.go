package rooms_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/ui/style"
)

// BenchmarkFirstFrameOfADay is from the moment at which a day is read to its first frame, drawn in
// software. The peer of 1,000 rooms are the twelve of the design.
func BenchmarkFirstFrameOfADay(b *testing.B) {
	for _, n := range []int{12, 1000} {
		b.Run(fmt.Sprintf("rooms=%d", n), func(b *testing.B) {
			o := newOffice(b, style.Light, 100, fyne.NewSize(1000, 700), crowd(n, 16))
			var took []time.Duration
			for b.Loop() {
				o.page.Load()
				for o.page.Busy() || len(o.done) > 0 {
					select {
					case f := <-o.done:
						began := time.Now()
						f()
						o.window.Canvas().Capture()
						took = append(took, time.Since(began))
					case <-time.After(time.Millisecond):
					}
				}
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "median-ms")
		})
	}
}

// BenchmarkScrollingADay is a step of scrolling in both directions; its floor is drawing alone.
func BenchmarkScrollingADay(b *testing.B) {
	o := newOffice(b, style.Light, 100, fyne.NewSize(1000, 700), crowd(1000, 16))
	for _, drawn := range []bool{false, true} {
		b.Run(fmt.Sprintf("drawn=%v", drawn), func(b *testing.B) {
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				began := time.Now()
				o.page.Table().Go(i*7%1000, i%16)
				if drawn {
					o.window.Canvas().Capture()
				}
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
		})
	}
	b.Run("floor: drawing", func(b *testing.B) {
		for b.Loop() {
			o.window.Canvas().Capture()
		}
	})
}
