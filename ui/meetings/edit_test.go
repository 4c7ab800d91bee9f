package meetings_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"github.com/google/go-cmp/cmp"

	"foyer/services/meeting"
	"foyer/ui/meetings"
	"foyer/ui/style"
)

func names(rows []meeting.Attendee) (all []string) {
	for _, r := range rows {
		all = append(all, r.Name)
	}
	return all
}

func TestATableIsTypedWithTheKeyboardAlone(t *testing.T) {
	o := open(t)
	o.joined()
	o.page.Table().Focus()
	o.runes("Anna Probe")
	o.keys(fyne.KeyTab)
	o.runes("+49 30 1x")
	o.keys(fyne.KeyTab)
	o.runes("anna.probe@example.com")
	o.keys(fyne.KeyTab)
	o.runes("Chen Wei")
	o.keys(fyne.KeyTab)
	o.runes("99111283523475")
	o.keys(fyne.KeyReturn)
	if notes := o.page.Notes(); len(notes) != 2 || notes[0] == "ready" || notes[1] != "ready" {
		t.Fatalf("notes %q", notes)
	}
	o.page.Table().Go(0, 1)
	o.keys(fyne.KeyF2, fyne.KeyBackspace)
	o.keys(fyne.KeyReturn)
	expect(t, "the corrected row", o.page.Notes()[0], "ready")
	o.keys(fyne.KeyUp, fyne.KeyRight, fyne.KeyDelete)
	if got := o.page.Rows()[0].Email; got != "" {
		t.Errorf("the e-mail address is still %q", got)
	}
	o.page.Primary() // Ctrl+Enter
	o.settle()
	if len(o.host.invited) != 1 || len(o.host.invited[0]) != 2 {
		t.Fatalf("invited %v", o.host.invited)
	}
}

func TestEveryChangeOfTheTableCanBeTakenBack(t *testing.T) {
	o := open(t)
	o.page.Put(people...)
	table := o.page.Table()
	undo := func() { table.TypedShortcut(&fyne.ShortcutUndo{}) }
	again := func() { table.TypedShortcut(&fyne.ShortcutRedo{}) }
	before := o.page.Rows()
	for name, change := range map[string]func(){
		"a cell":         func() { table.Go(0, 0); o.keys(fyne.KeyDelete) },
		"a new row":      func() { table.Go(8, 0); o.runes("Laura"); o.keys(fyne.KeyReturn) },
		"a removed row":  func() { table.Go(2, -1); o.keys(fyne.KeyDelete) },
		"pasted rows":    func() { table.Go(3, 1); o.paste("A\t+491\nB\t+492") },
		"a pasted cell":  func() { table.Go(3, 1); o.paste("+49 30 5550 1744") },
		"a cleared list": func() { meetings.Pick(o.page.TableMenu(), "Clear the table") },
	} {
		t.Run(name, func(t *testing.T) {
			table.Focus()
			change()
			changed := o.page.Rows()
			if cmp.Equal(before, changed) {
				t.Fatal("nothing changed")
			}
			undo()
			if diff := cmp.Diff(before, o.page.Rows()); diff != "" {
				t.Errorf("taken back (-want +got):\n%s", diff)
			}
			again()
			if diff := cmp.Diff(changed, o.page.Rows()); diff != "" {
				t.Errorf("done again (-want +got):\n%s", diff)
			}
			undo()
		})
	}
}

func TestDoublesAreMergedOnRequestAndBroughtBack(t *testing.T) {
	o := open(t)
	o.page.Put(meeting.Attendee{Name: "Chen Wei", Phone: "+867551"}, meeting.Attendee{Name: "Chen", Phone: "+86 755-1", Email: "chen.wei@example.com"})
	if !meetings.Pick(o.page.TableMenu(), "Merge doubles") {
		t.Fatal("doubles cannot be merged")
	}
	if rows := o.page.Rows(); len(rows) != 1 || rows[0].Email != "chen.wei@example.com" {
		t.Errorf("merged into %v", rows)
	}
	o.page.Undo()
	if len(o.page.Rows()) != 2 {
		t.Error("the doubles did not come back")
	}
}

func TestAnUnknownRoleSurvivesUndo(t *testing.T) {
	o := open(t)
	o.page.Take("name,phone,type\nAnna Probe,+493055501,spaceship\n", "list.csv")
	o.settle()
	note := o.page.Notes()[0]
	expect(t, "the check", note, "wrong type")
	o.page.Table().Focus()
	o.page.Table().Go(0, -1)
	o.keys(fyne.KeyDelete)
	o.page.Table().TypedShortcut(&fyne.ShortcutUndo{})
	expect(t, "the check after undo", o.page.Notes()[0], note)
}

