package outbox_test

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
	"foyer/services/message"
	"foyer/ui/style"
)

func away(o *office) {
	o.page.SetService(agent.ServiceState{Name: agent.ChatMessenger, Title: "Berlin office", Health: agent.Unreachable, Since: at(10, 31, 0), Next: o.now.Add(40 * time.Second),
		Failure: &message.Failure{Kind: fault.Unreachable, Code: "no-connection"}})
}

func refused(o *office) {
	o.page.SetService(agent.ServiceState{Name: agent.ChatMessenger, Health: agent.Refused, Since: at(10, 31, 0), Failure: &message.Failure{Kind: fault.Refused, Status: 401, Code: "token-refused", Words: "invalid token"}})
}

func hold(o *office) {
	o.box.batches = []message.Batch{{ID: 7, Name: "parking-week-49.csv", Paused: true, Counts: message.Counts{Queued: 171, Held: 171}}}
	o.box.set(1, func(i *message.Item) { i.Batch, i.BatchName, i.Row, i.Held = 7, "parking-week-49.csv", 309, true })
	o.page.Load()
	o.settle()
}

func lengthen(o *office) {
	o.box.set(4, func(i *message.Item) {
		i.To = []string{"a.very.long.name.of.somebody.who.has.many.names@a.department.of.a.company.example.com", "second@example.com"}
		i.Mentions = nil
		i.Text = strings.Repeat("A long message goes on and on, over many lines. ", 40) + "\n" + strings.Repeat("会議室が変更されました。", 30)
	})
	o.box.set(7, func(i *message.Item) {
		i.Room = "施設管理と受付の連絡用チャットルーム、全員参加、とても長い名前"
	})
	o.page.Load()
	o.settle()
}

func blank(o *office) {
	o.box.items = nil
	o.page.SetService(agent.ServiceState{Name: agent.ChatMessenger, Health: agent.Unset})
	o.page.Load()
	o.settle()
	o.shell.Show("outbox")
}

func TestPictures(t *testing.T) {
	dir := os.Getenv("FOYER_PICTURES")
	if dir == "" {
		dir = t.TempDir()
	}
	pick := func(ids ...int64) func(*office) {
		return func(o *office) {
			o.page.Pick(ids...)
			o.page.List().Focus()
		}
	}
	for _, c := range []struct {
		name string
		mode style.Mode
		text int
		w, h float32
		do   func(*office)
	}{
		{"outbox-light", style.Light, 100, 1000, 700, pick(4)},
		{"outbox-dark", style.Dark, 100, 1000, 700, pick(4)},
		{"outbox-list", style.Light, 100, 1000, 700, func(*office) {}},
		{"outbox-light-200", style.Light, 200, 1000, 700, func(*office) {}},
		{"outbox-panel-200", style.Dark, 200, 1000, 700, pick(4)},
		{"outbox-small", style.Light, 100, 720, 520, pick(6)},
		{"outbox-small-list", style.Dark, 100, 720, 520, func(*office) {}},
		{"outbox-small-200", style.Light, 200, 720, 520, func(*office) {}},
		{"outbox-failed", style.Light, 100, 1000, 700, func(o *office) { pick(6)(o); o.settle(); o.page.Press("What the server said") }},
		{"outbox-queued", style.Dark, 100, 1000, 700, pick(1)},
		{"outbox-many", style.Light, 100, 1000, 700, pick(4, 5, 6, 8)},
		{"outbox-away", style.Light, 100, 1000, 700, away},
		{"outbox-refused", style.Dark, 100, 1000, 700, refused},
		{"outbox-held", style.Light, 100, 1000, 700, func(o *office) { hold(o); pick(1)(o) }},
		{"outbox-long", style.Light, 100, 1000, 700, func(o *office) { lengthen(o); pick(4)(o) }},
		{"outbox-nothing", style.Light, 100, 1000, 700, func(o *office) { o.page.OpenSearch(); o.page.SearchFor("xyz") }},
		{"outbox-filter", style.Light, 100, 1000, 700, func(o *office) { o.page.Filter(message.Failed) }},
		{"outbox-first", style.Light, 100, 1000, 700, blank},
		{"outbox-first-200", style.Dark, 200, 720, 520, blank},
		{"outbox-edit", style.Light, 100, 1000, 700, func(o *office) { o.page.Follow(6, "Edit") }},
		{"outbox-edit-room-200", style.Dark, 200, 1000, 700, func(o *office) { o.page.Follow(3, "Edit") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOffice(t, c.mode, c.text, fyne.NewSize(c.w, c.h))
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
