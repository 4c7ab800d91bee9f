package meetings_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/meeting"
	"foyer/ui/meetings"
	"foyer/ui/widget"
)

// press presses a button of the sheet on top.
func (o *office) press(words string) {
	o.t.Helper()
	b := meetings.Pressable(o.window.Canvas().Overlays().Top(), words)
	if b == nil || b.Disabled() {
		o.t.Fatalf("there is no %q to press", words)
	}
	b.Tapped(nil)
	o.settle()
}

// list returns the list of the sheet on top.
func (o *office) list() (l *widget.RowList) {
	o.t.Helper()
	meetings.Walk(o.window.Canvas().Overlays().Top(), func(c fyne.CanvasObject) {
		if found, ok := c.(*widget.RowList); ok {
			l = found
		}
	})
	if l == nil {
		o.t.Fatal("there is no list")
	}
	return l
}

func titles(l *widget.RowList) (all []string) {
	for _, r := range l.Rows() {
		all = append(all, r.Title)
	}
	return all
}

// says reports whether the sheet on top says something.
func (o *office) says(words string) bool {
	found := false
	meetings.Walk(o.window.Canvas().Overlays().Top(), func(c fyne.CanvasObject) {
		switch c := c.(type) {
		case *widget.Prose:
			found = found || strings.Contains(c.Words(), words)
		case *widget.Text:
			found = found || strings.Contains(c.Words(), words)
		}
	})
	return found
}

func TestAMeetingIsChosenFromOnesOwn(t *testing.T) {
	o := open(t)
	o.page.OpenMeetings()
	o.settle()
	if diff := cmp.Diff([]string{"Monday morning", "Heating in Granite"}, titles(o.list())); diff != "" {
		t.Fatalf("running (-want +got):\n%s", diff)
	}
	o.list().Select(1)
	o.press("Use this meeting")
	expect(t, "the ID", o.page.Access().ID, "914000001")
	state, _ := o.page.State()
	expect(t, "the state", state, "Running since 10:00")
}

func TestOnesMeetingsAreSearched(t *testing.T) {
	o := open(t)
	o.page.OpenMeetings()
	o.settle()
	o.runes("heat")
	o.pass(400 * time.Millisecond)
	if diff := cmp.Diff([]string{"Heating in Granite"}, titles(o.list())); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
	o.runes("xyz")
	o.pass(400 * time.Millisecond)
	if !o.says("No meeting matches.") {
		t.Error("it does not say that nothing matches")
	}
}

func TestARefusedListSaysWhy(t *testing.T) {
	o := open(t)
	o.host.fails["list"] = refuse("MMC.111070002", "CONF_INSUFFICIENT_PERMISSIONS")
	o.page.OpenMeetings()
	o.settle()
	o.press("What the server said")
	if !o.says("CONF_INSUFFICIENT_PERMISSIONS") {
		t.Error("the server's words are not shown")
	}
}

func TestAMeetingIsCreated(t *testing.T) {
	o := open(t)
	o.page.OpenCreate()
	o.press("Create it")
	if !o.says("Say what the meeting is about.") || len(o.host.created) != 0 {
		t.Fatal("a meeting without a subject was created")
	}
	o.runes("Lift")
	o.host.fails["create"] = refuse("MMC.111071082", "TOO_MANY")
	o.press("Create it")
	if o.window.Canvas().Overlays().Top() == nil {
		t.Fatal("the sheet is gone after a refusal")
	}
	delete(o.host.fails, "create")
	o.press("Create it")
	if diff := cmp.Diff([]meeting.Draft{{Subject: "Lift", Length: 30 * time.Minute}}, o.host.created); diff != "" {
		t.Errorf("created (-want +got):\n%s", diff)
	}
	state, _ := o.page.State()
	expect(t, "the state", state, "Running since 10:42")
}

func TestPeopleAreChosenFromTheDirectory(t *testing.T) {
	o := open(t)
	o.host.entries = colleagues(120)
	o.page.OpenDirectory()
	o.settle()
	if n := len(o.list().Rows()); n != 50 {
		t.Fatalf("%d of 120 are shown", n)
	}
	o.press("Show more")
	o.press("Show more")
	if n := len(o.list().Rows()); n != 120 {
		t.Fatalf("%d of 120 are shown", n)
	}
	o.list().OnActivated(119)
	o.list().OnActivated(3)
	o.list().OnActivated(5)
	o.list().OnActivated(5) // no longer
	o.press("Add 2 people")
	rows := o.page.Rows()
	if diff := cmp.Diff([]string{"Person 120", "Person 4"}, names(rows)); diff != "" {
		t.Errorf("added (-want +got):\n%s", diff)
	}
	expect(t, "the number", rows[0].Phone, "991110119")
}

