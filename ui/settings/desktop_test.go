package settings_test

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/ui/settings"
)

// at is the page with services at a section.
func at(t *testing.T, section string) *room {
	t.Helper()
	r := visit(t, connected())
	r.page.ShowSection(section)
	r.settle()
	return r
}

// again shows what changed elsewhere.
func (r *room) again() {
	r.page.Reconsider()
	r.settle()
}

var away = &fault.Error{Op: "asking the agent", Service: "agent", Kind: fault.Unreachable, Code: "not-running"}

func TestEachNotificationIsSwitchedByItself(t *testing.T) {
	for _, key := range []string{settings.KeyCopied, settings.KeyFound, settings.KeyFailed, settings.KeyRoomsTell} {
		r := at(t, settings.SectionNotifications)
		r.focus(r.page.Told(key))
		r.press(fyne.KeySpace)
		expectLines(t, "stored", r.file.sets, key+"=false")
		r.press(fyne.KeyReturn)
		expectLines(t, "stored", r.file.sets, key+"=false", key+"=true")
		r.file.fail = notWritten
		r.press(fyne.KeySpace)
		if !r.page.Told(key).On() {
			t.Errorf("%s is off though it was not stored", key)
		}
		expect(t, "the toast", r.page.Toast().Words(), "Not saved. The disk is full.")
	}
}

func TestNotificationsChangedElsewhereAreShown(t *testing.T) {
	r := at(t, settings.SectionNotifications)
	v := &r.file.values
	v.LinkCopied, v.Found, v.MessageFailed, v.Rooms.Tell = false, false, false, false
	r.again()
	for _, key := range []string{settings.KeyCopied, settings.KeyFound, settings.KeyFailed, settings.KeyRoomsTell} {
		if r.page.Told(key).On() {
			t.Errorf("%s is on", key)
		}
	}
}

func TestItIsSaidWhetherTheDesktopShowsNotifications(t *testing.T) {
	for want, state := range map[string]settings.Notifications{
		"This desktop shows notifications.": {Shown: true},
		"This desktop shows notifications, but not all of them. The notification server shows no buttons: undo in the window.": {Shown: true, Advice: "notify-actions"},
		"This desktop shows no notifications. Start a notification server such as dunst or xfce4-notifyd.":                     {Advice: "no-notifications"},
		"It could not be found out whether this desktop shows notifications.":                                                  {Unknown: true},
		"This desktop shows no notifications. ":                                                                                {Advice: "a code of tomorrow"},
	} {
		r := visit(t, connected())
		r.around.notices = state
		r.page.ShowSection(settings.SectionNotifications)
		r.settle()
		expect(t, "the sentence", r.page.NoticesHere(), want)
	}
}

func TestWhatHappensAtLogInIsChosen(t *testing.T) {
	r := at(t, settings.SectionStart)
	if r.page.LogIn() != 0 {
		t.Fatalf("%d is chosen", r.page.LogIn())
	}
	r.focus(r.page.LogInControl())
	r.press(fyne.KeyRight, fyne.KeyRight, fyne.KeyHome)
	expectLines(t, "set", r.logIn.sets, "true false", "true true", "false false")
	if got := r.changed; len(got) != 3 || got[0] != settings.KeyLogIn {
		t.Errorf("told of %q", got)
	}
}

func TestAnEntryThatCannotBeWrittenIsSaidAndTheChoiceGoesBack(t *testing.T) {
	r := at(t, settings.SectionStart)
	r.logIn.unset = &fault.Error{Op: "changing the start at log-in", Kind: fault.Other, Code: "no-permission"}
	r.focus(r.page.LogInControl())
	r.press(fyne.KeyEnd)
	if r.page.LogIn() != 0 {
		t.Errorf("%d is chosen though it was not set", r.page.LogIn())
	}
	expect(t, "the toast", r.page.Toast().Words(), "Not saved. Foyer may not write to its folder.")
}

// People change the entry in the desktop's own settings, too.
func TestAnEntryThatChangedElsewhereIsShown(t *testing.T) {
	r := at(t, settings.SectionStart)
	r.logIn.state = settings.LogInState{On: true, Shown: true}
	r.again()
	if r.page.LogIn() != 2 || r.page.LogInSays() != "" || r.page.RepairControl().Visible() {
		t.Errorf("%d is chosen, it says %q", r.page.LogIn(), r.page.LogInSays())
	}
	r.logIn.state.Stale = "/opt/old/foyer"
	r.again()
	expect(t, "the sentence", r.page.LogInSays(), "Another Foyer would be started, or one that is gone: /opt/old/foyer")
	test.Tap(r.page.RepairControl())
	r.settle()
	expectLines(t, "set", r.logIn.sets, "true true")
	if r.page.RepairControl().Visible() {
		t.Error("what is repaired can be repaired again")
	}
	r.logIn.fail = errors.New("no home folder")
	r.again()
	expect(t, "the sentence", r.page.LogInSays(), "It could not be read what happens at log-in. Something went wrong on this computer.")
}

func TestWatchingIsSwitchedAndSaysWhetherItWorks(t *testing.T) {
	r := at(t, settings.SectionStart)
	expect(t, "the sentence while it is off", r.page.WatchSays(), "")
	r.focus(r.page.WatchControl())
	r.press(fyne.KeySpace)
	expectLines(t, "stored", r.file.sets, "clipboard.watch=true")
	for want, state := range map[string]*agent.WatchingState{
		"Foyer hears of everything that is copied.":          {On: true, State: agent.HoldHeld},
		"The clipboard cannot be watched at the moment.":     {On: true, State: agent.HoldFailed, Advice: "of tomorrow"},
		"Not known yet: Foyer in the tray has not answered.": nil,
		"": {State: agent.HoldOff},
	} {
		r.around.watching = state
		r.again()
		expect(t, "the sentence", r.page.WatchSays(), want)
	}
	r.around.watching = &agent.WatchingState{On: true, State: agent.HoldUnsupported, Advice: "watching-unsupported"}
	r.page.DesktopChanged()
	r.settle()
	if r.page.WatchSays() == "" {
		t.Error("nothing is said of a desktop that cannot do it")
	}
	r.around.fail = away
	r.again()
	expect(t, "the sentence", r.page.WatchSays(), "Not known yet: Foyer in the tray has not answered.")
}

// Asking the desktop takes time and starts programs, so nobody is asked for what nobody sees.
func TestTheDesktopIsAskedOnlyWhileItsSectionIsInSight(t *testing.T) {
	r := at(t, settings.SectionNotifications)
	r.again()
	expectLines(t, "asked", r.around.questions(), "notifications")
	r.page.ShowSection(settings.SectionShortcuts)
	r.settle()
	expectLines(t, "asked", r.around.questions(), "notifications", "held")
	r.page.ShowSection(settings.SectionGeneral)
	r.again()
	r.shell.Show("links")
	r.again()
	expectLines(t, "asked out of sight", r.around.questions(), "notifications", "held")
	r.page.ShowSection(settings.SectionNotifications)
	r.settle()
	expectLines(t, "asked behind another page", r.around.questions(), "notifications", "held")
	r.shell.Show("settings")
	r.settle()
	expectLines(t, "asked in sight again", r.around.questions(), "notifications", "held", "notifications")
}
