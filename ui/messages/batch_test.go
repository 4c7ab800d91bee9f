package messages_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/storage"

	"foyer/services/fault"
	"foyer/services/message"
	"foyer/ui/style"
)

const three = "users,message,cost centre\nbarbara@example.com,Hello,7\nchen.wei@example.com;juan.modelo@example.es,Hi,8\nhanako.sato@example.com,Good day,9\n"

// sentRows lets the rows of a batch that have these numbers be sent.
func (b *box) sentRows(numbers ...int) {
	defer b.lock()()
	for i := range b.items {
		for _, n := range numbers {
			if b.items[i].Batch > 0 && b.items[i].Row == n {
				b.items[i].State, b.items[i].Ended = message.Sent, monday
			}
		}
	}
}

func TestEveryRowIsCheckedBeforeTheFirstIsSent(t *testing.T) {
	o := open(t)
	o.page.OpenText("list.csv", three)
	o.settle()
	expect(t, "the card", o.page.Card(), "list.csv: All 3 rows are ready to be sent.")
	same(t, "the table", o.page.Table(), []string{"1 | barbara@example.com | Hello | ready", "2 | chen.wei@example.com +1 | Hi | ready", "3 | hanako.sato@example.com | Good day | ready"})
	if len(o.box.texts()) != 3 {
		t.Fatalf("queued before anybody asked: %q", o.box.texts())
	}
	o.page.Primary()
	o.settle()
	same(t, "the outbox", o.box.texts()[3:], []string{"Hello", "Hi", "Good day"})
	same(t, "the filters", o.page.Chips(), []string{"All", "Waiting"})
	expect(t, "the progress", o.page.Left(), "0 of 3")
	if o.desk.changes == 0 {
		t.Error("the agent was not told")
	}
}

func TestARowThatIsWrongKeepsTheWholeBatchBack(t *testing.T) {
	o := open(t)
	o.page.OpenText("list.csv", strings.Replace(three, "chen.wei@example.com", "chen.wei@", 1)+"laura.beispiel@example.com,,1\n")
	o.settle()
	expect(t, "the card", o.page.Card(), "list.csv: 2 of 4 rows have to be corrected in the file. Nothing was sent.")
	same(t, "the table", o.page.Table()[:3], []string{"2 | chen.wei@ +1 | “chen.wei@” is no e-mail address. | to correct", "4 | laura.beispiel@example.com | There is no text. | to correct", "1 | barbara@example.com | Hello | ready"})
	same(t, "the filters", o.page.Chips(), []string{"All", "To correct", "Ready"})
	o.page.Filter("wrong")
	if got := o.page.Table(); len(got) != 2 {
		t.Errorf("the wrong rows are %q", got)
	}
	o.page.Primary()
	o.settle()
	if len(o.box.texts()) != 3 || o.page.FootWords() != "Correct the 2 rows in the file, and open it again." {
		t.Errorf("queued %q; the foot says %q", o.box.texts(), o.page.FootWords())
	}
	o.page.SaveWrong("wrong.csv")
	o.settle()
	saved := o.desk.files["wrong.csv"]
	for _, want := range []string{"cost centre", "chen.wei@", "is no e-mail address", "laura.beispiel@example.com", "There is no text.", ",8,2,"} {
		if !strings.Contains(saved, want) {
			t.Errorf("the saved rows lack %q:\n%s", want, saved)
		}
	}
	if strings.Contains(saved, "barbara") {
		t.Errorf("a good row was saved as wrong:\n%s", saved)
	}
}

func TestAFileThatIsNoBatchSaysWhyAndAtWhichLine(t *testing.T) {
	for text, want := range map[string]string{
		"name,phone\nBarbara,1\n":        "list.csv: This file cannot be sent: line 1. ",
		"":                               "list.csv: This file cannot be sent. ",
		"[{\"message\": \"x\"},\n  oops": "list.csv: This file cannot be sent: line 2. ",
	} {
		o := open(t)
		o.page.OpenText("list.csv", text)
		o.settle()
		if got := o.page.Card(); !strings.HasPrefix(got, want) {
			t.Errorf("of %q the card says %q, want %q", text, got, want)
		}
		o.page.Primary()
		same(t, "the buttons", o.page.CardActions(), []string{"Close", "Other file…"})
	}
}

func TestTheVendorsOwnFileIsABatch(t *testing.T) {
	o := open(t)
	o.page.OpenText("messages.json", `messages=[{"message":"hello 1","property":{"users":"user1@example.com,user2@example.com"}},{"sendTo":"test","message":"to a room"}]`)
	o.settle()
	same(t, "the table", o.page.Table(), []string{"1 | user1@example.com +1 | hello 1 | ready", "2 | test | to a room | ready"})
}

