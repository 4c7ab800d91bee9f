package rooms_test

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
	"foyer/services/room"
	"foyer/ui/style"
)

// away makes the board stale, as the design shows it.
func away(o *office) {
	o.board.snapshot.Unknown = []string{"Harbour"}
	o.board.snapshot.Unreadable = 0
	o.board.snapshot.Reading = room.Reading{At: at(10, 12), Misses: 3, Since: at(10, 13), NextTry: o.now.Add(40 * time.Second), Why: &message.Failure{Kind: fault.Unreachable, Code: "no-connection"}}
	o.page.Load()
	o.settle()
}

func look(v int) func(*office) {
	return func(o *office) {
		o.page.Look(v)
		o.settle()
	}
}

func key(o *office, names ...fyne.KeyName) {
	for _, n := range names {
		o.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
	}
}

// review puts the keys on the booking that starts soon.
func review(o *office) {
	o.page.Table().Focus()
	key(o, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyRight)
}

// changed is the board after another page was in front for a while, with what is watched.
func changed(o *office) {
	o.page.ShowRoom("Aurora")
	o.page.Tick(o.say.T("rooms.watch"))
	o.page.Pick("Aurora", "Board preparation")
	o.page.Tick(o.say.T("rooms.watch-booking"))
	o.page.Escape()
	o.shell.Show("links")
	o.rebook(three)
	o.shell.Show("rooms")
}

func kiosk(o *office) { look(1)(o); o.page.FullScreen() }

// TestTheLooksCanBeDrawn draws every state in both themes and at large text. With $FOYER_PICTURES the
// pictures are kept, to be laid beside the design's.
func TestTheLooksCanBeDrawn(t *testing.T) {
	dir := os.Getenv("FOYER_PICTURES")
	if dir == "" {
		dir = t.TempDir()
	}
	nothing := func(*office) {}
	for _, c := range []struct {
		name  string
		mode  style.Mode
		text  int
		w, h  float32
		rooms int // 0 are those of the design
		do    func(*office)
	}{
		{"rooms-day-light", style.Light, 100, 1000, 700, 0, review},
		{"rooms-day-dark", style.Dark, 100, 1000, 700, 0, review},
		{"rooms-day-200", style.Light, 200, 1000, 700, 0, nothing},
		{"rooms-day-small", style.Light, 100, 720, 520, 0, nothing},
		{"rooms-day-300", style.Light, 100, 1000, 700, 300, nothing},
		{"rooms-day-300-200", style.Dark, 200, 1000, 700, 300, nothing},
		{"rooms-stale", style.Light, 100, 1000, 700, 0, away},
		{"rooms-panel", style.Light, 100, 1000, 700, 0, func(o *office) { review(o); key(o, fyne.KeyReturn) }},
		{"rooms-room-panel", style.Dark, 100, 1000, 700, 0, func(o *office) { o.page.ShowRoom("Aurora") }},
		{"rooms-panel-200", style.Dark, 200, 1000, 700, 0, func(o *office) { review(o); key(o, fyne.KeyReturn) }},
		{"rooms-changes", style.Light, 100, 1000, 700, 0, changed},
		{"rooms-changes-dark", style.Dark, 100, 1000, 700, 0, changed},
		{"rooms-changes-200", style.Light, 200, 1000, 700, 0, changed},
		{"rooms-changes-small", style.Light, 100, 720, 520, 0, changed},
		{"rooms-changes-list", style.Light, 100, 1000, 700, 0, func(o *office) { changed(o); o.page.ShowChanges() }},
		{"rooms-changes-list-200", style.Dark, 200, 1000, 700, 0, func(o *office) { changed(o); o.page.ShowChanges() }},
		{"rooms-changes-panel", style.Light, 100, 1000, 700, 0, func(o *office) {
			changed(o)
			o.page.Pick("Harbour", "Design review")
			o.page.Tick(o.say.T("rooms.watch-booking"))
		}},
		{"rooms-week-focus", style.Light, 100, 1000, 700, 0, func(o *office) { o.window.Canvas().Focus(o.page.Week()); key(o, fyne.KeyRight, fyne.KeyRight) }},
		{"rooms-week-dark-wide", style.Dark, 100, 1500, 900, 0, func(o *office) { o.page.GoTo(monday.AddDays(2)) }},
		{"rooms-week-row", style.Light, 100, 720, 520, 5, nothing},
		{"rooms-week-row-200", style.Dark, 200, 1000, 700, 2, nothing},
		{"rooms-nothing", style.Light, 100, 1000, 700, 0, func(o *office) { o.page.Filter(room.Filter{Words: "xyz"}) }},
		{"rooms-first", style.Light, 100, 1000, 700, -1, func(o *office) { o.page.SetService(agent.ServiceState{Health: agent.Unset}) }},
		{"rooms-zoom", style.Light, 100, 1000, 700, 0, func(o *office) { o.page.Table().SetZoom(15) }},
		{"rooms-now-kiosk-light", style.Light, 100, 1280, 720, 0, kiosk},
		{"rooms-now-dark", style.Dark, 100, 1000, 700, 0, look(1)},
		{"rooms-now-200", style.Light, 200, 1000, 700, 0, look(1)},
		{"rooms-now-300", style.Light, 100, 1280, 720, 300, kiosk},
		{"rooms-now-stale", style.Light, 100, 1000, 700, 0, func(o *office) { away(o); look(1)(o) }},
		{"rooms-month-light", style.Light, 100, 1000, 700, 0, look(2)},
		{"rooms-month-dark", style.Dark, 100, 1000, 700, 0, look(2)},
		{"rooms-month-200", style.Light, 200, 1000, 700, 0, look(2)},
		{"rooms-find", style.Light, 100, 1000, 700, 0, func(o *office) { o.page.Find() }},
		{"rooms-date", style.Dark, 100, 1000, 700, 0, func(o *office) { o.page.PickDate() }},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := furnish()
			if c.rooms != 0 {
				b = crowd(max(c.rooms, 0), 16)
			}
			o := newOffice(t, c.mode, c.text, fyne.NewSize(c.w, c.h), b)
			c.do(o)
			o.settle()
			f, err := os.Create(filepath.Join(dir, c.name+".png"))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			if err := png.Encode(f, o.window.Canvas().Capture()); err != nil {
				t.Fatal(err)
			}
		})
	}
}
