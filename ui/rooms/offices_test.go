package rooms_test

import (
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/ui/style"
)

var berlin, tokyo = agent.ServiceState{Name: agent.ChatMessenger, Title: "Berlin office", Health: agent.Connected},
	agent.ServiceState{Name: "chat-messenger-2", Title: "Tokyo office", Health: agent.Connected}

func TestTheOfficeOfTheRoomsIsChosenWhereThereAreSeveral(t *testing.T) {
	o := open(t)
	o.settle()
	o.page.SetServices([]agent.ServiceState{berlin, {Name: agent.HuaweiMeeting}})
	if words := o.page.Office(); words != "" {
		t.Errorf("one can choose %q", words)
	}
	o.page.SetServices([]agent.ServiceState{berlin, tokyo, {Name: agent.HuaweiMeeting}})
	o.page.SetService(berlin)
	if words := o.page.Office(); words != "Berlin office" {
		t.Errorf("the office is %q", words)
	}
	o.page.ChooseOffice(1)
	if !slices.Contains(o.asked, "chat-messenger-2") {
		t.Errorf("asked for %v", o.asked)
	}
	o.page.SetService(tokyo)
	o.settle()
	if words := o.page.Office(); words != "Tokyo office" {
		t.Errorf("the office is %q", words)
	}
}

func TestSeveralOfficesPictures(t *testing.T) {
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
		{"rooms-several", style.Light, 100, 1000, 700},
		{"rooms-several-200", style.Dark, 200, 720, 520},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOffice(t, c.mode, c.text, fyne.NewSize(c.w, c.h), furnish())
			o.settle()
			o.page.SetServices([]agent.ServiceState{berlin, tokyo})
			o.page.SetService(berlin)
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
