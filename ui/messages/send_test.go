package messages_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"foyer/services/fault"
	"foyer/services/message"
)

// write writes a message that can be sent.
func write(o *office) {
	o.page.WriteTo("barbara@example.com", "chen.wei@example.com")
	o.settle()
	o.page.TypeText("The lift is out of order.\n")
}

func TestAMessageIsQueuedAsWrittenAndThePageIsReadyForTheNext(t *testing.T) {
	o := open(t)
	write(o)
	o.page.Envelope()
	o.page.Primary()
	same(t, "the chips", o.page.Recipients(), nil)
	expect(t, "the text", o.page.Message(), "")
	o.settle()
	same(t, "the message", o.box.last(), message.Message{To: []string{"barbara@example.com", "chen.wei@example.com"}, Text: "The lift is out of order.", Envelope: true})
	expect(t, "the toast", o.page.Toast().Words(), "Queued for 2 people")
	if o.desk.changes != 1 {
		t.Errorf("the agent was told %d times", o.desk.changes)
	}
	if o.window.Canvas().Focused() != o.page.To() {
		t.Error("the focus is not where the next message begins")
	}
}

func TestSomebodyHalfTypedIsReadBeforeSending(t *testing.T) {
	o := open(t)
	o.page.TypeText("Hello")
	o.typeTo("barbara@example.com")
	o.page.Primary()
	o.settle()
	same(t, "the receivers", o.box.last().To, []string{"barbara@example.com"})
}

func TestAMessageThatCannotBeQueuedComesBack(t *testing.T) {
	o := open(t)
	write(o)
	o.box.fail = &fault.Error{Op: "queueing", Kind: fault.Other, Code: "disk-full"}
	o.page.Primary()
	o.settle()
	expect(t, "the text", o.page.Message(), "The lift is out of order.")
	same(t, "the chips", o.page.Recipients(), []string{"Barbara Example", "Chen Wei"})
	expect(t, "the toast", o.page.Toast().Words(), "The message is not queued. The disk is full.")
}

func TestAMessageThatCannotBeQueuedLeavesTheNextOneAlone(t *testing.T) {
	o := open(t)
	write(o)
	o.box.fail = &fault.Error{Op: "queueing", Kind: fault.Other, Code: "disk-full"}
	o.page.Primary()
	o.page.TypeText("the next one")
	o.settle()
	expect(t, "the text", o.page.Message(), "the next one")
	o.page.Undo()
	expect(t, "the text brought back", o.page.Message(), "The lift is out of order.")
	o.page.Undo()
	expect(t, "the text set aside", o.page.Message(), "the next one")
}

func TestUndoTakesAMessageBackWhileItIsQueued(t *testing.T) {
	o := open(t)
	write(o)
	o.page.Primary()
	o.settle()
	if !o.page.Undo() {
		t.Fatal("nothing to undo")
	}
	o.settle()
	for _, text := range o.box.texts() {
		if strings.Contains(text, "lift") {
			t.Error("the message is still in the outbox")
		}
	}
	expect(t, "the text", o.page.Message(), "The lift is out of order.")
	same(t, "the chips", o.page.Recipients(), []string{"Barbara Example", "Chen Wei"})
}

func TestUndoSaysWhenItIsTooLate(t *testing.T) {
	for name, leave := range map[string]func(*office){
		"it was sent":                  func(o *office) { o.box.become("The lift is out of order.", message.Sent, nil) },
		"it is being sent":             func(o *office) { o.box.become("The lift is out of order.", message.Sending, nil) },
		"it leaves in the same moment": func(o *office) { o.box.leaves = true },
	} {
		t.Run(name, func(t *testing.T) {
			o := open(t)
			write(o)
			o.page.Primary()
			o.settle()
			leave(o)
			o.page.Undo()
			o.settle()
			expect(t, "the toast", o.page.Toast().Words(), "Too late: the message has left.")
			expect(t, "the text", o.page.Message(), "")
			if last := o.box.last(); last.Text != "The lift is out of order." {
				t.Errorf("the message that left is not on the list: %q", o.box.texts())
			}
		})
	}
}

