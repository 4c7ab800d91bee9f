package outbox_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
	"foyer/services/message"
)

func TestAChangedMessageIsStoredAndAFailedOneGoesAgain(t *testing.T) {
	o := open(t)
	s := o.page.NewSheet(o.box.get(6))
	expect(t, "the problem", s.Problem(), "j.modelo@example is no e-mail address.")
	if !s.OK().Disabled() {
		t.Error("a message to nobody can be saved")
	}
	s.Remove(0)
	expect(t, "the problem", s.Problem(), "There is nobody to send it to.")
	s.AddPeople("Juan Modelo <j.modelo@example.com>; barbara@example.com, BARBARA@example.com")
	same(t, "the chips", []string{"Juan Modelo", "barbara@example.com"}, s.Chips())
	s.Type("Number 16.")
	s.Envelope()
	s.Save()
	o.settle()
	want := message.Message{To: []string{"j.modelo@example.com", "barbara@example.com"}, Text: "Number 16.", Envelope: true}
	same(t, "the message", want, o.box.get(6).Message)
	o.state(6, message.Queued)
	same(t, "delivered", [][]int64{{6}}, o.desk.delivered)
}

func TestAMessageToAChatRoomIsChanged(t *testing.T) {
	o := open(t)
	s := o.page.NewSheet(o.box.get(7))
	s.TypeRoom(" ")
	expect(t, "the problem", s.Problem(), "The name of the chat room is missing.")
	s.TypeRoom("messenger")
	if !s.OK().Disabled() {
		t.Error("the reserved name can be saved")
	}
	s.TypeRoom("Marketing")
	s.TypePeople("chen.wei@example.com") // still in the field when it is saved
	s.Save()
	o.settle()
	same(t, "the message", message.Message{Room: "Marketing", Mentions: []string{"chen.wei@example.com"}, Text: "New drafts are in the space."}, o.box.get(7).Message)
}

func TestSomebodyInTheSheetCanBeCorrected(t *testing.T) {
	o := open(t)
	s := o.page.NewSheet(o.box.get(6))
	s.Change(0)
	expect(t, "the field", s.Typed(), "j.modelo@example")
	same(t, "the chips", 0, len(s.Chips()))
}

func TestWhatHasLeftIsNotChanged(t *testing.T) {
	o := open(t)
	s := o.page.NewSheet(o.box.get(3))
	o.box.set(3, func(i *message.Item) { i.State = message.Sending })
	s.Type("Too late.")
	s.Save()
	o.settle()
	expect(t, "the toast", o.page.Toast().Words()[:21], "Nothing was changed. ")
	expect(t, "the text", o.box.get(3).Text, "Window cleaning starts at 13:00")
}

func TestTheExportIsATableThatNoSpreadsheetTakesForFormulas(t *testing.T) {
	o := open(t)
	o.box.set(4, func(i *message.Item) { i.Text = "=1+1\nsecond line" })
	o.page.Filter(message.Unknown)
	o.settle()
	o.page.ExportTo("/tmp/outbox.csv")
	o.settle()
	text := o.desk.files["/tmp/outbox.csv"]
	if !strings.HasPrefix(text, "\uFEFF") {
		t.Error("Excel would read it as Windows-1252")
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\uFEFF"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"state", "to", "room", "mentions", "message", "envelope", "queued", "ended", "tries", "error", "batch", "row"},
		{"unknown", "anna.probe@example.com", "", "", "'=1+1\nsecond line", "", "2026-11-23T10:42:05Z", "2026-11-23T10:42:06Z", "1", "connection lost while waiting for the answer", "parking-week-49.csv", "303"},
		{"unknown", "chen.wei@example.com;laura.beispiel@example.com;maurice@example.fr", "", "", "The agency call has moved to Lagoon, 11:15, the link stays the same", "", "", "2026-11-23T10:31:00Z", "0", "connection lost while waiting for the answer", "", ""},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("the table (-want +got):\n%s", diff)
	}
	expect(t, "the toast", o.page.Toast().Words(), "2 messages exported to /tmp/outbox.csv")
	o.desk.fail = &fault.Error{Op: "writing", Code: "disk-full"}
	o.page.ExportTo("/tmp/outbox.csv")
	o.settle()
	expect(t, "the toast", o.page.Toast().Words(), "Nothing was exported. The disk is full.")
}
