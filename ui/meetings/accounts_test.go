package meetings_test

import (
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/meeting"
	"foyer/ui/style"
)

func (o *office) hostOf(account string) meeting.Host {
	o.askMu.Lock()
	defer o.askMu.Unlock()
	o.asked = append(o.asked, account)
	return o.host
}

// askedWith returns the accounts that were asked with since the last call.
func (o *office) askedWith() []string {
	o.askMu.Lock()
	defer o.askMu.Unlock()
	all := slices.Compact(o.asked)
	o.asked = nil
	return all
}

var first, second = agent.ServiceState{Name: agent.HuaweiMeeting, Title: "Berlin", Health: agent.Connected, Since: at(8, 0, 0)},
	agent.ServiceState{Name: "huawei-meeting-2", Title: "Tokyo", Health: agent.Connected, Since: at(8, 0, 0)}

func branches(o *office) {
	o.page.SetServices([]agent.ServiceState{{Name: agent.ChatMessenger}, first, second})
	o.page.SetService(first)
	o.settle()
}

func TestWithOneAccountThereIsNothingToChoose(t *testing.T) {
	o := open(t)
	o.page.SetServices([]agent.ServiceState{{Name: agent.ChatMessenger}, {Name: "chat-messenger-2"}, first})
	if words := o.page.Account(); words != "" {
		t.Errorf("one can choose %q", words)
	}
}

func TestTheChosenAccountIsAskedWith(t *testing.T) {
	o := open(t)
	branches(o)
	expect(t, "the account", o.page.Account(), "Berlin")
	o.askedWith()
	o.page.ChooseAccount(1)
	o.settle()
	expect(t, "the account", o.page.Account(), "Tokyo")
	if !slices.Equal(o.chosen, []string{"huawei-meeting-2"}) {
		t.Errorf("put to use %v", o.chosen)
	}
	o.page.OpenMeetings()
	o.settle()
	if with := o.askedWith(); !slices.Equal(with, []string{"huawei-meeting-2"}) {
		t.Errorf("asked with %v", with)
	}
}

func TestARunningMeetingStaysWithItsAccount(t *testing.T) {
	o := open(t)
	branches(o)
	o.joined()
	if words := o.page.Account(); words != "" {
		t.Errorf("while a meeting runs one can choose %q", words)
	}
	o.askedWith()
	o.page.SetService(second) // somebody chose it in another window
	o.settle()
	o.pass(6 * time.Second)
	if with := o.askedWith(); !slices.Equal(with, []string{agent.HuaweiMeeting}) {
		t.Errorf("the meeting was followed with %v", with)
	}
}

func TestSeveralAccountsPictures(t *testing.T) {
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
		{"meetings-several", style.Light, 100, 1000, 700},
		{"meetings-several-200", style.Dark, 200, 720, 520},
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
