package messages_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
)

func inCall(t *testing.T) *office {
	o := open(t)
	o.page.Open(3)
	return o
}

func TestWordsForATimeAreEchoedAsTheyAreUnderstood(t *testing.T) {
	for typed, want := range map[string]string{
		"":                 "In words, or as date and time.",
		"today 18:00":      "Until today 18:00, in 7 h 18 min.",
		"in 2 hours":       "Until today 12:42, in 2 hours.",
		"90 min":           "Until today 12:12, in 1 h 30 min.",
		"tomorrow 9:00":    "Until Tuesday 24 Nov, 09:00, in 22 h 18 min.",
		"2026-12-01 12:00": "Until Tuesday 1 Dec, 12:00, in 8 days.",
	} {
		o := inCall(t)
		o.typeInto(o.page.CallWords().Input(), typed)
		expect(t, "the echo of "+typed, o.page.Echo(), want)
	}
}

func TestATimeThatIsNoneOrOverCreatesNoCall(t *testing.T) {
	for _, typed := range []string{"", "whenever", "2026-11-22 18:00"} {
		o := inCall(t)
		o.typeInto(o.page.CallWords().Input(), typed)
		o.page.Primary()
		o.settle()
		if len(o.services.calls) != 0 {
			t.Errorf("%q made a call until %v", typed, o.services.calls[0].Expires)
		}
		expect(t, "the foot", o.page.FootWords(), "Say how long the link shall work.")
	}
}

func TestChoicesWordsAndPickerShowTheSameTime(t *testing.T) {
	o := inCall(t)
	o.page.CallChoice(2)
	expect(t, "the words", o.page.CallWords().Text(), "tomorrow 18:00")
	expect(t, "the date", o.page.CallDate().Text(), "2026-11-24")
	expect(t, "the time", o.page.CallClock().Text(), "18:00")
	o.page.CallClock().SetText("09:15")
	expect(t, "the words", o.page.CallWords().Text(), "2026-11-24 09:15")
	expect(t, "the echo", o.page.Echo(), "Until Tuesday 24 Nov, 09:15, in 22 h 33 min.")
	o.page.PickDay()
	o.key(fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn)
	expect(t, "the words", o.page.CallWords().Text(), "2026-12-02 09:15")
}

func TestTheCalendarDoesNotGoBeforeToday(t *testing.T) {
	o := inCall(t)
	o.page.CallChoice(1)
	o.page.PickDay()
	o.key(fyne.KeyLeft, fyne.KeyUp, fyne.KeyPageUp, fyne.KeyReturn)
	expect(t, "the date", o.page.CallDate().Text(), "2026-11-23")
	o.page.PickDay()
	o.key(fyne.KeyPageDown, fyne.KeyReturn)
	expect(t, "the date a month later", o.page.CallDate().Text(), "2026-12-01")
	o.page.PickDay()
	o.key(fyne.KeyRight, fyne.KeyEscape)
	expect(t, "the date after Escape", o.page.CallDate().Text(), "2026-12-01")
}

func TestACallIsMadeAndItsLinkCopied(t *testing.T) {
	o := inCall(t)
	o.page.CallChoice(1)
	o.page.Generate()
	if len(o.page.Password()) != 12 {
		t.Fatalf("the password is %q", o.page.Password())
	}
	o.page.Primary()
	o.settle()
	same(t, "the call", o.services.calls, []message.QuickCall{{Expires: time.Date(2026, 11, 23, 18, 0, 0, 0, time.UTC), Password: o.page.Password()}})
	o.page.Primary()
	o.settle()
	same(t, "on the clipboard", o.desk.clip, agent.Clip{Text: "https://cam.example.com/call/q7f3(1)"})
	o.page.CallAs(2)
	expect(t, "what will be copied", o.page.CallResult(), "[Quick call until today 18:00](https://cam.example.com/call/q7f3%281%29)")
	o.page.Copy()
	o.settle()
	same(t, "on the clipboard", o.desk.clip, agent.Clip{Text: "[Quick call until today 18:00](https://cam.example.com/call/q7f3%281%29)"})
	if len(o.services.calls) != 1 {
		t.Error("copying made another call")
	}
}

func TestALinkIsOpenedAndPutIntoAMessage(t *testing.T) {
	o := inCall(t)
	o.page.CallChoice(1)
	o.page.Generate()
	o.page.Primary()
	o.settle()
	o.page.CallOpen()
	o.settle()
	expect(t, "what was opened", o.desk.opened, "https://cam.example.com/call/q7f3(1)")
	o.page.CallWrite()
	expect(t, "the message", o.page.Message(), "Quick call until today 18:00:\nhttps://cam.example.com/call/q7f3(1)\n")
	expect(t, "the toast", o.page.Toast().Words(), "The password is not in the message.")
	o.page.Undo() // the toast's offer: copy it
	o.settle()
	if len(o.desk.clip.Text) != 12 {
		t.Errorf("on the clipboard is %q", o.desk.clip.Text)
	}
}

func TestACallThatFailsSaysWhyAndCanBeTriedAgain(t *testing.T) {
	o := inCall(t)
	o.services.fail = &fault.Error{Op: "creating", Kind: fault.Unreachable}
	o.page.CallChoice(1)
	o.page.Primary()
	o.settle()
	expect(t, "the banner", o.page.CallTrouble(), "There is no quick call. It could not be reached.")
	o.services.fail = nil
	o.page.Primary()
	o.settle()
	expect(t, "the banner", o.page.CallTrouble(), "")
	if !strings.HasPrefix(o.page.CallResult(), "https://") {
		t.Errorf("the link is %q", o.page.CallResult())
	}
	o.page.CallAgain()
	expect(t, "the time", o.page.CallWords().Text(), "today 18:00")
}

func TestAskingForACallCanBeGivenUp(t *testing.T) {
	o := inCall(t)
	o.services.wait = true
	o.page.CallChoice(1)
	o.page.Primary()
	expect(t, "the foot", o.page.FootWords(), "Asking Chat&Messenger…")
	o.page.Escape()
	o.settle()
	expect(t, "the foot", o.page.FootWords(), "Asked for at once. A quick call cannot wait in the outbox.")
	expect(t, "the banner", o.page.CallTrouble(), "")
}
