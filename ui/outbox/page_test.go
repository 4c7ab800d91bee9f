package outbox_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
	"foyer/ui/outbox"
	"foyer/ui/style"
)

func expect(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %q, want %q", what, got, want)
	}
}

func same[T any](t *testing.T, what string, want, got T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// follow does what a row's link says.
func (o *office) follow(id int64, word string) {
	o.t.Helper()
	if !o.page.Follow(id, word) {
		o.t.Fatalf("row %d has no %q", id, word)
	}
	o.settle()
}

func (o *office) pick(ids ...int64) {
	o.t.Helper()
	o.page.Pick(ids...)
	o.settle()
}

// press presses a button of the panel.
func (o *office) press(word string) {
	o.t.Helper()
	if !o.page.Press(word) {
		o.t.Fatalf("the panel has no %q but %q", word, o.page.PanelButtons())
	}
	o.settle()
}

// state checks in which state a message is.
func (o *office) state(id int64, want message.State) {
	o.t.Helper()
	if got := o.box.get(id).State; got != want {
		o.t.Errorf("message %d is %s, want %s", id, got, want)
	}
}

func TestEachStateSaysToWhomWhatAndTheNextStep(t *testing.T) {
	o := open(t)
	want := []outbox.Row{
		{Word: "queued", Title: "Ludwig Muster", Second: "The works council minutes are in the space, page 2 is the one that matters.", Trailing: "next try in 40 s", Links: []string{"Try now", "Edit"}},
		{Word: "sending", Title: "chat room Facilities", Second: "@Anna Probe the lift is working again, the technician has just left and will come back on Friday", Trailing: "2 s"},
		{Word: "queued", Title: "chat room Facilities", Second: "Window cleaning starts at 13:00", Trailing: "after the one above", Links: []string{"Edit", "Discard"}},
		{Word: "unknown", Title: "Anna Probe", Second: "Your parking space for the week of 30 Nov is number 14, level −1.", Trailing: "10:42", Links: []string{"It arrived", "Send again"}},
		{Word: "unknown", Title: "Chen Wei and 2 more", Second: "The agency call has moved to Lagoon, 11:15, the link stays the same", Trailing: "10:31", Links: []string{"It arrived", "Send again"}},
		{Word: "failed", Title: "j.modelo@example", Second: "No such user", Trailing: "10:42", Links: []string{"Edit", "Retry"}},
		{Word: "failed", Title: "chat room Marketting", Second: "No chat room of that name", Trailing: "10:25", Links: []string{"Edit", "Retry"}},
		{Word: "sent", Title: "Barbara Example and 3 more", Second: "Parcel at reception", Trailing: "10:21", Links: []string{"Copy"}},
		{Word: "sent", Title: "佐藤 花子", Second: "会議室 4 に変更しました", Trailing: "09:58", Links: []string{"Copy"}},
		{Word: "sent", Title: "chat room Facilities", Second: "Good morning, the heating in Granite is being repaired until noon, so take a coat.", Trailing: "09:12", Links: []string{"Copy"}},
		{Word: "sent", Title: "Maurice Exemple", Second: "Thank you, the badge is ready", Trailing: "09:05", Links: []string{"Copy"}},
	}
	same(t, "the rows", want, o.page.Rows())
	same(t, "the filters", []string{"All 11 *", "Waiting 2", "Sending 1", "Unknown 2", "Failed 2", "Sent 4"}, o.page.Chips())
	same(t, "the counts told", message.Counts{Queued: 2, Sending: 1, Unknown: 2, Failed: 2, Sent: 4}, o.counted)
	same(t, "the banners", nil, o.page.Banners())
}

func TestAQueuedMessageSaysWhatItWaitsFor(t *testing.T) {
	o := open(t)
	for _, c := range []struct {
		what string
		item message.Item
		want string
	}{
		{"nothing", message.Item{Queued: at(10, 40, 0)}, "10:40"},
		{"half a minute", message.Item{Next: at(10, 42, 39)}, "next try in 29 s"},
		{"some minutes", message.Item{Next: at(10, 47, 0)}, "next try in 5 min"},
		{"hours", message.Item{Next: at(14, 20, 0)}, "next try at 14:20"},
		{"another message elsewhere", message.Item{ID: 1, Behind: 9}, "after an earlier one"},
		{"a paused batch", message.Item{Held: true, Behind: 9, Next: at(14, 20, 0)}, "paused"},
		{"its time, which has come", message.Item{Next: at(10, 42, 0), Queued: at(9, 1, 0)}, "09:01"},
	} {
		c.item.State = message.Queued
		expect(t, c.what, o.page.In(c.item), c.want)
	}
	expect(t, "a long try", o.page.In(message.Item{State: message.Sending, Began: at(10, 37, 0)}), "5 min")
	expect(t, "sent yesterday", o.page.In(message.Item{State: message.Sent, Ended: at(10, 37, 0).AddDate(0, 0, -1)}), "Sunday")
}

func TestTheTimesGoOnByTheSecondWhileSomebodyLooks(t *testing.T) {
	o := open(t)
	o.pick(1)
	o.pass(time.Second)
	o.pass(time.Second)
	rows := o.page.Rows()
	expect(t, "the wait", rows[0].Trailing, "next try in 38 s")
	expect(t, "the panel", o.page.Standing(), "queued, next try in 38 s")
	expect(t, "the sending", rows[1].Trailing, "4 s")
	o.shell.Show("links")
	o.pass(time.Second)
	if n := o.waiting(time.Second); n != 0 {
		t.Errorf("%d timers run while nobody looks", n)
	}
	o.shell.Show("outbox")
	if n := o.waiting(time.Second); n != 1 {
		t.Errorf("%d timers run while somebody looks", n)
	}
	o.page.Leave()
	if n := o.waiting(time.Second); n != 0 {
		t.Errorf("%d timers run after the window was closed", n)
	}
}

// waiting counts the timers of a length that run.
func (o *office) waiting(d time.Duration) (n int) {
	for _, t := range o.timers {
		if t.f != nil && t.d == d {
			n++
		}
	}
	return n
}

func TestNothingTicksWhenNothingHurries(t *testing.T) {
	o := open(t)
	o.page.Filter(message.Sent)
	o.settle()
	o.pass(time.Second)
	if n := o.waiting(time.Second); n != 0 {
		t.Errorf("%d timers run over what was sent", n)
	}
}

func TestTheFilterShowsOneStateAndOffersWhatAllOfItCanDo(t *testing.T) {
	o := open(t)
	for state, want := range map[message.State][]string{
		message.Queued: {"Try all now", "Discard all"}, message.Failed: {"Retry all", "Discard all"}, message.Sent: {"Discard all"},
		message.Unknown: nil, message.Sending: nil, "": nil,
	} {
		o.page.Filter(state)
		o.settle()
		if n, all := len(o.page.Rows()), o.counted; n != all.Of(state) {
			t.Errorf("%s: %d rows", state, n)
		}
		same(t, "what can be done with all that is "+string(state), want, o.page.FilterActions())
	}
}

func TestAllFailedOnesAreRetriedAndNothingElse(t *testing.T) {
	o := open(t)
	o.page.Filter(message.Failed)
	o.settle()
	o.page.DoFilterAction(0)
	o.settle()
	o.state(6, message.Queued)
	o.state(7, message.Queued)
	o.state(4, message.Unknown)
	expect(t, "the toast", o.page.Toast().Words(), "2 messages are queued again.")
	same(t, "delivered", [][]int64{{6, 7}}, o.desk.delivered)
	if !o.page.Nothing() {
		t.Error("nothing failed any more, and nothing says so")
	}
}

func TestWordsAreLookedForInAllStates(t *testing.T) {
	o := open(t)
	o.page.OpenSearch()
	if o.window.Canvas().Focused() != o.page.SearchField() {
		t.Error("the search has no focus")
	}
	o.page.SearchFor("parking 14")
	o.settle()
	same(t, "the filters", []string{"All 1 *", "Waiting 0", "Sending 0", "Unknown 1", "Failed 0", "Sent 0"}, o.page.Chips())
	same(t, "the counts told", 11, o.counted.Of(""))
	o.page.SearchFor("xyz")
	o.settle()
	if !o.page.Nothing() || len(o.page.Rows()) != 0 {
		t.Error("it does not say that nothing matches")
	}
	o.page.SearchField().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	o.settle()
	if o.page.SearchShows() || len(o.page.Rows()) != 11 {
		t.Errorf("after Escape there are %d rows", len(o.page.Rows()))
	}
}

func TestAMessageCanBeShownWhateverTheFilterIs(t *testing.T) {
	o := open(t)
	o.page.Filter(message.Failed)
	o.settle()
	o.page.ShowMessage(4)
	o.settle()
	expect(t, "the panel", o.page.PanelTitle(), "To Anna Probe")
	same(t, "the choice", []int64{4}, o.page.Chosen())
	o.page.ShowState(message.Unknown)
	o.settle()
	if n := len(o.page.Rows()); n != 2 {
		t.Errorf("%d unknown ones", n)
	}
}

func TestTheServiceThatIsAwayIsSaidWithTheNextTry(t *testing.T) {
	o := open(t)
	away(o)
	same(t, "the banner", []string{"Chat&Messenger, Berlin office cannot be reached since 10:31; next try in 40 s."}, o.page.Banners())
	o.pass(time.Second)
	same(t, "a second later", []string{"Chat&Messenger, Berlin office cannot be reached since 10:31; next try in 39 s."}, o.page.Banners())
	o.page.TryNow()
	o.settle()
	same(t, "delivered", [][]int64{nil}, o.desk.delivered)
	for what, c := range map[string]struct {
		state agent.ServiceState
		want  []string
	}{
		"refused":   {agent.ServiceState{Health: agent.Refused, Since: at(10, 31, 0), Failure: &message.Failure{Kind: fault.Refused, Code: "token-refused", Words: "invalid token"}}, []string{"Chat&Messenger refuses Foyer since 10:31. The token was refused. What waits leaves once that is mended; what failed can be sent again then."}},
		"faulty":    {agent.ServiceState{Health: agent.Faulty, Since: at(10, 31, 0), Demo: true}, []string{"The demo office answers with faults since 10:31."}},
		"unset":     {agent.ServiceState{Health: agent.Unset}, []string{"Chat&Messenger is not connected; 2 messages wait."}},
		"connected": {agent.ServiceState{Health: agent.Connected}, nil},
		"untried":   {agent.ServiceState{Health: agent.Untried}, nil},
	} {
		o.page.SetService(c.state)
		same(t, what, c.want, o.page.Banners())
	}
}

func TestAPausedBatchSaysSoAndGoesOn(t *testing.T) {
	o := open(t)
	hold(o)
	same(t, "the banner", []string{"parking-week-49.csv is paused; 171 messages wait."}, o.page.Banners())
	expect(t, "the row", o.page.Rows()[0].Trailing, "paused")
	o.follow(1, "Resume")
	same(t, "the banner", nil, o.page.Banners())
	if o.box.get(1).Held || o.desk.changes != 1 {
		t.Errorf("held %v, told %d times", o.box.get(1).Held, o.desk.changes)
	}
}

func TestAnEmptyOutboxSaysWhatItIsForAndHowToBegin(t *testing.T) {
	o := open(t)
	blank(o)
	same(t, "the buttons", []string{"Connect Chat&Messenger…", "Try the demo office"}, o.page.FirstUse().Words())
	if f := o.window.Canvas().Focused(); f == nil || !o.page.FirstUse().Visible() {
		t.Errorf("the focus is on %T", f)
	}
	o.page.Primary()
	o.page.SetService(agent.ServiceState{Health: agent.Connected})
	same(t, "the buttons with a service", []string{"Write a message…"}, o.page.FirstUse().Words())
	o.page.Primary()
	same(t, "what was opened", []string{"connect", "write"}, o.opened)
	o.box.items = furnish().items
	o.page.Load()
	o.settle()
	if o.page.FirstUse().Visible() || len(o.page.Rows()) != 11 {
		t.Error("the first message does not take its place")
	}
	o.page.Primary() // nothing is filled here
	if len(o.opened) != 2 {
		t.Errorf("opened %v", o.opened)
	}
}

func TestAnOutboxThatCannotBeReadSaysSoAndKeepsWhatWasRead(t *testing.T) {
	o := open(t)
	o.box.fail = &fault.Error{Op: "reading", Kind: fault.Other, Code: "disk-failed"}
	o.page.Load()
	o.settle()
	same(t, "the banner", []string{"The outbox cannot be read. The disk failed while reading or writing."}, o.page.Banners())
	if len(o.page.Rows()) != 11 {
		t.Errorf("%d rows are left", len(o.page.Rows()))
	}
	o.box.fail = nil
	o.page.Load()
	o.settle()
	same(t, "the banner", nil, o.page.Banners())
}

func TestEscapeClosesWhatIsOpen(t *testing.T) {
	o := open(t)
	o.page.OpenSearch()
	o.pick(4)
	if !o.page.Escape() || o.page.PanelTitle() != "" || len(o.page.Chosen()) != 0 {
		t.Error("the panel stays")
	}
	if !o.page.Escape() || o.page.SearchShows() {
		t.Error("the search stays")
	}
	o.settle()
	o.page.Export()
	if !o.page.Escape() || len(o.window.Canvas().Overlays().List()) != 0 {
		t.Error("the file dialog stays")
	}
	if o.page.Escape() {
		t.Error("nothing is open, and something was closed")
	}
}

func TestEveryPageWorksAtEverySizeWithoutCuttingItsButtons(t *testing.T) {
	for _, c := range []struct {
		text int
		w, h float32
	}{{100, 1000, 700}, {200, 1000, 700}, {100, 720, 520}, {200, 720, 520}, {100, 640, 420}} {
		o := newOffice(t, style.Light, c.text, fyne.NewSize(c.w, c.h))
		o.pick(4)
		for i, b := range []int{0, 1} {
			button := o.page.PanelButton(b)
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(button)
			if at.X < 0 || at.X+button.Size().Width > c.w+0.5 || button.Size().Width < button.MinSize().Width-0.5 {
				t.Errorf("%d %% at %v×%v: button %d stands at %v, %v wide", c.text, c.w, c.h, i, at.X, button.Size().Width)
			}
		}
	}
}

func TestTheSearchBoxOfTheWindowOffersWhatTheOutboxNeeds(t *testing.T) {
	o := open(t)
	var words []string
	for _, a := range o.page.Actions() {
		words = append(words, a.Title)
	}
	same(t, "the actions", []string{"Retry 2 failed ones", "Show what failed", "Show what may not have arrived", "Try all now"}, words)
	o.page.Actions()[0].Open()
	o.settle()
	o.state(6, message.Queued)
}

func TestTheKeysOfThePage(t *testing.T) {
	o := open(t)
	keys := map[fyne.KeyName]func(){}
	for _, k := range o.page.Keys() {
		keys[k.Name] = k.Do
	}
	o.pick(6)
	keys[fyne.KeyE]()
	if len(o.window.Canvas().Overlays().List()) != 1 {
		t.Error("Ctrl+E opens no sheet")
	}
	o.window.Canvas().Overlays().Remove(o.window.Canvas().Overlays().Top())
	keys[fyne.KeyR]()
	o.settle()
	o.state(6, message.Queued)
	o.pick(4)
	keys[fyne.KeyR]() // unknown: that wants a decision
	o.settle()
	o.state(4, message.Unknown)
	keys[fyne.KeyF]()
	if !o.page.SearchShows() {
		t.Error("Ctrl+F opens no search")
	}
	copied := o.page.Copy()
	o.settle()
	if !copied || o.desk.clip.Text != o.box.get(4).Text {
		t.Errorf("Ctrl+C copied %q", o.desk.clip.Text)
	}
}

func TestTheListTakesItsKeys(t *testing.T) {
	o := open(t)
	o.pick(4)
	list := o.page.List()
	list.Focus()
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if o.window.Canvas().Focused() != fyne.Focusable(o.page.PanelButton(0)) {
		t.Errorf("Enter went to %T", o.window.Canvas().Focused())
	}
	list.Focus()
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	o.settle()
	expect(t, "the toast", o.page.Toast().Words(), "The message is discarded.")
	same(t, "the next one is chosen", []int64{5}, o.page.Chosen())
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if o.page.PanelTitle() != "" {
		t.Error("Escape leaves the panel open")
	}
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF2}) // nothing is chosen
	if len(o.window.Canvas().Overlays().List()) != 0 {
		t.Error("F2 opens a sheet of nothing")
	}
}