func TestTheToastSaysWhatBecameOfTheMessage(t *testing.T) {
	for _, c := range []struct {
		state   message.State
		failure *message.Failure
		want    string
	}{
		{message.Sent, nil, "Sent to 2 people"},
		{message.Failed, &message.Failure{Kind: fault.Refused, Words: "No such user"}, "Not delivered to 2 people. No such user"},
		{message.Unknown, &message.Failure{Kind: fault.UnknownOutcome}, "Nobody knows whether the message reached 2 people. Nobody knows whether it worked."},
	} {
		t.Run(string(c.state), func(t *testing.T) {
			o := open(t)
			write(o)
			o.page.Primary()
			o.settle()
			o.box.become("The lift is out of order.", c.state, c.failure)
			o.page.Load()
			o.settle()
			expect(t, "the toast", o.page.Toast().Words(), c.want)
			if c.failure == nil {
				return
			}
			o.page.Undo() // the toast's offer: look
			if o.looked != 4 {
				t.Errorf("message %d is shown in the outbox, want 4", o.looked)
			}
		})
	}
}

func TestWhatWasTypedStaysWhenTabsAndPagesChange(t *testing.T) {
	o := open(t)
	write(o)
	o.typeTo("half a na")
	o.page.Open(1)
	o.typeInto(o.page.Room(), "Reception desk")
	o.page.TypeText("to the room")
	o.page.Open(3)
	o.typeInto(o.page.CallWords().Input(), "in 3 h")
	o.shell.Show("links")
	o.page.Leave()
	o.shell.Show("messages")
	expect(t, "the time", o.page.CallWords().Text(), "in 3 h")
	o.page.Open(1)
	expect(t, "the room", o.page.RoomName(), "Reception desk")
	expect(t, "the text for the room", o.page.Message(), "to the room")
	o.page.Open(0)
	expect(t, "the text", o.page.Message(), "The lift is out of order.\n")
	same(t, "the chips", o.page.Recipients(), []string{"Barbara Example", "Chen Wei"})
}

func TestAnotherPagesMessageSetsTheOneAtHandAside(t *testing.T) {
	o := open(t)
	write(o)
	o.page.Compose(message.Message{To: []string{"juan.modelo@example.es"}, Text: "About the outbox"})
	o.settle()
	expect(t, "the text", o.page.Message(), "About the outbox")
	same(t, "the chips", o.page.Recipients(), []string{"Juan Modelo"})
	expect(t, "the toast", o.page.Toast().Words(), "What you were writing is set aside.")
	o.page.Undo()
	expect(t, "the text brought back", o.page.Message(), "The lift is out of order.")
}

func TestPeopleOfAnotherPageJoinTheMessageAtHand(t *testing.T) {
	o := open(t)
	write(o)
	o.page.Open(2)
	o.page.WriteTo("juan.modelo@example.es")
	o.settle()
	same(t, "the chips", o.page.Recipients(), []string{"Barbara Example", "Chen Wei", "juan.modelo@example.es"})
	expect(t, "the text", o.page.Message(), "The lift is out of order.\n")
}

func TestWhatIsPastedBesideTheFieldsAreRecipients(t *testing.T) {
	o := open(t)
	o.page.Take("Ludwig Muster <ludwig.muster@example.com>, reception@example.com", "")
	o.settle()
	same(t, "the chips", o.page.Recipients(), []string{"Ludwig Muster", "Reception desk"})
	o.page.Take("Soup is ready", "")
	same(t, "the chips", o.page.Recipients(), []string{"Ludwig Muster", "Reception desk"})
	expect(t, "the text", o.page.Message(), "Soup is ready")
}

func TestATapOnATabLeadsToWhereTypingBegins(t *testing.T) {
	o := open(t)
	o.page.TapTab(1)
	if o.window.Canvas().Focused() != o.page.Room() {
		t.Error("the focus is not in the name of the room")
	}
	o.window.Canvas().Focus(o.page.Tabs())
	o.key(fyne.KeyLeft)
	if o.window.Canvas().Focused() != o.page.Tabs() {
		t.Error("the arrows lose the tabs")
	}
}