func TestRowsArePastedFromASpreadsheetOrAMail(t *testing.T) {
	o := open(t)
	o.page.Table().Focus()
	o.paste("Barbara Example\t+49 30 5550 1742\nthis is nobody at all\nChen Wei\t+86 755 5550 118\n")
	if diff := cmp.Diff([]string{"Barbara Example", "Chen Wei"}, names(o.page.Rows())); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if !strings.HasPrefix(o.page.Rejected(), "Line 2 could not be read.") {
		t.Errorf("rejected: %q", o.page.Rejected())
	}
	o.paste("Ludwig Muster <ludwig.muster@example.com>, Anna Probe <anna.probe@example.com>")
	if rows := o.page.Rows(); rows[len(rows)-1].Email == "" && len(rows) < 3 {
		t.Errorf("rows %v", rows)
	}
}

func TestFiveThousandRowsArePastedAndEdited(t *testing.T) {
	o := open(t)
	o.joined()
	o.page.Table().Focus()
	var b strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&b, "Person %d\t+4930%07d\tperson%d@example.com\n", i, i, i)
	}
	o.paste(b.String())
	if n := len(o.page.Rows()); n != 5000 {
		t.Fatalf("%d rows", n)
	}
	words, _ := o.page.Filled()
	expect(t, "the button", words, "Invite 5000 people")
	o.page.Table().Go(4321, 0)
	o.runes("Somebody")
	o.keys(fyne.KeyReturn)
	expect(t, "the row", o.page.Rows()[4321].Name, "Somebody")
	o.page.Table().TypedShortcut(&fyne.ShortcutUndo{})
	expect(t, "the row", o.page.Rows()[4321].Name, "Person 4321")
	o.prefs.chunk = 500
	o.page.Primary()
	o.settle()
	if len(o.host.invited) != 10 {
		t.Errorf("%d requests", len(o.host.invited))
	}
}

