package meetings_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/ui/style"
)

// timed runs steps and reports the time that one in twenty goes over.
func timed(b *testing.B, step func(i int)) {
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		began := time.Now()
		step(i)
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
}

// BenchmarkEditingAttendees is what a change of a cell, and what moving by a page, cost the window. The
// peer is a short table: a long one must cost about as much. The floor is drawing the window.
func BenchmarkEditingAttendees(b *testing.B) {
	for _, n := range []int{20, 5000} {
		o := newOffice(b, style.Light, 100, fyne.NewSize(1000, 700))
		o.joined()
		o.page.Put(crowd(n)...)
		table := o.page.Table()
		table.Focus()
		b.Run(fmt.Sprintf("edit,rows=%d", n), func(b *testing.B) {
			timed(b, func(i int) {
				table.Go(i*37%n, 0)
				o.runes("x")
				o.keys(fyne.KeyReturn)
			})
		})
		b.Run(fmt.Sprintf("undo,rows=%d", n), func(b *testing.B) {
			timed(b, func(i int) {
				o.keys(fyne.KeyDelete)
				table.TypedShortcut(&fyne.ShortcutUndo{})
			})
		})
		b.Run(fmt.Sprintf("scroll and draw,rows=%d", n), func(b *testing.B) {
			timed(b, func(i int) {
				key := fyne.KeyPageDown
				if i/8%2 == 1 {
					key = fyne.KeyPageUp
				}
				o.keys(key)
				o.window.Canvas().Capture()
			})
		})
	}
	o := newOffice(b, style.Light, 100, fyne.NewSize(1000, 700))
	o.joined()
	o.page.Put(crowd(20)...)
	b.Run("floor: drawing", func(b *testing.B) {
		timed(b, func(int) { o.window.Canvas().Capture() })
	})
}

// BenchmarkFollowingAMeeting is what a look at a meeting with many people costs the window.
func BenchmarkFollowingAMeeting(b *testing.B) {
	for _, n := range []int{20, 5000} {
		o := newOffice(b, style.Light, 100, fyne.NewSize(1000, 700))
		o.joined()
		o.prefs.chunk = 500
		o.page.Put(crowd(n)...)
		o.page.Primary()
		o.settle()
		b.Run(fmt.Sprintf("people=%d", n), func(b *testing.B) {
			timed(b, func(int) {
				o.page.Saw(o.presence())
			})
		})
	}
}

// BenchmarkPastingAttendees is what 5,000 pasted rows cost the window once they are read; taking them
// back belongs to the step. The peer is a paste of 20.
func BenchmarkPastingAttendees(b *testing.B) {
	for _, n := range []int{20, 5000} {
		o := newOffice(b, style.Light, 100, fyne.NewSize(1000, 700))
		o.joined()
		rows := crowd(n)
		b.Run(fmt.Sprintf("rows=%d", n), func(b *testing.B) {
			timed(b, func(int) {
				o.page.Put(rows...)
				o.page.Clear()
			})
		})
	}
}
