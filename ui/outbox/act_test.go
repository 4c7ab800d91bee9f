package outbox_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
)

func TestTheNextStepInARowIsDone(t *testing.T) {
	for _, c := range []struct {
		id        int64
		link      string
		state     message.State
		toast     string
		delivered [][]int64
	}{
		{1, "Try now", message.Queued, "", [][]int64{{1}}},
		{4, "It arrived", message.Sent, "The message counts as sent.", nil},
		{5, "Send again", message.Queued, "", [][]int64{{5}}},
		{6, "Retry", message.Queued, "", [][]int64{{6}}},
	} {
		t.Run(c.link, func(t *testing.T) {
			o := open(t)
			o.follow(c.id, c.link)
			o.state(c.id, c.state)
			expect(t, "the toast", o.page.Toast().Words(), c.toast)
			same(t, "delivered", c.delivered, o.desk.delivered)
			if o.desk.changes != 1 {
				t.Errorf("others were told %d times", o.desk.changes)
			}
		})
	}
}

func TestTryNowClearsTheWait(t *testing.T) {
	o := open(t)
	o.follow(1, "Try now")
	if next := o.box.get(1).Next; !next.IsZero() {
		t.Errorf("it still waits until %v", next)
	}
	same(t, "its links", []string{"Edit", "Discard"}, o.page.Rows()[0].Links)
}

func TestWithoutAnAgentARetriedMessageIsQueuedAllTheSame(t *testing.T) {
	o := open(t)
	o.desk.fail = agent.ErrNotRunning
	o.follow(6, "Retry")
	o.state(6, message.Queued)
	expect(t, "the toast", o.page.Toast().Words(), "")
}

func TestCopyingATextCopiesItWhole(t *testing.T) {
	o := open(t)
	o.follow(8, "Copy")
	same(t, "the clipboard", agent.Clip{Text: "Parcel at reception"}, o.desk.clip)
	o.pick(8, 9)
	o.press("Copy 2 texts")
	same(t, "the clipboard", agent.Clip{Text: "Parcel at reception\n\n会議室 4 に変更しました"}, o.desk.clip)
	o.desk.fail = &fault.Error{Op: "copying", Code: "no-display"}
	o.follow(8, "Copy")
	expect(t, "the toast", o.page.Toast().Words(), "Not copied. There is no display here, so there is no clipboard.")
}

func TestWhatIsDiscardedComesBackWithUndo(t *testing.T) {
	o := open(t)
	o.follow(3, "Discard")
	if len(o.page.Rows()) != 10 || o.page.PanelTitle() != "" {
		t.Errorf("%d rows, panel %q", len(o.page.Rows()), o.page.PanelTitle())
	}
	expect(t, "the toast", o.page.Toast().Words(), "The message is discarded.")
	if !o.page.Undo() {
		t.Fatal("nothing to undo")
	}
	o.settle()
	if len(o.page.Rows()) != 11 {
		t.Errorf("%d rows after undo", len(o.page.Rows()))
	}
	o.follow(3, "Discard")
	o.page.Toast().Dismiss()
	if !o.page.Undo() { // the toast is gone, Ctrl+Z is not
		t.Fatal("nothing to undo")
	}
	o.settle()
	if len(o.page.Rows()) != 11 || o.page.Undo() {
		t.Errorf("%d rows after undo", len(o.page.Rows()))
	}
}

func TestWhatChangedInTheMeantimeIsNotChangedAndSaidSo(t *testing.T) {
	o := open(t)
	o.box.set(4, func(i *message.Item) { i.State = message.Sent }) // somebody else said that it arrived
	o.follow(4, "It arrived")
	expect(t, "the toast", o.page.Toast().Words(), "Nothing was changed: it has been sent or changed in the meantime.")
	if o.desk.changes != 0 {
		t.Error("others were told of nothing")
	}
}

func TestAFailedChangeIsSaid(t *testing.T) {
	o := open(t)
	o.box.fail = &fault.Error{Op: "writing", Kind: fault.Other, Code: "disk-full"}
	o.follow(6, "Retry")
	expect(t, "the toast", o.page.Toast().Words(), "Nothing was changed. The disk is full.")
}

func TestOfSeveralEachActionIsForThoseItIsMeantFor(t *testing.T) {
	for _, c := range []struct {
		press string
		want  map[int64]message.State
	}{
		{"Retry 2 failed ones", map[int64]message.State{4: message.Unknown, 5: message.Unknown, 6: message.Queued, 7: message.Queued, 8: message.Sent}},
		{"Send 2 unknown ones again", map[int64]message.State{4: message.Queued, 5: message.Queued, 6: message.Failed, 7: message.Failed}},
		{"The 2 unknown ones arrived", map[int64]message.State{4: message.Sent, 5: message.Sent, 6: message.Failed}},
	} {
		t.Run(c.press, func(t *testing.T) {
			o := open(t)
			o.pick(4, 5, 6, 7, 8)
			expect(t, "the title", o.page.PanelTitle(), "5 messages chosen")
			o.press(c.press)
			for id, want := range c.want {
				o.state(id, want)
			}
		})
	}
}

func TestSeveralAreDiscardedAndComeBackTogether(t *testing.T) {
	o := open(t)
	o.pick(1, 2, 3, 4)
	same(t, "the menu", []string{"The unknown one arrived", "Send the unknown one again", "Try 2 queued ones now", "Copy 4 texts", "Discard 3 messages"}, o.page.Menu())
	o.page.DiscardChosen()
	o.settle()
	expect(t, "the toast", o.page.Toast().Words(), "3 messages are discarded.")
	same(t, "what is being sent stays", "sending", o.page.Rows()[0].Word)
	o.page.Undo()
	o.settle()
	if n := len(o.page.Rows()); n != 11 {
		t.Errorf("%d rows after undo", n)
	}
}

func TestAllAreCountedWithoutReadingThem(t *testing.T) {
	o := open(t)
	o.page.List().TypedShortcut(&fyne.ShortcutSelectAll{})
	read := o.box.read
	o.settle()
	same(t, "the menu", []string{"Retry 2 failed ones", "The 2 unknown ones arrived", "Send 2 unknown ones again", "Try 2 queued ones now", "Copy 11 texts", "Discard 10 messages"}, o.page.Menu())
	if o.box.read != read {
		t.Errorf("%d messages were read to count them", o.box.read-read)
	}
	o.page.TryChosen()
	o.settle()
	o.state(4, message.Unknown)
	o.state(6, message.Queued)
}
