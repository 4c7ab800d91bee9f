package outbox_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
)

func TestThePanelTellsWhatBecameOfAMessage(t *testing.T) {
	o := open(t)
	o.pick(4)
	expect(t, "the title", o.page.PanelTitle(), "To Anna Probe")
	expect(t, "the state", o.page.Standing(), "unknown whether it arrived")
	same(t, "the history", []string{"10:42:05 queued, row 303 of parking-week-49.csv", "10:42:06 sending", "10:42:06 connection lost while waiting for the answer"}, o.page.History())
	same(t, "the buttons", []string{"It arrived", "Send again"}, o.page.PanelButtons())
	same(t, "the menu", []string{"It arrived", "Send again", "Copy the text", "Discard"}, o.page.Menu())
	if a, b := o.page.PanelButton(0), o.page.PanelButton(1); a.Size() != b.Size() || a.Weight != b.Weight {
		t.Errorf("the two buttons are not equal: %v and %v", a.Size(), b.Size())
	}
	o.press("It arrived")
	expect(t, "the state", o.page.Standing(), "sent today 10:42")
	same(t, "the buttons", []string{"Copy"}, o.page.PanelButtons())
}

func TestEachStateIsExplained(t *testing.T) {
	o := open(t)
	because := func(kind fault.Kind, code, words string) *message.Failure {
		return &message.Failure{Kind: kind, Code: code, Words: words}
	}
	for _, c := range []struct {
		item message.Item
		want string
	}{
		{message.Item{State: message.Queued}, "It leaves as soon as the ones before it have left."},
		{message.Item{State: message.Queued, Held: true, BatchName: "a.csv"}, "a.csv is paused. This message leaves when the batch goes on."},
		{message.Item{State: message.Queued, Behind: 3}, "An earlier message to the same recipients has to leave first, so that the order stays."},
		{message.Item{State: message.Queued, Failure: because(fault.Unreachable, "no-host", "")}, "The server’s name is not known. Foyer tries again by itself, for 24 hours."},
		{message.Item{State: message.Sending}, "It is on its way to Chat&Messenger."},
		{message.Item{State: message.Sent}, "Chat&Messenger accepted it."},
		{message.Item{State: message.Unknown, Failure: because(fault.UnknownOutcome, "outbox-crashed", "")}, "Foyer ended while it was sending the message. Foyer never sends such a message a second time by itself."},
		{message.Item{State: message.Unknown}, "No answer came after the message had left. Foyer never sends such a message a second time by itself."},
		{message.Item{State: message.Failed, Failure: because(fault.Refused, "refused", "No such\nuser")}, "Chat&Messenger refused it: No such user"},
		{message.Item{State: message.Failed, Failure: because(fault.Unreachable, "outbox-expired", "")}, "Not delivered within 24 hours. It did not arrive."},
		{message.Item{State: message.Failed, Failure: because(fault.Faulty, "", "")}, "The server answered with a fault. It did not arrive."},
	} {
		expect(t, string(c.item.State), o.page.Explanation(c.item), c.want)
	}
	o.page.SetService(agent.ServiceState{Health: agent.Unreachable, Title: "Berlin office"})
	expect(t, "while the service is away", o.page.Explanation(message.Item{State: message.Queued}), "It leaves when Chat&Messenger, Berlin office answers again.")
}

func TestTheHistoryHasWordsForEverythingThatHappens(t *testing.T) {
	o := open(t)
	lost := &message.Failure{Kind: fault.Unreachable, Code: "no-connection"}
	o.box.history[6] = []message.Event{{At: at(9, 0, 0).AddDate(0, 0, -3), State: message.Queued}, {State: message.Queued, Code: message.EventRetry, Failure: lost, At: at(9, 0, 1)}, {State: message.Queued, Code: message.EventReturned, At: at(9, 0, 2)},
		{State: message.Queued, Code: message.EventEdited, At: at(9, 0, 3)}, {State: message.Queued, Code: message.EventAgain, At: at(9, 0, 4)}, {State: message.Sent, Code: message.EventArrived, At: at(9, 0, 5)},
		{State: message.Failed, Failure: refusal, At: at(9, 0, 6)}, {State: message.Failed, Code: message.EventDiscarded, At: at(9, 0, 7)}, {State: message.Failed, Code: message.EventRestored, At: at(9, 0, 8)}}
	o.pick(6)
	same(t, "the history", []string{"Friday 09:00 queued", "09:00:01 no connection to the server, to be tried again", "09:00:02 given back before it left", "09:00:03 edited", "09:00:04 queued again, to be sent once more",
		"09:00:05 you said that it arrived", "09:00:06 No such user", "09:00:07 discarded", "09:00:08 put back on the list"}, o.page.History())
}

func TestWhatTheServerSaidIsOneClickAway(t *testing.T) {
	o := open(t)
	o.pick(4) // the server said nothing
	if slices.Contains(o.page.PanelButtons(), "What the server said") {
		t.Error("the panel offers words of a server that said nothing")
	}
	o.pick(6)
	o.press("What the server said")
	if !slices.Contains(o.page.PanelButtons(), "Hide what the server said") {
		t.Errorf("the panel has %q", o.page.PanelButtons())
	}
	o.press("Hide what the server said")
	same(t, "the buttons", []string{"Edit", "Retry", "What the server said"}, o.page.PanelButtons())
}

func TestTheFocusStaysOnAButtonWhileTheOutboxChanges(t *testing.T) {
	o := open(t)
	o.pick(4)
	button := o.page.PanelButton(1)
	o.window.Canvas().Focus(button)
	o.box.set(1, func(i *message.Item) { i.State, i.Ended = message.Sent, monday })
	o.page.Load()
	o.settle()
	if o.window.Canvas().Focused() != fyne.Focusable(button) {
		t.Errorf("the focus went to %T", o.window.Canvas().Focused())
	}
	button.Tapped(nil)
	o.settle() // the button is gone with the question it asked
	if o.window.Canvas().Focused() != fyne.Focusable(o.page.List()) {
		t.Errorf("the focus went to %T", o.window.Canvas().Focused())
	}
}

func TestTheFocusStaysOnTheBannerWhileItCounts(t *testing.T) {
	o := open(t)
	away(o)
	try := o.page.BannerButtons()[0]
	o.window.Canvas().Focus(try)
	o.pass(time.Second)
	o.page.Load()
	o.settle()
	if got := o.page.BannerButtons()[0]; got != try || o.window.Canvas().Focused() != fyne.Focusable(try) {
		t.Errorf("the focus is on %T", o.window.Canvas().Focused())
	}
	try.Tapped(nil)
	o.settle()
	same(t, "delivered", [][]int64{nil}, o.desk.delivered)
}

func TestTheWordsOfAServerThatRefusesAreShownAndCopied(t *testing.T) {
	o := open(t)
	refused(o)
	var words []string
	for _, b := range o.page.BannerButtons() {
		words = append(words, b.Words())
	}
	same(t, "the buttons", []string{"What the server said", "Settings…"}, words)
	o.page.BannerButtons()[0].Tapped(nil)
	if len(o.window.Canvas().Overlays().List()) != 1 {
		t.Fatal("nothing is shown")
	}
	o.page.BannerButtons()[1].Tapped(nil)
	same(t, "what was opened", []string{"connect"}, o.opened)
}