func TestRowsCanShareOneResultWhenSomebodyAsksForIt(t *testing.T) {
	o := open(t)
	o.page.OpenText("list.csv", three)
	o.settle()
	o.page.Bulk()
	o.page.Primary()
	o.settle()
	if !o.box.batches[0].Bulk || !strings.Contains(o.page.Card(), "In bulk: rows share results.") {
		t.Errorf("the batch is %+v, the card says %q", o.box.batches[0], o.page.Card())
	}
	same(t, "the further columns", o.box.batches[0].Columns, []string{"cost centre"})
}

func TestARunningBatchCountsAndReckons(t *testing.T) {
	o := open(t)
	o.page.OpenText("parking-week-49.csv", parking(480, 0))
	o.settle()
	o.page.Primary()
	o.settle()
	for i := range 30 {
		o.now = o.now.Add(time.Second)
		o.box.sentRows(4*i+1, 4*i+2, 4*i+3, 4*i+4)
		o.page.Load()
		o.settle()
	}
	expect(t, "the progress", o.page.Left(), "120 of 480, about 2 min left")
	expect(t, "the first row", o.page.Table()[0], "120 | hanako.sato@example.co.jp | Your parking space for the week of 30 Nov is number 219. Please keep it free on Thursday. | sent")
}

func TestABatchIsPausedResumedAndCancelled(t *testing.T) {
	o := open(t)
	o.page.OpenText("list.csv", three)
	o.settle()
	o.page.Primary()
	o.settle()
	o.box.sentRows(1)
	for _, step := range []struct{ tap, want string }{{"Pause", "Resume"}, {"Resume", "Pause"}} {
		if !o.page.TapCard(step.tap) {
			t.Fatalf("there is no %q", step.tap)
		}
		o.settle()
		same(t, "the buttons after "+step.tap, o.page.CardActions(), []string{"Cancel…", step.want})
	}
	o.page.TapCard("Cancel…")
	o.sheet().OK().Tapped(nil)
	o.settle()
	expect(t, "the card", o.page.Card(), "list.csv: 3 rows, all checked before the first was sent. Started 10:42. Cancelled: what had not left was not sent.")
	same(t, "the buttons", o.page.CardActions(), nil)
	expect(t, "the progress", o.page.Left(), "3 of 3")
}

func TestKeepSendingCancelsNothing(t *testing.T) {
	o := open(t)
	o.page.OpenText("list.csv", three)
	o.settle()
	o.page.Primary()
	o.settle()
	o.page.TapCard("Cancel…")
	o.sheet().Close()
	o.settle()
	if o.box.batches[0].Cancelled {
		t.Error("the batch is cancelled")
	}
}

func TestRowsWantADecisionWhereNobodyKnows(t *testing.T) {
	o := open(t)
	o.page.OpenText("list.csv", three)
	o.settle()
	o.page.Primary()
	o.settle()
	o.box.become("Hello", message.Unknown, &message.Failure{Kind: fault.UnknownOutcome})
	o.box.become("Hi", message.Failed, &message.Failure{Kind: fault.Refused, Words: "No such user"})
	o.page.Load()
	o.settle()
	same(t, "the table", o.page.Table(), []string{"2 | chen.wei@example.com +1 | No such user | failed", "1 | barbara@example.com | Nobody knows whether it worked. | unknown", "3 | hanako.sato@example.com | Good day | queued"})
	o.page.Filter("unknown")
	o.settle()
	o.page.ChooseRow(0)
	same(t, "the menu", o.page.RowMenu(), []string{"It arrived", "Send again", "Show in the outbox"})
	o.page.DoRow("It arrived")
	o.settle()
	o.page.Filter("failed")
	o.settle()
	o.page.ChooseRow(0)
	same(t, "the menu", o.page.RowMenu(), []string{"Send again", "Show in the outbox"})
	o.page.DoRow("Send again")
	o.settle()
	o.page.Filter("")
	o.settle()
	same(t, "the table", o.page.Table(), []string{"1 | barbara@example.com | Hello | sent", "2 | chen.wei@example.com +1 | Hi | queued", "3 | hanako.sato@example.com | Good day | queued"})
}

func TestABatchOnItsWayIsThereAgainAfterTheWindowWasClosed(t *testing.T) {
	o := open(t)
	o.page.OpenText("list.csv", three)
	o.settle()
	o.page.Primary()
	o.settle()
	o.box.sentRows(1)
	again := newOfficeWith(t, style.Light, 100, usual, o.box)
	again.page.Open(2)
	again.settle()
	expect(t, "the card", again.page.Card(), "list.csv: 3 rows, all checked before the first was sent. Started 10:42.")
	expect(t, "the progress", again.page.Left(), "1 of 3")
	expect(t, "the first row", again.page.Table()[0], "1 | barbara@example.com | Hello | sent")
}

func TestEarlierBatchesOpenAgain(t *testing.T) {
	o := open(t)
	o.page.OpenText("list.csv", three)
	o.settle()
	o.page.Primary()
	o.settle()
	o.box.finish()
	o.page.Load()
	o.settle()
	o.page.Escape()
	same(t, "the earlier batches", o.page.Earlier(), []string{"list.csv: 3 rows, 3 sent"})
	o.page.OpenEarlier(0)
	o.settle()
	expect(t, "the progress", o.page.Left(), "3 of 3")
	if len(o.page.Table()) != 3 {
		t.Errorf("the table is %q", o.page.Table())
	}
}