func TestFilesAreRead(t *testing.T) {
	for name, content := range map[string]string{
		"people.csv":  "Name;Telefon;E-Mail\nAnna Probe;+49 30 5550 1;anna.probe@example.com\n",
		"people.vcf":  "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Probe\r\nTEL:+49 30 5550 1\r\nEMAIL:anna.probe@example.com\r\nEND:VCARD\r\n",
		"people.json": `{"attendees":[{"name":"Anna Probe","phone":"+493055501","email":"anna.probe@example.com"}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			o := open(t)
			path := filepath.Join(t.TempDir(), name)
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			if !o.page.TakeFile(storage.NewFileURI(path)) {
				t.Fatal("the page does not take files")
			}
			o.settle()
			rows := o.page.Rows()
			if len(rows) != 1 || rows[0].Name != "Anna Probe" || rows[0].Phone == "" || rows[0].Email != "anna.probe@example.com" {
				t.Errorf("rows %v", rows)
			}
		})
	}
}

func TestAFileThatIsNotThereIsSaid(t *testing.T) {
	o := open(t)
	o.page.TakeFile(storage.NewFileURI(filepath.Join(t.TempDir(), "gone.csv")))
	o.settle()
	expect(t, "the toast", o.page.ToastWords(), "The file was not read. The file cannot be read.")
}

func TestColumnsThatAreNotUnderstoodAreAskedAboutAndRemembered(t *testing.T) {
	o := open(t)
	list := "Wer;Womit;Wozu\nAnna Probe;+49 30 5550 1;x\n"
	o.page.Take(list, "list.csv")
	o.settle()
	sheet := o.window.Canvas().Overlays().Top()
	if sheet == nil || len(o.page.Rows()) != 0 {
		t.Fatal("the columns were not asked about")
	}
	o.page.Mapped("list.csv", list, meeting.Mapping{meeting.FoldHeader("Wer"): meeting.ColumnName, meeting.FoldHeader("Womit"): meeting.ColumnPhone, meeting.FoldHeader("Wozu"): ""})
	o.settle()
	if diff := cmp.Diff([]string{"Anna Probe"}, names(o.page.Rows())); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	o.window.Canvas().Overlays().Remove(sheet)
	o.page.Take(list, "list.csv")
	o.settle()
	if o.window.Canvas().Overlays().Top() != nil || len(o.page.Rows()) != 2 {
		t.Error("what the columns are was not remembered")
	}
}

func TestPeopleInvitedBeforeAreOfferedWhileANameIsTyped(t *testing.T) {
	o := open(t)
	o.book.invited = people[:2]
	o.page.Table().Focus()
	o.runes("che")
	o.pass(300 * time.Millisecond)
	if o.page.Drop().Hidden || o.page.Drop().Rows() != 1 {
		t.Fatalf("%d people are offered", o.page.Drop().Rows())
	}
	o.keys(fyne.KeyReturn)
	rows := o.page.Rows()
	if len(rows) != 1 || rows[0].Name != "Chen Wei" || rows[0].Email != "chen.wei@example.com" {
		t.Errorf("rows %v", rows)
	}
	if row, _ := o.page.Table().Current(); row != 1 {
		t.Errorf("the keys are at row %d", row)
	}
}

func TestADraftIsKeptWithoutSecretsAndComesBack(t *testing.T) {
	o := open(t)
	o.joined()
	o.page.Put(people[:2]...)
	o.pass(1200 * time.Millisecond)
	kept := string(o.book.draft)
	if !strings.Contains(kept, "914083136") || !strings.Contains(kept, "Chen Wei") {
		t.Fatalf("kept %s", kept)
	}
	if strings.Contains(kept, "246810") {
		t.Error("the password was kept")
	}
	o.page.Put(people[7])
	o.page.Leave()
	o.settle()
	next := newLateOffice(t, style.Light, 100, usual)
	next.book.draft = o.book.draft
	next.page.Load()
	next.settle()
	if diff := cmp.Diff([]string{"Barbara Example", "Chen Wei", "Maurice Exemple"}, names(next.page.Rows())); diff != "" {
		t.Errorf("came back (-want +got):\n%s", diff)
	}
	expect(t, "the ID", next.page.Access().ID, "914083136")
	expect(t, "the password", next.page.Access().Password, "")
}

func TestWhoWasCalledIsNotCalledAgainAfterARestart(t *testing.T) {
	o := open(t)
	o.joined()
	o.page.Put(people[0])
	o.page.Primary()
	o.settle()
	o.page.Put(people[1])
	o.pass(1200 * time.Millisecond)
	if kept := string(o.book.draft); strings.Contains(kept, "Barbara") || !strings.Contains(kept, "Chen") {
		t.Errorf("kept %s", kept)
	}
}

func TestAnEmptyPageIsForgotten(t *testing.T) {
	o := open(t)
	o.page.Put(people[0])
	o.pass(1200 * time.Millisecond)
	o.page.Clear()
	o.pass(1200 * time.Millisecond)
	if o.book.draft != nil || o.book.saved != 2 {
		t.Errorf("%d times kept, at last %s", o.book.saved, o.book.draft)
	}
}

func TestADamagedDraftLeavesThePageEmpty(t *testing.T) {
	o := newLateOffice(t, style.Light, 100, usual)
	o.book.draft = []byte(`{"rows":[{"name":`)
	o.page.Load()
	o.settle()
	if len(o.page.Rows()) != 0 {
		t.Error("there are rows")
	}
}

func TestAFullDiskIsSaid(t *testing.T) {
	o := open(t)
	o.book.fail = context.DeadlineExceeded
	o.page.Put(people[0])
	o.page.Leave()
	o.settle()
	if !strings.HasPrefix(o.page.ToastWords(), "What is on this page was not kept.") {
		t.Errorf("the toast: %q", o.page.ToastWords())
	}
	o.book.fail = nil
	o.page.Leave()
	o.settle()
	if o.book.draft == nil {
		t.Error("the draft was not kept afterwards")
	}
}

func TestWhatIsTypedAfterADraftCameBackIsThePassword(t *testing.T) {
	o := newLateOffice(t, style.Light, 100, usual)
	o.book.draft = []byte(`{"id":"915627408"}`)
	o.shell.Show("meetings")
	o.page.FocusID()
	o.page.Load()
	o.settle()
	o.runes("772150")
	if a := o.page.Access(); a.ID != "915627408" || a.Password != "772150" {
		t.Errorf("the ID is %q, the password %q", a.ID, a.Password)
	}
}

func TestRowsThatArePastedIntoTheIDGoToTheTable(t *testing.T) {
	o := open(t)
	o.joined()
	for _, focus := range []func(){o.page.FocusID, o.page.FocusSecret} {
		focus()
		before := len(o.page.Rows())
		o.paste("Ludwig Muster\t+99111283523400022\tludwig.muster@example.com\nJuan Modelo\t+34 91 555 0148\tjuan.modelo@example.es\n")
		o.settle()
		if got := len(o.page.Rows()) - before; got != 2 {
			t.Errorf("%d rows came", got)
		}
		if a := o.page.Access(); a.ID != "914083136" || a.Password != "246810" {
			t.Errorf("the fields hold %q and %q", a.ID, a.Password)
		}
	}
	o.page.FocusID()
	o.paste("1")
	if a := o.page.Access(); !strings.Contains(a.ID, "1") || a.ID == "914083136" {
		t.Errorf("one line is pasted into the field: %q", a.ID)
	}
}