func TestTheMobilePhoneCanBeCalledInstead(t *testing.T) {
	o := open(t)
	o.host.entries = colleagues(3)
	o.page.OpenDirectory()
	o.settle()
	meetings.Walk(o.window.Canvas().Overlays().Top(), func(c fyne.CanvasObject) {
		if check, ok := c.(*widget.Check); ok {
			check.Tapped(nil)
		}
	})
	o.list().OnActivated(0)
	o.press("Add 1 person")
	if a := o.page.Rows()[0]; a.Type != meeting.Mobile || !strings.HasPrefix(a.Phone, "+4930") {
		t.Errorf("added %v", a)
	}
}

func TestAnOlderSearchNeverReplacesANewerOne(t *testing.T) {
	o := open(t)
	o.host.entries = colleagues(30)
	o.host.hold("search")
	o.page.OpenDirectory()
	o.pass(400 * time.Millisecond)
	if !o.says("Reading the directory…") {
		t.Error("it does not say that it reads")
	}
	o.runes("Person 2")
	o.pass(400 * time.Millisecond)
	o.host.release()
	o.settle()
	if n := len(o.list().Rows()); n != 11 {
		t.Errorf("%d rows", n)
	}
}

func TestWithoutAnAccountThereIsNoDirectory(t *testing.T) {
	o := open(t)
	o.page.SetService(agent.ServiceState{Health: agent.Unset})
	o.page.GoWithout()
	o.page.OpenDirectory()
	o.page.OpenMeetings()
	if o.window.Canvas().Overlays().Top() != nil {
		t.Error("a sheet opened that has nothing to ask")
	}
}

func TestGroupsAreSavedAddedAndRemoved(t *testing.T) {
	o := open(t)
	o.page.Put(people[:3]...)
	o.page.OpenSaveGroup()
	o.runes("Facilities")
	o.press("Save")
	if len(o.book.groups) != 1 || len(o.book.groups[0].Attendees) != 3 {
		t.Fatalf("saved %v", o.book.groups)
	}
	o.page.Clear()
	o.page.OpenGroups()
	o.settle()
	o.press("Add")
	if len(o.page.Rows()) != 3 {
		t.Errorf("added %v", o.page.Rows())
	}
	o.page.OpenGroups()
	o.settle()
	o.press("Remove the group")
	if len(o.book.groups) != 0 {
		t.Fatalf("left %v", o.book.groups)
	}
	o.page.Undo()
	o.settle()
	if len(o.book.groups) != 1 {
		t.Error("the group did not come back")
	}
}

func TestARowHasAllItsFieldsInASheet(t *testing.T) {
	o := open(t)
	o.page.Put(people[3])
	o.page.OpenRow(0)
	if !o.says("cannot be called") {
		t.Error("the sheet does not say what is wrong")
	}
	var entries []*widget.Entry
	meetings.Walk(o.window.Canvas().Overlays().Top(), func(c fyne.CanvasObject) {
		if e, ok := c.(*widget.Entry); ok {
			entries = append(entries, e)
		}
	})
	entries[1].SetText("99111283523475")
	if o.says("cannot be called") {
		t.Error("the sheet still says that it is wrong")
	}
	o.press("Save")
	expect(t, "the row", o.page.Notes()[0], "ready")
	o.page.Undo()
	if o.page.Notes()[0] == "ready" {
		t.Error("the change was not taken back")
	}
}

func TestOneNumberIsCalledByThePasswordAlone(t *testing.T) {
	o := open(t)
	o.page.TypeAccess("914083136", "246810")
	o.page.OpenNumber()
	o.runes("99111283523475")
	o.host.fails["invite-number"] = &fault.Error{Op: "calling", Kind: fault.Refused, Status: 403, Code: "MMC.111070002"}
	o.press("Call it")
	if o.window.Canvas().Overlays().Top() == nil {
		t.Fatal("the sheet is gone after a refusal")
	}
	delete(o.host.fails, "invite-number")
	o.press("Call it")
	if len(o.host.numbers) != 1 || o.host.numbers[0] != "99111283523475" {
		t.Errorf("called %v", o.host.numbers)
	}
}

func TestTheRequestIsShownAndCopied(t *testing.T) {
	o := open(t)
	o.joined()
	o.page.Put(people...)
	o.page.OpenPreview()
	o.settle()
	if !o.says("Secrets are masked. Nothing has been sent.") || o.host.count("invite") != 0 {
		t.Error("the preview sends, or does not say that it does not")
	}
	o.press("Copy the request")
	if !strings.HasPrefix(o.desk.clip, "POST https://meeting.example.com/") || strings.Contains(o.desk.clip, "246810") {
		t.Errorf("copied %s", o.desk.clip)
	}
	o.page.OpenPreview()
	o.settle()
	o.press("Copy as curl")
	if !strings.HasPrefix(o.desk.clip, "curl ") {
		t.Errorf("copied %s", o.desk.clip)
	}
}
