package settings_test

import (
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/ui/settings"
	"foyer/ui/style"
)

func TestTheMeetingAccountIsACardOfItsOwn(t *testing.T) {
	if visit(t, connected()).page.HasMeetings() {
		t.Error("there is a card without a service")
	}
	r := visit(t, withHall(signedIn()))
	m := r.page.Meetings()
	expect(t, "the card", m.Title(), "Huawei Cloud Meeting")
	expect(t, "the host", m.URL(), settings.MeetingsChina)
	expect(t, "the account", m.Account(), "frontdesk@example")
	expectLines(t, "the fields", m.Names(), "Account", "Password")
	expect(t, "the password", m.TokenSays(), "kept in the system keyring")
	expectLines(t, "the verdict before any test", m.Verdict())
}

func TestTheTestSaysWhoIsSignedInAndWhyNot(t *testing.T) {
	h := signedIn()
	r := visit(t, withHall(h))
	m := r.page.Meetings()
	m.TestService()
	r.settle()
	lines := m.Verdict()
	if len(lines) != 3 || lines[0] != "Connected, answered in 80 ms at 10:41." || lines[1] != "Signed in as Front desk." || !strings.HasPrefix(lines[2], "Until ") {
		t.Errorf("the verdict is %q", lines)
	}
	h.fail = accountLocked
	m.TestService()
	r.settle()
	if lines := m.Verdict(); len(lines) == 0 || !strings.HasPrefix(lines[0], "Refused.") || m.Link() != "What the server said" || !m.Urgent() {
		t.Errorf("the verdict is %q, the link %q", lines, m.Link())
	}
	if r.page.Urgent() {
		t.Error("the other card's button is filled, too")
	}
	before := len(h.checks)
	r.page.Primary()
	r.settle()
	if len(h.checks) != before+1 {
		t.Error("Ctrl+Enter does not test the service that is in trouble")
	}
}

func TestWhatIsMissingOfTheAccountIsNamed(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*hall)
		want   string
	}{
		"nothing is set":  {func(*hall) {}, "Not connected yet."},
		"only an account": {func(h *hall) { h.values.Account = "a@b" }, "Not set up. The password is missing."},
		"only a password": {func(h *hall) { h.kept[false] = agent.KeptInKeyring }, "Not set up. The account is missing."},
		"only an App ID":  {func(h *hall) { h.values.SignIn, h.values.AppID = settings.SignInApp, "id" }, "Not set up. The App key is missing."},
		"only an App key": {func(h *hall) { h.values.SignIn = settings.SignInApp; h.kept[true] = agent.KeptInKeyring }, "Not set up. The App ID is missing."},
	} {
		t.Run(name, func(t *testing.T) {
			h := closed()
			c.change(h)
			m := visit(t, withHall(h)).page.Meetings()
			if lines := m.Verdict(); len(lines) == 0 || !strings.HasPrefix(lines[0], c.want) {
				t.Errorf("the verdict is %q, want %q", lines, c.want)
			}
		})
	}
}

func TestEachWayToLogInHasItsOwnSecret(t *testing.T) {
	h := signedIn()
	r := visit(t, withHall(h))
	m := r.page.Meetings()
	m.SetSignIn(1)
	r.settle()
	expectLines(t, "the fields", m.Names(), "App ID", "App key")
	expect(t, "the App key", m.TokenSays(), "")
	expect(t, "the App ID", m.Account(), "")
	m.EnterAccount("app-7")
	m.EnterToken("app key 9")
	m.TestService()
	r.settle()
	m.SetSignIn(0)
	r.settle()
	expect(t, "the account", m.Account(), "frontdesk@example")
	expect(t, "the password", m.TokenSays(), "kept in the system keyring")
	m.EnterToken("pass word")
	m.TestService()
	r.settle()
	expectLines(t, "the secrets", h.passed(), "app app key 9", "account pass word")
	expectLines(t, "the log-ins", h.checks, "app", "account")
	v := r.file.Values().Meetings
	if v.AppID != "app-7" || v.Account != "frontdesk@example" || v.SignIn != settings.SignInAccount {
		t.Errorf("stored is %+v", v)
	}
	for _, set := range r.file.sets {
		if strings.Contains(set, "app key") || strings.Contains(set, "pass word") {
			t.Errorf("a secret is in the settings: %s", set)
		}
	}
}

