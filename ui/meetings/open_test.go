package meetings_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/meeting"
	"foyer/ui/meetings"
)

func TestAMeetingIsLookedUpWhenTypingRests(t *testing.T) {
	o := open(t)
	o.page.TypeAccess("914 083-136", "246810")
	o.pass(500 * time.Millisecond)
	if n := o.host.count("open"); n != 0 {
		t.Fatalf("the meeting was asked for %d times while somebody types", n)
	}
	o.pass(200 * time.Millisecond)
	state, _ := o.page.State()
	expect(t, "the state", state, "Running since 10:30")
	expect(t, "the ID", o.page.Access().ID, "914083136")
	if n := o.host.count("open"); n != 1 {
		t.Errorf("the meeting was asked for %d times", n)
	}
}

func TestHalfAPasswordIsNotTried(t *testing.T) {
	for name, end := range map[string]func(o *office){
		"left":    func(o *office) { o.window.Canvas().FocusNext() },
		"entered": func(o *office) { o.keys(fyne.KeyReturn) },
		"rested":  func(o *office) { o.pass(2 * time.Second) },
	} {
		t.Run(name, func(t *testing.T) {
			o := open(t)
			o.page.TypeAccess("914083136", "")
			o.pass(time.Second)
			o.page.FocusSecret()
			for _, key := range "246810" {
				o.runes(string(key))
				o.pass(time.Second)
			}
			if n := o.host.count("open"); n != 0 {
				t.Fatalf("half a password was tried %d times", n)
			}
			end(o)
			o.pass(100 * time.Millisecond)
			state, _ := o.page.State()
			expect(t, "the state", state, "Running since 10:30")
			if n := o.host.count("open"); n != 1 {
				t.Errorf("it was tried %d times", n)
			}
		})
	}
}

func TestThePageSaysWhatTheMeetingIsDoing(t *testing.T) {
	for _, c := range []struct {
		name, id, secret string
		do               func(*office)
		want, note       string
		link             string
	}{
		{name: "running", id: "914083136", secret: "246810", want: "Running since 10:30"},
		{name: "no digits", id: "914x", secret: "1", want: "Digits only"},
		{name: "no password", id: "914083136", want: "Running; type its host password"},
		{name: "scheduled", id: "914673889", secret: "135791", want: "Not started", link: "Start it"},
		{name: "wrong password", id: "914083136", secret: "111111", want: "Wrong ID or password", note: "There is no such meeting now, or the password is not the host's."},
		{name: "ended", id: "914083136", secret: "246810", do: func(o *office) { o.host.set("914083136", func(m *meeting.Meeting) { m.Phase = meeting.Over }) }, want: "Ended"},
		{name: "locked", id: "914083136", secret: "246810", do: func(o *office) { o.host.fails["open"] = refuse("MMC.111072064", "CONF_CTR_LOGIN_LOCKED") }, want: "Locked", note: "."},
		{name: "unreachable", id: "914083136", secret: "246810", do: func(o *office) {
			o.host.fails["open"] = &fault.Error{Op: "opening", Kind: fault.Unreachable, Code: "no-connection"}
		}, want: "Not known", note: "takes no connections"},
		{name: "a fault of the server", id: "914083136", secret: "246810", do: func(o *office) { o.host.fails["open"] = &fault.Error{Op: "opening", Kind: fault.Faulty, Status: 500} }, want: "Not known", note: "The answer could not be read."},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := open(t)
			if c.do != nil {
				c.do(o)
			}
			o.page.TypeAccess(c.id, c.secret)
			o.pass(time.Second)
			state, links := o.page.State()
			expect(t, "the state", state, c.want)
			if c.link != "" && !slices.Contains(links, c.link) {
				t.Errorf("links: %v", links)
			}
			if note := o.page.Note(); !strings.Contains(note, c.note) || c.note == "" && note != "" {
				t.Errorf("the note: %q", note)
			}
			o.page.Put(people[0])
			if _, on := o.page.Filled(); on != (c.name == "running") {
				t.Errorf("people can be invited: %v", on)
			}
		})
	}
}

func TestTheHostPasswordIsFilledInWhenTheServiceTellsIt(t *testing.T) {
	o := open(t)
	o.page.TypeAccess("914000001", "")
	o.pass(time.Second)
	state, _ := o.page.State()
	expect(t, "the state", state, "Running since 10:00")
	expect(t, "the password", o.page.Access().Password, "246810")
}

func TestAScheduledMeetingIsStarted(t *testing.T) {
	o := open(t)
	o.page.TypeAccess("914673889", "135791")
	o.pass(time.Second)
	o.page.Start()
	o.settle()
	state, _ := o.page.State()
	expect(t, "the state", state, "Running since 10:42")
	if !slices.Equal(o.host.started, []string{"914673889"}) {
		t.Errorf("started %v", o.host.started)
	}
	o = open(t)
	o.host.fails["start"] = refuse("MMC.111070002", "CONF_INSUFFICIENT_PERMISSIONS")
	o.page.TypeAccess("914673889", "135791")
	o.pass(time.Second)
	o.page.Start()
	o.settle()
	state, _ = o.page.State()
	expect(t, "the state after a refusal", state, "Not started")
	if !strings.HasPrefix(o.page.ToastWords(), "The meeting was not started. ") {
		t.Errorf("the toast: %q", o.page.ToastWords())
	}
}

