package messages_test

import (
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/message"
	"foyer/ui/style"
)

var berlin, tokyo = agent.ServiceState{Name: agent.ChatMessenger, Title: "Berlin office", Health: agent.Connected, Uses: agent.Uses{Messages: true}},
	agent.ServiceState{Name: "chat-messenger-2", Title: "Tokyo office", Health: agent.Unreachable}

func branches(o *office) {
	o.page.SetService(berlin)
	o.page.SetServices([]agent.ServiceState{berlin, tokyo, {Name: agent.HuaweiMeeting}})
	o.settle()
}

func TestWithOneServiceThereIsNothingToChoose(t *testing.T) {
	o := open(t)
	o.page.SetServices([]agent.ServiceState{berlin, {Name: agent.HuaweiMeeting}})
	if words, _ := o.page.Choice(); words != "" {
		t.Errorf("one can choose %q", words)
	}
}

func TestAMessageGoesThroughTheChosenService(t *testing.T) {
	o := open(t)
	branches(o)
	words, items := o.page.Choice()
	expect(t, "the chosen one", words, "Berlin office")
	same(t, "the menu", []string{"Berlin office", "Tokyo office"}, items)
	write(o)
	o.page.ChooseService(1)
	o.settle()
	same(t, "put to use", []string{"chat-messenger-2"}, o.chosen)
	words, _ = o.page.Choice()
	expect(t, "the chosen one", words, "Tokyo office")
	expect(t, "what was written", o.page.Message(), "The lift is out of order.\n")
	o.page.Primary()
	o.settle()
	if at := slices.IndexFunc(o.box.items, func(i message.Item) bool { return i.Text == "The lift is out of order." }); o.box.items[at].Service != "chat-messenger-2" {
		t.Errorf("it went through %q", o.box.items[at].Service)
	}
	// The agent tells of it, and then of the other one again.
	o.page.SetService(berlin)
	o.settle()
	words, _ = o.page.Choice()
	expect(t, "the chosen one", words, "Berlin office")
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
	}{
		{"messages-several", style.Light, 100, 1000, 700},
		{"messages-several-200", style.Dark, 200, 1000, 700},
		{"messages-several-small-200", style.Light, 200, 720, 520},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOffice(t, c.mode, c.text, fyne.NewSize(c.w, c.h))
			branches(o)
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