func TestHostAndAccountAreStoredWhenTheyRest(t *testing.T) {
	r := visit(t, withHall(signedIn()))
	m := r.page.Meetings()
	m.Choose("International host")
	r.settle()
	expect(t, "the host", m.URL(), settings.MeetingsInternational)
	r.focus(m.URLControl())
	r.selectAll()
	r.press(fyne.KeyBackspace)
	m.EnterAccount("  other@example ")
	r.page.Leave()
	r.settle()
	v := r.file.Values().Meetings
	if v.URL != settings.MeetingsChina || v.Account != "other@example" {
		t.Errorf("stored is %+v, want the usual host for an empty field", v)
	}
	if !slices.Contains(m.Menu(), "✓ Host for mainland China") {
		t.Errorf("the menu is %q", m.Menu())
	}
}

func TestForgettingTheAccountLeavesNothingOfIt(t *testing.T) {
	h := signedIn()
	h.values.Name, h.values.AppID = "HQ", "left over"
	r := visit(t, withHall(h))
	m := r.page.Meetings()
	expect(t, "the card", m.Title(), "Huawei Cloud Meeting, HQ")
	m.AskForget()
	r.sheetDo()
	r.settle()
	want := settings.ServiceValues{URL: settings.MeetingsChina, SignIn: settings.SignInAccount, Signature: settings.SignatureNew}
	if v := r.file.Values().Meetings; v != want {
		t.Errorf("stored is %+v", v)
	}
	if h.kept[false] != "" {
		t.Error("the password is still kept")
	}
}

func TestMeetingServicePictures(t *testing.T) {
	dir := os.Getenv("FOYER_PICTURES")
	if dir == "" {
		dir = t.TempDir()
	}
	locked := func() *hall { h := signedIn(); h.fail = accountLocked; return h }
	both := func(r *room) {
		r.page.SetWebexApp(true)
		test1(r)
		r.page.Meetings().TestService()
		r.settle()
	}
	for _, c := range []struct {
		name   string
		mode   style.Mode
		text   int
		w, h   float32
		office *office
		do     func(*room)
	}{
		{"meeting-service", style.Light, 100, 1000, 700, withHall(locked()), func(r *room) { both(r); r.focus(r.page.Meetings().TestControl()) }},
		{"meeting-service-dark", style.Dark, 100, 1000, 700, withHall(signedIn()), both},
		{"meeting-service-200", style.Light, 200, 1000, 700, withHall(locked()), func(r *room) { both(r); r.focus(r.page.Meetings().TestControl()) }},
		{"meeting-service-small", style.Light, 100, 720, 520, withHall(locked()), func(r *room) { both(r); r.focus(r.page.Meetings().TestControl()) }},
		{"meeting-service-small-200", style.Dark, 200, 720, 520, withHall(signedIn()), func(r *room) { both(r); r.focus(r.page.Meetings().TestControl()) }},
		{"meeting-service-first-use", style.Light, 100, 1000, 700, withHall(closed()), nil},
		{"meeting-service-app", style.Light, 100, 1000, 700, withHall(signedIn()), func(r *room) { r.page.Meetings().SetSignIn(1) }},
		{"meeting-service-menu", style.Light, 100, 1000, 700, withHall(signedIn()), func(r *room) { r.page.Meetings().SetSignIn(1); r.page.Meetings().OpenServiceMenu() }},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := visitWith(t, c.office, c.mode, c.text, fyne.NewSize(c.w, c.h))
			if c.do != nil {
				c.do(r)
			}
			r.settle()
			f, err := os.Create(filepath.Join(dir, c.name+".png"))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			if err := png.Encode(f, r.window.Canvas().Capture()); err != nil {
				t.Fatal(err)
			}
		})
	}
}
