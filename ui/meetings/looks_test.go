package meetings_test

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/meeting"
	"foyer/ui/style"
)

// look is a state of the page that is drawn.
type look struct {
	name string
	do   func(*office)
}

// attended is the design's: the table, and seven people in the meeting or on their way.
func attended(o *office) {
	o.joined()
	o.page.Put(
		meeting.Attendee{Name: "Moderator Berlin", Phone: "+99111", Role: meeting.Chair}, meeting.Attendee{Name: "Barbara Example", Phone: "+491"}, meeting.Attendee{Name: "Granite", Phone: "991112", Type: meeting.Terminal},
		meeting.Attendee{Name: "Chen Wei", Phone: "+861"}, meeting.Attendee{Name: "佐藤 花子", Phone: "+811"}, meeting.Attendee{Name: "Laura Beispiel", Phone: "+492"}, meeting.Attendee{Name: "Juan Modelo", Phone: "+341"})
	o.settle()
	o.page.Primary()
	o.settle()
	o.host.mu.Lock()
	o.host.people[0].State, o.host.people[1].State, o.host.people[2].State = meeting.In, meeting.In, meeting.In
	o.host.people[3].State = meeting.Joining
	o.host.hosts = []string{"pid-1"}
	o.host.people = o.host.people[:6]
	o.host.mu.Unlock()
	o.pass(23 * time.Second)
	o.page.Clear()
	o.page.Put(people...)
	o.settle()
	o.page.Toast().Dismiss()
}

// editing is the design's: the wrong number is being edited.
func editing(o *office) {
	attended(o)
	o.page.Table().Focus()
	o.page.Table().Go(3, 1)
	o.keys(fyne.KeyF2)
	o.page.Table().Field().CursorToEnd()
}

func ready(o *office) {
	o.joined()
	o.page.Put(people[0], people[1], people[7])
}

