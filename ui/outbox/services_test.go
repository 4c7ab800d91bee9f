package outbox_test

import (
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// branches lets the messages of an office belong to two services, of which the second is away, and one
// that was removed.
func branches(o *office) {
	for id := int64(1); id <= 11; id++ {
		o.box.set(id, func(i *message.Item) {
			i.Service = agent.ChatMessenger
			switch {
			case i.ID == 1:
				i.Service, i.Next, i.Behind = "chat-messenger-3", time.Time{}, 0
			case i.ID == 2:
				i.Service = "chat-messenger-2"
			}
		})
	}
	o.page.SetServices([]agent.ServiceState{
		{Name: agent.ChatMessenger, Title: "Berlin office", Health: agent.Connected, Uses: agent.Uses{Messages: true}},
		{Name: "chat-messenger-2", Title: "Tokyo office", Health: agent.Unreachable, Since: at(10, 40, 0), Next: at(10, 43, 0)},
		{Name: agent.HuaweiMeeting, Health: agent.Unset},
	})
	o.page.Load()
	o.settle()
}

func TestWithOneServiceNothingNamesIt(t *testing.T) {
	o := open(t)
	before := o.page.Rows()
	o.page.SetServices([]agent.ServiceState{{Name: agent.ChatMessenger, Health: agent.Connected}, {Name: agent.HuaweiMeeting}})
	same(t, "the rows", before, o.page.Rows())
	o.pick(1)
	for _, words := range o.page.Menu() {
		if strings.Contains(words, "through") {
			t.Errorf("the menu offers %q", words)
		}
	}
}

func TestWithSeveralServicesEveryMessageNamesItsOwn(t *testing.T) {
	o := open(t)
	branches(o)
	for _, r := range o.page.Rows() {
		if r.Trailing == "service removed" {
			continue // that is enough
		}
		if !strings.HasPrefix(r.Second, "Berlin office · ") && !strings.HasPrefix(r.Second, "Tokyo office · ") {
			t.Errorf("a row says %q", r.Second)
		}
	}
	expect(t, "while its service is away", o.page.Explanation(message.Item{State: message.Queued, Service: "chat-messenger-2"}), "It leaves when Chat&Messenger, Tokyo office answers again.")
	expect(t, "while another one is away", o.page.Explanation(message.Item{State: message.Queued, Service: agent.ChatMessenger}), "It leaves as soon as the ones before it have left.")
	expect(t, "sent", o.page.Explanation(message.Item{State: message.Sent, Service: agent.ChatMessenger}), "Chat&Messenger, Berlin office accepted it.")
	if words := strings.Join(o.page.Banners(), " "); !strings.Contains(words, "Tokyo office") {
		t.Errorf("the banner says %q", words)
	}
}

func TestAMessageOfARemovedServiceWaitsForADecision(t *testing.T) {
	o := open(t)
	branches(o)
	o.pick(1)
	row := o.page.Rows()[slices.Index(o.page.List().Keys(), 1)]
	same(t, "what the row offers", []string{"Send through…", "Discard"}, row.Links)
	expect(t, "what it waits for", row.Trailing, "service removed")
	expect(t, "the explanation", o.page.Explanation(message.Item{State: message.Queued, Service: "chat-messenger-3"}),
		"The service that this message was queued for was removed. It does not leave until you send it through another service or discard it.")
	o.page.Follow(1, "Send through…")
	o.settle()
	sheet, ok := o.window.Canvas().Overlays().Top().(*widget.Sheet)
	if !ok {
		t.Fatal("nobody asked through which service")
	}
	choice, ok := o.window.Canvas().Focused().(*widget.Segments)
	if !ok {
		t.Fatalf("the focus is on %T", o.window.Canvas().Focused())
	}
	choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	sheet.OK().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	o.settle()
	if got := o.box.get(1).Service; got != agent.ChatMessenger && got != "chat-messenger-2" {
		t.Errorf("it belongs to %s", got)
	}
	if words := o.page.Toast().Words(); !strings.HasPrefix(words, "1 message leaves through") {
		t.Errorf("the toast says %q", words)
	}
	if o.desk.changes == 0 {
		t.Error("the agent was not told")
	}
}

func TestSeveralServicesPictures(t *testing.T) {
	dir := os.Getenv("FOYER_PICTURES")
	if dir == "" {
		dir = t.TempDir()
	}
	for _, c := range []struct {
		name string
		mode style.Mode
		text int
		w, h float32
		do   func(*office)
	}{
		{"outbox-several", style.Light, 100, 1000, 700, func(o *office) { o.page.Pick(1) }},
		{"outbox-several-200", style.Dark, 200, 1000, 700, func(o *office) { o.page.Pick(1) }},
		{"outbox-several-move", style.Light, 100, 1000, 700, func(o *office) { o.page.Follow(1, "Send through…") }},
		{"outbox-several-move-200", style.Dark, 200, 720, 520, func(o *office) { o.page.Follow(1, "Send through…") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOffice(t, c.mode, c.text, fyne.NewSize(c.w, c.h))
			branches(o)
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
