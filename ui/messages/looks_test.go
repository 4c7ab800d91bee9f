package messages_test

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
	"foyer/ui/style"
)

// look is a state of the page that is drawn.
type look struct {
	name string
	do   func(*office)
}

var looks = []look{
	{"people", review},
	{"people-empty", func(*office) {}},
	{"people-wrong", wrong},
	{"people-many", many},
	{"people-suggest", func(o *office) { o.typeTo("mu") }},
	{"people-nobody", func(o *office) { o.alone() }},
	{"people-side", func(o *office) { review(o); o.page.OpenSide() }},
	{"people-sent", func(o *office) { review(o); o.page.Primary() }},
	{"stale", func(o *office) { review(o); o.unreachable() }},
	{"refused", func(o *office) { review(o); o.refused() }},
	{"unset", func(o *office) { review(o); o.page.SetService(agent.ServiceState{Health: agent.Unset}) }},
	{"first-use", func(o *office) { o.alone(); o.page.SetService(agent.ServiceState{Health: agent.Unset}) }},
	{"demo", func(o *office) {
		review(o)
		o.page.SetService(agent.ServiceState{Health: agent.Connected, Demo: true})
	}},
	{"room", inRoom},
	{"room-reserved", func(o *office) { o.page.Open(1); o.typeInto(o.page.Room(), "messenger") }},
	{"room-suggest", func(o *office) { o.page.Open(1); o.typeInto(o.page.Room(), "r") }},
	{"rooms", func(o *office) { o.page.ManageRooms(); o.page.Manage(*o.box.rooms[2].Room) }},
	{"rooms-new", func(o *office) { o.page.ManageRooms() }},
	{"rooms-failed", func(o *office) {
		o.services.fail = &fault.Error{Op: "saving", Kind: fault.Refused, Words: "adminUserId is unknown"}
		o.page.ManageRooms()
		o.page.Manage(*o.box.rooms[2].Room)
		o.page.Primary()
	}},
	{"batch-start", func(o *office) { o.earlier(); o.page.Open(2) }},
	{"batch-start-empty", func(o *office) { o.page.Open(2) }},
	{"batch-good", func(o *office) { o.page.OpenText("parking-week-49.csv", parking(480, 0)) }},
	{"batch-wrong", func(o *office) { o.page.OpenText("parking-week-49.csv", parking(480, 3)) }},
	{"batch-broken", func(o *office) { o.page.OpenText("people.csv", "name,phone\nBarbara,1\n") }},
	{"batch-running", func(o *office) { o.running() }},
	{"batch-paused", func(o *office) { o.running(); o.page.TapCard(o.say.T("messages.pause")) }},
	{"batch-cancel", func(o *office) { o.running(); o.page.TapCard(o.say.T("messages.cancel-batch")) }},
	{"batch-done", func(o *office) { o.running(); o.box.finish(); o.page.Load() }},
	{"call", func(o *office) { o.page.Open(3) }},
	{"call-ready", func(o *office) { o.page.Open(3); o.page.CallChoice(1); o.page.Generate() }},
	{"call-wrong", func(o *office) { o.page.Open(3); o.typeInto(o.page.CallWords().Input(), "yesterday") }},
	{"call-pick", func(o *office) { o.page.Open(3); o.page.CallChoice(2); o.page.PickDay() }},
	{"call-made", func(o *office) { o.page.Open(3); o.page.CallChoice(1); o.page.Generate(); o.page.Primary() }},
	{"call-failed", func(o *office) {
		o.services.fail = &fault.Error{Op: "creating", Kind: fault.Refused, Status: 403, Words: "this plan has no API"}
		o.page.Open(3)
		o.page.CallChoice(1)
		o.page.Primary()
	}},
	{"insert-link", func(o *office) { review(o); o.page.InsertLink() }},
	{"template", func(o *office) { o.template(); o.page.UseTemplate("Room change") }},
	{"template-save", func(o *office) { o.template(); review(o); o.page.UseTemplate(o.say.T("messages.template-save")) }},
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

// visit shows every look in every size; only those whose name begins with FOYER_LOOKS when it is set.
func visit(t *testing.T, sizes []size, each func(t *testing.T, name string, o *office)) {
	only := os.Getenv("FOYER_LOOKS")
	for _, s := range sizes {
		for _, l := range looks {
			name := l.name + "-" + s.name
			if !strings.HasPrefix(name, only) {
				continue
			}
			t.Run(name, func(t *testing.T) {
				o := newOffice(t, s.mode, s.text, fyne.NewSize(s.w, s.h))
				l.do(o)
				o.settle()
				each(t, name, o)
			})
		}
	}
}

// TestNothingLeavesThePageOrStandsOnAnythingElse looks at every look where there is least room. With
// FOYER_PICTURES it draws every look in every size into that folder.
func TestNothingLeavesThePageOrStandsOnAnythingElse(t *testing.T) {
	dir, chosen := os.Getenv("FOYER_PICTURES"), sizes[len(sizes)-1:]
	if dir != "" {
		chosen = sizes
	}
	visit(t, chosen, func(t *testing.T, name string, o *office) {
		for _, fault := range o.page.Misplaced() {
			t.Error(fault)
		}
		if dir != "" {
			draw(t, filepath.Join(dir, name+".png"), o)
		}
	})
}

func draw(t *testing.T, path string, o *office) {
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, o.window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

// review writes the message of the picture.
func review(o *office) {
	o.page.WriteTo("barbara@example.com", "chen.wei@example.com", "hanako.sato@example.com", "anna.probe@exmaple.com")
	o.settle()
	o.page.TypeText("Good morning,\nthe design review has moved from Aurora to Delta, 2nd floor, at 10:45.\nThe link to the space stays the same:\nwebexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b")
	o.window.Canvas().Focus(o.page.Text())
}

// wrong writes to people of whom some are none, and some are elsewhere.
func wrong(o *office) {
	o.page.WriteTo("barbara@example.com", "chen.wei@example.com", "hanako.sato@example.com", "anna.probe@", "board@partner.example.org",
		"somebody.with.a.very.long.name.that.goes.on.and.on.for.ever@subsidiary.of.a.very.long.company.example.com")
}

// many writes to more people than fit.
func many(o *office) {
	var all []string
	for i := range 60 {
		all = append(all, fmt.Sprintf("colleague.number%d@example.com", i))
	}
	o.page.WriteTo(all...)
}

func inRoom(o *office) {
	o.page.Compose(message.Message{Room: "Project Aurora", Mentions: []string{"barbara@example.com"}, Text: "The demo is at three.", Envelope: true})
}

// parking is a batch of so many rows, of which the first ones are wrong.
func parking(rows, bad int) string {
	var b strings.Builder
	b.WriteString("users,message\n")
	names := []string{"barbara@example.com", "chen.wei@example.com", "ludwig.muster@example.com", "maurice@example.fr", "laura.beispiel@example.com", "hanako.sato@example.co.jp"}
	for i := range rows {
		to := names[i%len(names)]
		if i >= 300 && i < 300+bad {
			to = "j.modelo@example@"
		}
		fmt.Fprintf(&b, "%s,Your parking space for the week of 30 Nov is number %d. Please keep it free on Thursday.\n", to, 100+i)
	}
	return b.String()
}

// running shows the batch of the picture, half way through.
func (o *office) running() {
	o.page.OpenText("parking-week-49.csv", parking(480, 0))
	o.settle()
	o.page.Primary()
	o.settle()
	o.box.half()
	o.page.Load()
	o.settle()
	o.now = o.now.Add(20 * time.Second)
	o.box.half()
	o.page.Load()
	o.settle()
}

func (o *office) earlier() {
	o.box.batches = []message.Batch{
		{ID: 900, Name: "parking-week-49.csv", Started: at(10, 39, 0), Rows: 480},
		{ID: 901, Name: "canteen-survey.json", Started: at(8, 2, 0), Rows: 1200, Paused: true},
		{ID: 902, Name: "welcome-november-with-a-rather-long-file-name-that-somebody-chose.csv", Started: at(10, 39, 0).AddDate(0, 0, -3), Rows: 31},
	}
	o.box.add(message.Item{Batch: 901, State: message.Queued})
	o.box.add(message.Item{Batch: 902, State: message.Failed})
	o.page.Load()
	o.settle()
	o.page.Escape()
	o.settle()
}

func (o *office) alone() {
	o.box.items, o.box.people, o.box.rooms = nil, nil, nil
	o.page.Load()
	o.settle()
}

func (o *office) unreachable() {
	o.page.SetService(agent.ServiceState{Title: "Berlin office", Health: agent.Unreachable, Since: at(10, 13, 0), Next: monday.Add(40 * time.Second),
		Failure: &message.Failure{Kind: fault.Unreachable, Words: "connection refused"}})
}

func (o *office) refused() {
	o.page.SetService(agent.ServiceState{Title: "Berlin office", Health: agent.Refused, Since: at(10, 13, 0), Failure: &message.Failure{Kind: fault.Refused, Status: 401, Words: "invalid apiToken"}})
}

func (o *office) template() {
	o.settings.templates = []message.Template{{Name: "Room change", Text: "Good morning,\n{meeting} has moved to {room}, at {time}."}, {Name: "Parcel", Text: "A parcel waits for you at reception."}}
}
