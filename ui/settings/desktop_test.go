package settings_test

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
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

func TestTheShortcutIsCaughtAsItIsPressed(t *testing.T) {
	for want, pressed := range map[string]*desktop.CustomShortcut{
		"Ctrl+Alt+J":       {KeyName: fyne.KeyJ, Modifier: fyne.KeyModifierControl | fyne.KeyModifierAlt},
		"Ctrl+Alt+Shift+1": {KeyName: fyne.Key1, Modifier: fyne.KeyModifierShift | fyne.KeyModifierControl | fyne.KeyModifierAlt},
		"Super+PageUp":     {KeyName: fyne.KeyPageUp, Modifier: fyne.KeyModifierSuper},
		"Alt+F9":           {KeyName: fyne.KeyF9, Modifier: fyne.KeyModifierAlt},
		"Ctrl+Shift+K":     {KeyName: fyne.KeyK, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift},
	} {
		r := at(t, settings.SectionShortcuts)
		r.focus(r.page.ShortcutControl())
		r.page.ShortcutControl().(fyne.Shortcutable).TypedShortcut(pressed)
		r.settle()
		expect(t, "the field", r.page.Shortcut(), want)
		expectLines(t, "stored", r.file.sets, "shortcuts.paste="+want)
	}
	r := at(t, settings.SectionShortcuts)
	r.focus(r.page.ShortcutControl())
	r.press(fyne.KeyF9)
	expect(t, "the field", r.page.Shortcut(), "F9")
	r.press(fyne.KeyF1, fyne.KeyF5)
	expect(t, "the field after F1 and F5", r.page.Shortcut(), "F9")
}

func TestTheShortcutIsTypedByHand(t *testing.T) {
	r := at(t, settings.SectionShortcuts)
	r.focus(r.page.ShortcutControl())
	r.page.TypeShortcut("")
	r.write("ctrl + alt+p")
	expectLines(t, "stored while it is typed", r.file.sets)
	r.press(fyne.KeyReturn)
	expectLines(t, "stored", r.file.sets, "shortcuts.paste=Ctrl+Alt+P")
	expect(t, "the field", r.page.Shortcut(), "Ctrl+Alt+P")
}

func TestWhatIsNoShortcutStaysInTheFieldWithTheReason(t *testing.T) {
	r := at(t, settings.SectionShortcuts)
	r.file.refuse = map[string]error{"shortcuts.paste=K": &fault.Error{Op: "writing a setting", Kind: fault.Invalid, Code: "bad-chord", Words: "shortcuts.paste"}}
	r.focus(r.page.ShortcutControl())
	r.page.TypeShortcut("K")
	r.press(fyne.KeyReturn)
	expect(t, "the field", r.page.Shortcut(), "K")
	expect(t, "the reason", r.page.ShortcutWrong(), "This is no shortcut that can be reserved. It wants Ctrl, Alt or Super and one more key, such as Ctrl+Alt+K.")
	r.page.Leave()
	r.again()
	expectLines(t, "tried", r.file.sets, "shortcuts.paste=K")
	expect(t, "the field", r.page.Shortcut(), "K")
	test.Tap(r.page.ShortcutOff())
	r.settle()
	expect(t, "the field", r.page.Shortcut(), "")
	expect(t, "the reason", r.page.ShortcutWrong(), "")
	expectLines(t, "tried", r.file.sets, "shortcuts.paste=K", "shortcuts.paste=")
}