func TestALookThatTakesLongCanBeGivenUp(t *testing.T) {
	o := open(t)
	o.host.hold("detail")
	o.page.TypeAccess("914083136", "246810")
	o.pass(700 * time.Millisecond)
	if state, _ := o.page.State(); state != "" {
		t.Errorf("it says %q at once", state)
	}
	o.pass(400 * time.Millisecond)
	state, links := o.page.State()
	expect(t, "the state", state, "Asking the meeting…")
	if !slices.Contains(links, "Cancel") {
		t.Fatalf("links: %v", links)
	}
	meetings.Pressable(o.page, "Cancel").Tapped(nil)
	o.host.release()
	o.settle()
	if state, _ := o.page.State(); state != "" {
		t.Errorf("it says %q after it was given up", state)
	}
}

func TestAControlTokenWorksWithoutAnAccount(t *testing.T) {
	o := open(t)
	o.page.SetService(agent.ServiceState{Health: agent.Unset})
	if !o.page.FirstUse() {
		t.Fatal("the page does not say how to begin")
	}
	if !slices.Equal(o.page.FirstWords(), []string{"Connect Huawei Cloud Meeting…", "Try the demo office"}) {
		t.Errorf("it offers %q", o.page.FirstWords())
	}
	o.page.Primary()
	if !slices.Equal(o.opened, []string{"connect"}) {
		t.Errorf("the filled button did %v", o.opened)
	}
	meetings.Pressable(o.page, "Use a control token").Tapped(nil)
	if o.page.FirstUse() {
		t.Fatal("the page still says how to begin")
	}
	o.page.TypeAccess("914083136", "tok-4f1c")
	o.pass(time.Second)
	state, _ := o.page.State()
	expect(t, "the state", state, "Running")
	expect(t, "the token", o.page.Access().Token, "tok-4f1c")
	if n := o.host.count("detail"); n != 0 {
		t.Errorf("the account that is not there was asked %d times", n)
	}
	o.page.Put(people[0])
	o.page.Primary()
	o.settle()
	if len(o.host.invited) != 1 {
		t.Error("nobody was invited")
	}
}

func TestAWrongTokenIsSaidAsSuch(t *testing.T) {
	o := open(t)
	o.page.UseToken()
	o.page.TypeAccess("914083136", "stale")
	o.pass(time.Second)
	state, _ := o.page.State()
	expect(t, "the state", state, "Wrong ID or token")
}

func TestAnAccountThatComesWhileTheMeetingIsAskedForIsUsed(t *testing.T) {
	o := open(t)
	o.page.SetService(agent.ServiceState{Health: agent.Unset})
	o.page.GoWithout()
	o.host.hold("open")
	o.page.TypeAccess("914083136", "tok-4f1c")
	o.pass(700 * time.Millisecond)
	o.page.SetService(agent.ServiceState{Health: agent.Connected}) // the older look is dropped
	o.host.release()
	o.settle()
	state, _ := o.page.State()
	expect(t, "the state", state, "Running since 10:30")
	if n := o.host.count("detail"); n != 1 {
		t.Errorf("the meeting's description was asked for %d times", n)
	}
}

func TestAnAccountThatGoesWhileTheMeetingIsAskedForLeavesNothingBehind(t *testing.T) {
	o := open(t)
	o.host.hold("detail")
	o.page.TypeAccess("914000001", "")
	o.pass(700 * time.Millisecond)
	o.page.SetService(agent.ServiceState{Health: agent.Unset})
	o.host.release()
	o.settle()
	if p := o.page.Access().Password; p != "" {
		t.Error("the password of an account that is gone was filled in")
	}
	state, _ := o.page.State()
	expect(t, "the state", state, "Type its host password")
}

func TestAnotherMeetingForgetsTheLastOne(t *testing.T) {
	o := open(t)
	o.joined()
	o.page.Put(people[0])
	o.page.Primary()
	o.settle()
	o.page.TypeAccess("914000001", "246810")
	o.pass(time.Second)
	if notes := o.page.Notes(); notes[0] != "host, ready" {
		t.Errorf("the row is %q in another meeting", notes[0])
	}
}

func TestTheBannerSaysWhatIsWrongWithTheAccount(t *testing.T) {
	for health, want := range map[agent.Health]string{
		agent.Connected:   "",
		agent.Untried:     "",
		agent.Unreachable: "Huawei Cloud Meeting has been unreachable since 10:13. What is in the table is kept.",
		agent.Faulty:      "Huawei Cloud Meeting has answered with faults since 10:13. What is in the table is kept.",
		agent.Refused:     "Huawei Cloud Meeting has refused the account since 10:13. A control token still works.",
		agent.Unset:       "No account is connected. A control token works alone; your meetings and the directory need an account.",
	} {
		o := open(t)
		o.page.Put(people[0])
		o.page.SetService(agent.ServiceState{Health: health, Since: at(10, 13, 0)})
		o.settle()
		expect(t, "the banner for "+string(health), o.page.Banner(), want)
	}
}
