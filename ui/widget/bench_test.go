package widget

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"foyer/ui/style"
)

// furnish puts a widget into a window for a benchmark.
func furnish(b *testing.B, o func() fyne.CanvasObject, w, h float32) {
	b.Helper()
	test.NewTempApp(b).Settings().SetTheme(style.NewTheme(style.Light, 100))
	window := test.NewTempWindow(b, o())
	window.SetPadded(false)
	window.Resize(fyne.NewSize(w, h))
}

// BenchmarkScrollingARowList is one frame of scrolling. Its peer is the short list: a long one must
// cost as much.
func BenchmarkScrollingARowList(b *testing.B) {
	for _, n := range []int{100, 10_000} {
		b.Run(fmt.Sprintf("rows=%d", n), func(b *testing.B) {
			var l *RowList
			furnish(b, func() fyne.CanvasObject {
				l = NewRowList()
				l.Actions = []RowAction{{"copy", "Copy", func(int) {}}, {"open", "Open", func(int) {}}}
				l.SetRows(manyRows(n), 0)
				return l
			}, 600, 500)
			for i := 0; b.Loop(); i++ {
				l.scroll.ScrollToOffset(fyne.NewPos(0, float32(i%80)*36+7))
				l.stack.bind()
			}
		})
	}
}

func manyRows(n int) []Row {
	rows := make([]Row, n)
	for i := range rows {
		rows[i] = Row{Icon: []string{"space", "person"}[i%2], Title: fmt.Sprintf("Person %d", i), Second: fmt.Sprintf("person.%d@example.com", i), Trailing: "09:58", Pinned: i < 3}
	}
	return rows
}

// BenchmarkWrap wraps 300 words at the width of a panel. Its floor is measuring those words once.
func BenchmarkWrap(b *testing.B) {
	sentence := strings.TrimSpace(strings.Repeat("Press Ctrl+Shift+K in a space and paste. ", 38))
	link := "https://example.webex.com/meet?token=" + strings.Repeat("0123456789abcdef", 120)
	for name, words := range map[string]string{"300 words": sentence, "a link of 2000 characters": link} {
		var p *Prose
		furnish(b, func() fyne.CanvasObject {
			p = NewProse(words, style.Body, style.Ink)
			return p
		}, 272, 500)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				p.HeightFor(272)
			}
		})
		b.Run(name+", floor: measured once", func(b *testing.B) {
			for b.Loop() {
				for _, w := range strings.Fields(words) {
					measure(w, 13, false)
				}
			}
		})
	}
}