func TestTheShortcutIsSwitchedOffAndOnAgain(t *testing.T) {
	r := at(t, settings.SectionShortcuts)
	if r.page.ShortcutUsual().Visible() || !r.page.ShortcutOff().Visible() {
		t.Error("the usual keys are offered though they are set")
	}
	test.Tap(r.page.ShortcutOff())
	r.settle()
	expect(t, "the sentence", r.page.ShortcutSays(), "Off. Paste space info is in the tray's menu and in this window.")
	if !r.page.ShortcutUsual().Visible() || r.page.ShortcutOff().Visible() {
		t.Error("what is off can be switched off")
	}
	test.Tap(r.page.ShortcutUsual())
	r.settle()
	expectLines(t, "stored", r.file.sets, "shortcuts.paste=", "shortcuts.paste=Ctrl+Alt+K")
	r.file.fail = notWritten
	test.Tap(r.page.ShortcutOff())
	r.settle()
	expect(t, "the field after the disk was full", r.page.Shortcut(), "Ctrl+Alt+K")
	expect(t, "the toast", r.page.Toast().Words(), "Not saved. The disk is full.")
}

func TestItIsSaidWhatBecameOfTheShortcut(t *testing.T) {
	const set = settings.DefaultShortcut
	for want, state := range map[string]*agent.ShortcutState{
		"It works in every program.":                                                                                 {Chord: set, State: agent.HoldHeld},
		"It works in every program, with the keys Ctrl+Shift+9.":                                                     {Chord: set, State: agent.HoldHeld, Detail: "Ctrl+Shift+9"},
		"Another program has these keys. Choose others, or free them there.":                                         {Chord: set, State: agent.HoldTaken},
		"This desktop lets no program reserve keys. In its own keyboard settings, add a shortcut with this command:": {Chord: set, State: agent.HoldUnsupported},
		"The desktop did not give Foyer these keys. Choose others.":                                                  {Chord: set, State: agent.HoldFailed, Advice: "of tomorrow"},
		"Not known yet: Foyer in the tray has not answered.":                                                         {Chord: "Ctrl+Alt+J", State: agent.HoldHeld},
	} {
		r := visit(t, connected())
		r.around.shortcut = state
		r.page.ShowSection(settings.SectionShortcuts)
		r.settle()
		expect(t, "the sentence", r.page.ShortcutSays(), want)
		copied, offered := r.page.CommandOffered()
		if offered != (state.State == agent.HoldUnsupported) {
			t.Errorf("%s: the command is offered: %v", state.State, offered)
		}
		if offered {
			test.Tap(copied)
			r.settle()
			expect(t, "the clipboard", r.desk.copied, "foyer paste")
		}
	}
	r := at(t, settings.SectionShortcuts)
	r.around.fail = away
	r.again()
	expect(t, "the sentence without an agent", r.page.ShortcutSays(), "Not known yet: Foyer in the tray has not answered.")
}

func TestKeysThatOthersUseAreWarnedOf(t *testing.T) {
	r := at(t, settings.SectionShortcuts)
	for keys, want := range map[string]string{
		"Ctrl+Alt+K":   "",
		"":             "",
		"nonsense":     "",
		"Shift+Ctrl+k": "Webex itself copies space info with Ctrl+Shift+K. With these keys reserved, Webex does not get them any more.",
		"Ctrl+K":       "In this window Ctrl+K does something else: Search links, people, rooms and actions. That will not work any more.",
		"F1":           "In this window F1 does something else: This help. That will not work any more.",
		"Ctrl+V":       "Many programs use Ctrl+V. With these keys reserved, they do not get them any more.",
		"Ctrl+3":       "Many programs use Ctrl+3. With these keys reserved, they do not get them any more.",
	} {
		r.page.TypeShortcut(keys)
		expect(t, "the warning for "+keys, r.page.ShortcutClash(), want)
	}
}

func TestAShortcutChangedElsewhereIsShownUnlessSomebodyTypes(t *testing.T) {
	r := at(t, settings.SectionShortcuts)
	r.file.values.Shortcut = "Ctrl+Alt+J"
	r.again()
	expect(t, "the field", r.page.Shortcut(), "Ctrl+Alt+J")
	r.focus(r.page.ShortcutControl())
	r.page.TypeShortcut("Ctrl+Al")
	r.file.values.Shortcut = "Ctrl+Alt+M"
	r.again()
	expect(t, "the field while somebody types", r.page.Shortcut(), "Ctrl+Al")
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
