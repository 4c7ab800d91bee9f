package rooms_test

import (
	"fmt"
	"image/color"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"foyer/ui/style"
)

// BenchmarkFirstFrameOfADay is from the moment at which a day is read to its first frame, drawn in
// software. The peer of 1,000 rooms are the twelve of the design.
func BenchmarkFirstFrameOfADay(b *testing.B) {
	for _, n := range []int{12, 1000} {
		b.Run(fmt.Sprintf("rooms=%d", n), func(b *testing.B) {
			o := newOffice(b, style.Light, 100, fyne.NewSize(1000, 700), crowd(n, 16))
			var took durations
			for b.Loop() {
				o.page.Load()
				for o.page.Busy() || len(o.done) > 0 {
					select {
					case f := <-o.done:
						took.add(func() {
							f()
							o.window.Canvas().Capture()
						})
					case <-time.After(time.Millisecond):
					}
				}
			}
			b.ReportMetric(took.percentile(50), "median-ms")
		})
	}
}

// BenchmarkScrollingADay is a step of scrolling in both directions. Drawing it in software is measured
// beside its two floors in turn: the same window without the timetable, and a window of that size in which
// there is nothing. What remains is what the timetable costs.
func BenchmarkScrollingADay(b *testing.B) {
	size := fyne.NewSize(1000, 700)
	o := newOffice(b, style.Light, 100, size, crowd(1000, 16))
	table := o.page.Table()
	nothing := canvas.NewRectangle(color.Transparent)
	nothing.Hide()
	bare := test.NewTempWindow(b, nothing)
	bare.Resize(size)
	b.Run("drawn=false", func(b *testing.B) {
		var took durations
		for i := 0; b.Loop(); i++ {
			took.add(func() { table.Go(i*7%1000, i%16) })
		}
		b.ReportMetric(took.percentile(95), "p95-ms")
	})
	b.Run("drawn=true", func(b *testing.B) {
		var step, without, empty, own durations
		for i := 0; b.Loop(); i++ {
			empty.add(func() { bare.Canvas().Capture() })
			table.Hide()
			without.add(func() { o.window.Canvas().Capture() })
			table.Show()
			step.add(func() {
				table.Go(i*7%1000, i%16)
				o.window.Canvas().Capture()
			})
			own = append(own, step[i]-without[i])
		}
		b.ReportMetric(0, "ns/op") // of all three together
		b.ReportMetric(step.percentile(50), "median-ms")
		b.ReportMetric(step.percentile(95), "p95-ms")
		b.ReportMetric(own.percentile(50), "table-median-ms")
		b.ReportMetric(own.percentile(95), "table-p95-ms")
		b.ReportMetric(without.percentile(50), "page-median-ms")
		b.ReportMetric(empty.percentile(50), "bare-median-ms")
		b.ReportMetric(own.percentile(50)/empty.percentile(50), "table/bare")
		b.ReportMetric(step.percentile(50)/empty.percentile(50), "step/bare")
	})
}

// durations are how long something took.
type durations []time.Duration

func (d *durations) add(f func()) {
	began := time.Now()
	f()
	*d = append(*d, time.Since(began))
}

// percentile is in milliseconds.
func (d durations) percentile(p int) float64 {
	sorted := slices.Sorted(slices.Values(d))
	return float64(sorted[(len(sorted)-1)*p/100].Microseconds()) / 1000
}
