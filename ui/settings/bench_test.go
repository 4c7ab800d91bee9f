package settings_test

import (
	"testing"

	"foyer/ui/style"
)

// BenchmarkFirstLook shows the page for the first time, which makes one section.
func BenchmarkFirstLook(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		r := buildWith(b, style.Light, 100, usual, withHall(signedIn()))
		b.StartTimer()
		r.shell.Show("settings")
		b.StopTimer()
		r.settle()
		b.StartTimer()
	}
}

// BenchmarkFirstLookAtEverything shows it with all sections made, which is what it would cost to make
// them before they are asked for.
func BenchmarkFirstLookAtEverything(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		r := buildWith(b, style.Light, 100, usual, withHall(signedIn()))
		b.StartTimer()
		r.shell.Show("settings")
		for _, name := range whole {
			r.page.ShowSection(name)
		}
		b.StopTimer()
		r.settle()
		b.StartTimer()
	}
}