var looks = []look{
	{"invite", editing},
	{"empty", func(o *office) { o.joined() }},
	{"blank", func(*office) {}},
	{"first-use", func(o *office) { o.page.SetService(agent.ServiceState{Health: agent.Unset}); o.shell.Show("meetings") }},
	{"without", func(o *office) {
		o.page.SetService(agent.ServiceState{Health: agent.Unset})
		o.page.GoWithout()
		o.page.Put(people...)
	}},
	{"looking", func(o *office) {
		o.host.hold("detail")
		o.page.TypeAccess("914083136", "246810")
		o.pass(time.Second)
	}},
	{"wrong-password", func(o *office) {
		o.page.Put(people...)
		o.page.TypeAccess("914083136", "111111")
		o.pass(700 * time.Millisecond)
	}},
	{"not-started", func(o *office) {
		o.page.Put(people...)
		o.page.TypeAccess("914673889", "135791")
		o.pass(700 * time.Millisecond)
	}},
	{"away", func(o *office) {
		o.host.fails["open"] = &fault.Error{Op: "opening", Kind: fault.Unreachable, Code: "no-connection"}
		o.page.Put(people...)
		o.joined()
		o.page.SetService(agent.ServiceState{Health: agent.Unreachable, Since: at(10, 31, 0)})
	}},
	{"stale", func(o *office) {
		attended(o)
		o.host.fails["presence"] = &fault.Error{Op: "reading", Kind: fault.Unreachable, Code: "no-connection"}
		o.pass(8 * time.Second)
	}},
	{"running", func(o *office) {
		o.joined()
		o.prefs.chunk = 2
		o.page.Put(people...)
		o.host.inviting = func(n int) error {
			if n == 1 {
				o.host.blocks["invite"] = make(chan struct{})
			}
			return nil
		}
		o.page.Primary()
		o.settle()
	}},
	{"called", func(o *office) { ready(o); o.page.Primary(); o.settle(); o.pass(2 * time.Second) }},
	{"missing", func(o *office) {
		ready(o)
		o.page.Primary()
		o.settle()
		o.pass(6 * time.Second)
		o.host.mu.Lock()
		o.host.people = o.host.people[:1]
		o.host.people[0].State = meeting.In
		o.host.mu.Unlock()
		o.pass(90 * time.Second)
	}},
	{"refused", func(o *office) {
		ready(o)
		o.host.fails["invite"] = refuse("MMC.111072050", "CONF_LOCKED")
		o.page.Primary()
	}},
	{"unclear", func(o *office) {
		ready(o)
		o.host.fails["invite"] = &fault.Error{Op: "inviting", Kind: fault.UnknownOutcome, Code: "connection-lost"}
		o.page.Primary()
	}},
	{"rejected", func(o *office) {
		o.joined()
		o.page.Table().Focus()
		o.paste("Barbara Example\t+49 30 5550 1742\nnobody at all\nChen Wei\t+86 755 5550 118\n")
	}},
	{"suggest", func(o *office) {
		o.joined()
		o.book.invited = people[:5]
		o.page.Put(people[:2]...)
		o.page.Table().Focus()
		o.page.Table().Go(2, 0)
		o.runes("an")
		o.pass(200 * time.Millisecond)
	}},
	{"chosen", func(o *office) {
		o.joined()
		o.page.Put(people...)
		o.page.Table().Focus()
		o.page.Table().Go(1, -1)
	}},
	{"long", func(o *office) {
		o.joined()
		o.page.Put(meeting.Attendee{Name: strings.Repeat("Anna-Maria ", 8), Phone: strings.Repeat("1234567890", 4), Email: strings.Repeat("long.", 20) + "name@example.com"})
		o.page.Put(crowd(1200)...)
	}},
	{"row", func(o *office) { o.joined(); o.page.Put(people...); o.page.OpenRow(3) }},
	{"mine", func(o *office) { o.page.OpenMeetings() }},
	{"mine-refused", func(o *office) {
		o.host.fails["list"] = refuse("MMC.111070002", "CONF_INSUFFICIENT_PERMISSIONS")
		o.page.OpenMeetings()
	}},
	{"create", func(o *office) { o.page.OpenCreate() }},
	{"directory", func(o *office) { o.host.entries = colleagues(120); o.joined(); o.page.OpenDirectory() }},
	{"groups", func(o *office) {
		o.book.groups = []meeting.Group{{Name: "Facilities", Attendees: people[:3]}, {Name: "Works council", Attendees: people}}
		o.page.OpenGroups()
	}},
	{"preview", func(o *office) { o.joined(); o.page.Put(people...); o.page.OpenPreview() }},
	{"number", func(o *office) { o.joined(); o.page.OpenNumber() }},
	{"mapping", func(o *office) { o.page.Take("Wer;Womit;Wozu\nAnna;+49 30 1;x\n", "list.csv") }},
	{"side", func(o *office) { attended(o); o.page.OpenSide() }},
}

// size is a window in which looks are drawn; the last one has the least room.
type size struct {
	name string
	mode style.Mode
	text int
	w, h float32
}

var sizes = []size{
	{"light", style.Light, 100, 1000, 700},
	{"dark", style.Dark, 100, 1000, 700},
	{"light-200", style.Light, 200, 1000, 700},
	{"small", style.Light, 100, 720, 520},
	{"small-200", style.Dark, 200, 720, 520},
}

// TestEveryStateIsDrawn draws every look where there is least room, and with FOYER_PICTURES in every
// size into that folder: only those whose name begins with FOYER_LOOKS when it is set.
func TestEveryStateIsDrawn(t *testing.T) {
	dir, chosen := os.Getenv("FOYER_PICTURES"), sizes[len(sizes)-1:]
	if dir != "" {
		chosen = sizes
	}
	for _, s := range chosen {
		for _, l := range looks {
			name := l.name + "-" + s.name
			if !strings.HasPrefix(name, os.Getenv("FOYER_LOOKS")) {
				continue
			}
			t.Run(name, func(t *testing.T) {
				o := newOffice(t, s.mode, s.text, fyne.NewSize(s.w, s.h))
				l.do(o)
				o.settle()
				picture := o.window.Canvas().Capture()
				o.staysInside()
				if dir == "" {
					return
				}
				f, err := os.Create(filepath.Join(dir, "meetings-"+name+".png"))
				if err != nil {
					t.Fatal(err)
				}
				defer f.Close()
				if err := png.Encode(f, picture); err != nil {
					t.Fatal(err)
				}
			})
		}
	}
}
