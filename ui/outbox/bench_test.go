package outbox_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/ui/style"
)

// BenchmarkScrollingTheOutbox is a frame of moving through the outbox by pages: rows come into sight,
// are read, and the window is drawn in software. Its peer is the short outbox, its floor the drawing.
func BenchmarkScrollingTheOutbox(b *testing.B) {
	for _, n := range []int{200, 100_000} {
		o := newOfficeWith(b, style.Light, 100, fyne.NewSize(1000, 700), crowd(n))
		list := o.page.List()
		list.Focus()
		step := func(i int) {
			key := fyne.KeyPageDown
			if i/8%2 == 1 {
				key = fyne.KeyPageUp
			}
			list.TypedKey(&fyne.KeyEvent{Name: key})
		}
		for _, drawn := range []bool{false, true} {
			b.Run(fmt.Sprintf("messages=%d,drawn=%v", n, drawn), func(b *testing.B) {
				var took []time.Duration
				for i := 0; b.Loop(); i++ {
					began := time.Now()
					step(i)
					for len(o.done) > 0 {
						(<-o.done)()
					}
					if drawn {
						o.window.Canvas().Capture()
					}
					took = append(took, time.Since(began))
				}
				slices.Sort(took)
				b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
				o.settle()
			})
		}
	}
	o := newOfficeWith(b, style.Light, 100, fyne.NewSize(1000, 700), crowd(200))
	b.Run("floor: drawing", func(b *testing.B) {
		for b.Loop() {
			o.window.Canvas().Capture()
		}
	})
}

// BenchmarkLoadingTheOutbox is what an event costs the UI goroutine: applying what was read.
func BenchmarkLoadingTheOutbox(b *testing.B) {
	for _, n := range []int{200, 100_000} {
		o := newOfficeWith(b, style.Light, 100, fyne.NewSize(1000, 700), crowd(n))
		b.Run(fmt.Sprintf("messages=%d", n), func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				o.page.Load()
				for o.page.Busy() || len(o.done) > 0 {
					select {
					case f := <-o.done:
						began := time.Now()
						f()
						took = append(took, time.Since(began))
					case <-time.After(time.Millisecond):
					}
				}
				o.ring(250 * time.Millisecond)
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms-applying")
		})
	}
}
