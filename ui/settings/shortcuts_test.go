package settings_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/ui/settings"
)

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
		"Ctrl+K":       "In this window Ctrl+K does something else: Search links, people and actions. That will not work any more.",
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
