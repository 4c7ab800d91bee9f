package messages_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"foyer/services/fault"
	"foyer/services/message"
)

func TestAMessageToARoomMentionsPeople(t *testing.T) {
	o := open(t)
	o.page.Open(1)
	o.typeInto(o.page.Room(), "Canteen")
	o.typeTo("barbara@example.com,")
	o.page.TypeText("Soup is ready")
	expect(t, "the button", o.page.SendWords(), "Send to Canteen")
	o.page.Primary()
	o.settle()
	same(t, "the message", o.box.last(), message.Message{Room: "Canteen", Mentions: []string{"barbara@example.com"}, Text: "Soup is ready"})
	expect(t, "the toast", o.page.Toast().Words(), "Queued for Canteen")
	same(t, "the panel", o.page.SideRows()[:2], []string{"Canteen", "Project Aurora"})
}

func TestARoomNeedsANameAndOneNameIsTaken(t *testing.T) {
	for typed, want := range map[string]string{
		"":          "Name the chat room to write to.",
		"messenger": "A chat room of this name cannot be written to: the service takes it for direct messages.",
		"Reception": "Waits in the outbox if the network is down.",
	} {
		o := open(t)
		o.page.Open(1)
		o.page.TypeText("Hello")
		o.typeInto(o.page.Room(), typed)
		expect(t, "the foot for "+typed, o.page.FootWords(), want)
	}
}

func TestRoomsAreSuggestedWhileTyping(t *testing.T) {
	o := open(t)
	o.page.Open(1)
	o.typeInto(o.page.Room(), "r")
	same(t, "the list", o.page.Suggested(), []string{"Project Aurora", "Reception", "Works council"})
	o.key(fyne.KeyDown, fyne.KeyReturn)
	expect(t, "the room", o.page.RoomName(), "Reception")
	same(t, "the list", o.page.Suggested(), nil)
	o.page.TapSide(2)
	expect(t, "the room", o.page.RoomName(), "Works council")
}

func TestARoomIsCreatedAndShownAsTheServiceReturnsIt(t *testing.T) {
	o := open(t)
	o.page.ManageRooms()
	expect(t, "the foot", o.page.FootWords(), "The chat room needs a name.")
	o.page.Primary()
	if len(o.services.rooms) != 0 {
		t.Fatal("a room without a name was created")
	}
	o.page.ManageName("Secret meeting")
	o.page.ManageMembers("11u1pu9d32p8vuvjoZdd, 1lmn7hoh3s1ja26fsazw\n11u1pu9d32p8vuvjoZdd")
	o.page.Primary()
	o.settle()
	same(t, "what the service got", o.services.rooms, []message.ChatRoom{{Name: "Secret meeting", Members: []message.Member{{UID: "11u1pu9d32p8vuvjoZdd"}, {UID: "1lmn7hoh3s1ja26fsazw"}}}})
	expect(t, "the ID", o.page.Managed().ID, "1564831284702237059")
	expect(t, "the toast", o.page.Toast().Words(), "Secret meeting is created.")
	o.page.Undo() // the toast's offer: write to it
	expect(t, "the room", o.page.RoomName(), "Secret meeting")
}

func TestMarksOfMembersAreKeptWhenARoomChanges(t *testing.T) {
	o := open(t)
	o.page.ManageRooms()
	same(t, "the rooms", o.page.ManageItems(), []string{"Create a chat room", "", "Works council"})
	o.page.Manage(*o.box.rooms[2].Room)
	o.page.ManageMembers("309d32p8vuvjo5euuuwx")
	o.page.Primary()
	o.settle()
	want := *o.box.rooms[0].Room
	want.Members = []message.Member{{UID: "11u1pu9d32p8vuvjoZdd", Flag: true}, {UID: "1lmn7hoh3s1ja26fsazw"}, {UID: "309d32p8vuvjo5euuuwx"}}
	same(t, "what the service got", o.services.rooms, []message.ChatRoom{want})
}

func TestARoomThatIsRefusedSaysWhyWhereItIs(t *testing.T) {
	o := open(t)
	o.services.fail = &fault.Error{Op: "saving", Kind: fault.Refused, Words: "adminUserId is unknown"}
	o.page.ManageRooms()
	o.page.ManageName("Secret meeting")
	o.page.Primary()
	o.settle()
	expect(t, "the banner", o.page.ManageTrouble(), "The room is not saved. It was refused.")
	expect(t, "the name", o.page.Managed().Name, "Secret meeting")
	if o.page.Escape(); o.page.SendWords() != "Send" {
		t.Error("Escape does not lead back to the message")
	}
	o.page.ManageRooms()
	expect(t, "the name after coming back", o.page.Managed().Name, "Secret meeting")
}
