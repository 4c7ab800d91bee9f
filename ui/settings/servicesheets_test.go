package settings_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"foyer/services/agent"
	"foyer/ui/settings"
	"foyer/ui/widget"
)

// sheet is the sheet over the window, nil without one.
func (r *room) sheet() *widget.Sheet {
	top, _ := r.window.Canvas().Overlays().Top().(*widget.Sheet)
	return top
}

// sheetDo presses the filled button of the sheet, sheetCancel the other one.
func (r *room) sheetDo()     { r.t.Helper(); r.pressButton((*widget.Sheet).OK) }
func (r *room) sheetCancel() { r.t.Helper(); r.pressButton((*widget.Sheet).Cancel) }

func (r *room) pressButton(which func(*widget.Sheet) *widget.Button) {
	r.t.Helper()
	s := r.sheet()
	if s == nil {
		r.t.Fatal("there is no sheet")
	}
	which(s).TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.settle()
}

func plain() *office {
	o := connected()
	o.values.URL, o.fail = "http://cam.example.com:8080/office", plainHTTP
	return o
}

func TestPlainHTTPIsAskedAboutAndRemembered(t *testing.T) {
	o := plain()
	r := visit(t, o)
	test1(r)
	if r.sheet() == nil {
		t.Fatal("nobody asked")
	}
	if r.window.Canvas().Focused() != fyne.Focusable(r.sheet().Cancel()) {
		t.Error("the focus is not on the harmless button")
	}
	o.fail, o.checked.OpenLock = nil, true
	r.sheetDo()
	expectLines(t, "stored", r.file.sets, "chat-messenger.plain-http=http://cam.example.com:8080")
	expect(t, "the verdict", r.page.Verdict()[0], "Connected, answered in 210 ms at 10:41.")
	expect(t, "the open lock", r.page.OpenLock(), "Not encrypted: everybody between here and cam.example.com:8080 can read the token.")
}

func TestPlainHTTPThatIsDeclinedStaysUnsent(t *testing.T) {
	o := plain()
	r := visit(t, o)
	test1(r)
	r.sheetCancel()
	expectLines(t, "stored", r.file.sets)
	expectLines(t, "the verdict", r.page.Verdict(), "Not sent. The token would cross a public network without encryption, so it was not sent.",
		"Use an https address. If there is none, Foyer asks you once whether to send it all the same.")
	expect(t, "the open lock", r.page.OpenLock(), "")
	r.page.Follow() // asks again
	if r.sheet() == nil {
		t.Error("the link asks nothing")
	}
}

func TestTheOpenLockStays(t *testing.T) {
	o := connected()
	o.values.URL, o.state.OpenLock = "http://cam.example.com:8080", true
	if got := visit(t, o).page.OpenLock(); got == "" {
		t.Error("there is no open lock before a test")
	}
}

func TestReadsAreChosenInTheMenu(t *testing.T) {
	r := visit(t, connected())
	r.page.Choose("Read by GET")
	r.settle()
	expectLines(t, "stored", r.file.sets, "chat-messenger.reads=get")
	expectLines(t, "the menu", r.page.Menu()[1:3], "Read by POST", "✓ Read by GET")
}

func TestTheNameIsOneLineInTheCardsTitle(t *testing.T) {
	r := visit(t, connected())
	r.page.Choose("Name…")
	r.write(" Paris   office ") // over the old name, which is selected
	r.press(fyne.KeyReturn)
	expectLines(t, "stored", r.file.sets, "chat-messenger.name=Paris office")
	expect(t, "the card", r.page.Title(), "Chat&Messenger, Paris office")
}

func TestForgettingRemovesEverythingAfterAQuestion(t *testing.T) {
	o := connected()
	o.dialect = map[string]string{"errors": "faults"}
	r := visit(t, o)
	r.page.Choose("Forget this service…")
	expectLines(t, "stored before the answer", r.file.sets)
	r.sheetDo()
	if diff := cmp.Diff(settings.ServiceValues{Reads: settings.ReadsPost}, r.file.values.Service); diff != "" {
		t.Errorf("left (-want +got):\n%s", diff)
	}
	if o.token != "" || o.dialect != nil {
		t.Errorf("left are the token %q and the dialect %v", o.token, o.dialect)
	}
	expect(t, "the card", r.page.Title(), "Chat&Messenger")
	expect(t, "the link", r.page.Link(), "Try the demo office")
	expectLines(t, "the menu", r.page.Menu()[4:], "– Remove the token", "– Forget this service…")
}

func TestATokenOfTheEnvironmentIsLeftAlone(t *testing.T) {
	o := connected()
	o.secret.Kept = agent.KeptInEnvironment
	r := visit(t, o)
	r.page.Choose("Forget this service…")
	r.sheetDo()
	expect(t, "the token", o.token, "old")
}

func TestTheDialectKeepsOnlyWhatDiffers(t *testing.T) {
	o := connected()
	o.dialect = map[string]string{"errors": "faults"}
	r := visit(t, o)
	r.page.Choose("Dialect…")
	r.selectAll()
	r.press(fyne.KeyDelete)
	r.write("X-Token")
	r.sheetDo()
	if diff := cmp.Diff(map[string]string{"errors": "faults", "token-header": "X-Token"}, o.dialect); diff != "" {
		t.Errorf("stored (-want +got):\n%s", diff)
	}
	r.page.Choose("Dialect…")
	r.press(fyne.KeyEscape)
	if r.sheet() != nil {
		t.Error("Escape does not close the sheet")
	}
}

// selectAll selects what is in the field that has the focus.
func (r *room) selectAll() {
	r.t.Helper()
	field, ok := r.window.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		r.t.Fatal("no field has the focus")
	}
	field.TypedShortcut(&fyne.ShortcutSelectAll{})
}