func TestABatchThatCannotBeQueuedStaysChecked(t *testing.T) {
	o := open(t)
	o.page.OpenText("list.csv", three)
	o.settle()
	o.box.fail = &fault.Error{Op: "queueing", Kind: fault.Other, Code: "disk-full"}
	o.page.Primary()
	o.settle()
	expect(t, "the toast", o.page.Toast().Words(), "Nothing of the batch is queued. The disk is full.")
	expect(t, "the card", o.page.Card(), "list.csv: All 3 rows are ready to be sent.")
}

func TestAFileThatChangedAfterItsCheckIsNotSent(t *testing.T) {
	o := open(t)
	path := filepath.Join(t.TempDir(), "list.csv")
	save := func(text string) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	save(three)
	o.page.Open(2)
	if !o.page.TakeFile(storage.NewFileURI(path)) {
		t.Fatal("the page has no use for a CSV file")
	}
	o.settle()
	save(strings.Replace(three, "chen.wei@example.com", "chen.wei", 1))
	o.page.Primary()
	o.settle()
	if got := o.page.Toast().Words(); !strings.HasPrefix(got, "The file has changed since it was checked, so nothing is queued.") {
		t.Errorf("the toast says %q", got)
	}
	if len(o.box.texts()) != 3 {
		t.Errorf("queued %q", o.box.texts())
	}
}

func TestADroppedListOfPeopleIsWrittenTo(t *testing.T) {
	o := open(t)
	path := filepath.Join(t.TempDir(), "people.csv")
	if err := os.WriteFile(path, []byte("name,email\nBarbara Example,barbara@example.com\nChen Wei,chen.wei@example.com\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	o.page.TakeFile(storage.NewFileURI(path))
	o.settle()
	got := o.page.Recipients()
	if len(got) < 2 {
		t.Errorf("the chips are %q", got)
	}
	batch := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(batch, []byte(three), 0o600); err != nil {
		t.Fatal(err)
	}
	o.page.TakeFile(storage.NewFileURI(batch))
	o.settle()
	expect(t, "the card", o.page.Card(), "list.csv: All 3 rows are ready to be sent.")
	if o.page.TakeFile(storage.NewFileURI("/picture.png")) {
		t.Error("the page takes a picture")
	}
}

func TestTheWindowLivesWhileALargeFileIsChecked(t *testing.T) {
	o := open(t)
	var b strings.Builder
	b.WriteString("users,message\n")
	for i := range 40_000 {
		fmt.Fprintf(&b, "user%d@example.com,%s\n", i, strings.Repeat("word ", 20))
	}
	o.page.OpenText("large.csv", b.String())
	if got := o.page.Card(); !strings.HasPrefix(got, "large.csv: Checking every row") {
		t.Fatalf("the card says %q", got)
	}
	(<-o.done)() // the first news of it come before the end
	if got := o.page.Card(); !strings.HasPrefix(got, "large.csv: Checking every row") || strings.Contains(got, ": 0 so far") {
		t.Errorf("the card says %q", got)
	}
	same(t, "the buttons", o.page.CardActions(), []string{"Cancel"})
	o.page.Escape()
	o.settle()
	if !o.page.Resting() {
		t.Fatal("Escape does not end the check")
	}
	o.page.OpenText("large.csv", b.String())
	o.settle()
	expect(t, "the card", o.page.Card(), "large.csv: All 40000 rows are ready to be sent. The table shows 20000 of them.")
}

func TestResultsAreSavedBesideTheirRows(t *testing.T) {
	o := open(t)
	o.page.OpenText("list.csv", three)
	o.settle()
	o.page.Primary()
	o.settle()
	o.box.become("Hi", message.Failed, &message.Failure{Kind: fault.Refused, Words: "No such user"})
	o.page.WriteResults("results.csv")
	o.settle()
	saved := o.desk.files["results.csv"]
	for _, want := range []string{"cost centre", "No such user", "chen.wei@example.com", "Good day"} {
		if !strings.Contains(saved, want) {
			t.Errorf("the results lack %q:\n%s", want, saved)
		}
	}
	expect(t, "the toast", o.page.Toast().Words(), "Saved as results.csv")
}

func TestFileDialogsOpenOverThePageAndCloseWithEscape(t *testing.T) {
	for name, ask := range map[string]func(*office){
		"open": func(o *office) { o.page.OpenFile() },
		"save": func(o *office) { o.page.SaveResults() },
	} {
		o := open(t)
		ask(o)
		if o.window.Canvas().Overlays().Top() == nil {
			t.Fatalf("no dialog to %s", name)
		}
		o.page.Escape()
		if o.window.Canvas().Overlays().Top() != nil {
			t.Errorf("the dialog to %s is still there", name)
		}
	}
}
