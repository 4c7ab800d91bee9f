package settings_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/message"
	"foyer/ui/settings"
)

func expectLines(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestServicesComeFirst(t *testing.T) {
	r := visit(t, connected())
	expect(t, "the section", r.page.Section(), settings.SectionServices)
	expect(t, "the card", r.page.Title(), "Chat&Messenger, Berlin office")
	expect(t, "the URL", r.page.URL(), "https://cam.example.com")
	expect(t, "the token", r.page.TokenSays(), "kept in the system keyring")
	expectLines(t, "the verdict before any test", r.page.Verdict())
	var found []string
	for _, a := range r.page.Actions(func() {}) {
		found = append(found, a.Title)
	}
	if len(found) < 6 || found[0] != "Settings: Services" {
		t.Errorf("the search finds %q", found)
	}
}

func TestWithoutServicesThereIsNoSectionForThem(t *testing.T) {
	r := enter(t)
	expect(t, "the section", r.page.Section(), settings.SectionGeneral)
	r.page.Connect()
	r.page.Primary()
	expect(t, "the section after all", r.page.Section(), settings.SectionGeneral)
}

func TestTheTestSaysHowItWent(t *testing.T) {
	for name, c := range map[string]struct {
		office func(*office)
		want   []string
		link   string
		urgent bool
	}{
		"some entries unreadable": {func(*office) {}, []string{"Connected, answered in 210 ms at 10:41.", "12 rooms; 2 entries could not be read."}, "", false},
		"one entry unreadable":    {func(o *office) { o.checked.Rooms, o.checked.Unreadable = 1, 1 }, []string{"Connected, answered in 210 ms at 10:41.", "1 room; 1 entry could not be read."}, "", false},
		"all well":                {func(o *office) { o.checked.Unreadable, o.checked.Took = 0, 0 }, []string{"Connected, answered in 1 ms at 10:41.", "12 rooms."}, "", false},
		"refused": {func(o *office) { o.fail = tokenRefused }, []string{
			"Refused. The server does not accept the API token.", "Copy the API token anew from Chat&Messenger's admin screen.",
		}, "What the server said", true},
		"unreachable": {func(o *office) { o.fail = &fault.Error{Kind: fault.Unreachable, Code: "no-connection"} }, []string{
			"Unreachable. The server takes no connections at this address.",
			"Check the port; servers without encryption listen at 8080. Or the server is down: ask who runs it.",
		}, "", true},
		"a web page": {func(o *office) {
			o.fail = &fault.Error{Kind: fault.Faulty, Code: "html-page", Status: 200, Words: "Welcome"}
		}, []string{
			"Faulty answer. A web page came instead of an answer.",
			"The URL is that of a web page, or a proxy is in the way. Take the server URL from the admin screen; try port 8080.",
		}, "What the server said", true},
		"no answer": {func(o *office) { o.fail = &fault.Error{Kind: fault.UnknownOutcome, Code: "timeout"} }, []string{
			"No answer. The server took too long to answer.", "Try again later. If it stays so, the server or the network is overloaded.",
		}, "", true},
		"no token": {func(o *office) { o.fail = &fault.Error{Kind: fault.NotConfigured, Code: "no-secret"} }, []string{
			"Not set up. No API token is set.", "Copy it from Chat&Messenger's admin screen into the field above.",
		}, "", true},
		"on this computer": {func(o *office) { o.fail = &fault.Error{Kind: fault.Other} }, []string{"Failed. Something went wrong on this computer."}, "", true},
	} {
		t.Run(name, func(t *testing.T) {
			o := connected()
			c.office(o)
			r := visit(t, o)
			test1(r)
			expectLines(t, "the verdict", r.page.Verdict(), c.want...)
			expect(t, "its link", r.page.Link(), c.link)
			if r.page.Urgent() != c.urgent {
				t.Errorf("the button is filled: %v", r.page.Urgent())
			}
		})
	}
}

func TestWhatTheServerSaidIsOneClickAway(t *testing.T) {
	r := visit(t, refusing())
	test1(r)
	r.page.Follow()
	expectLines(t, "the verdict", r.page.Verdict()[2:], "HTTP 401 · “invalid apiToken” · request 7f3a-9c51")
	r.press(fyne.KeyReturn) // the focus is on the link
	if n := len(r.page.Verdict()); n != 2 {
		t.Errorf("%d lines after hiding it", n)
	}
}

func TestHowTheServiceStandsIsSaidWithoutATest(t *testing.T) {
	for name, c := range map[string]struct {
		office func(*office)
		want   []string
	}{
		"connected": {func(o *office) { o.state.Health, o.state.Since = agent.Connected, now.Add(-2*3600e9) }, []string{"Connected since today 08:42."}},
		"unreachable": {func(o *office) {
			o.state.Health, o.state.Next = agent.Unreachable, now.Add(600e9)
			o.state.Failure = &message.Failure{Kind: fault.Unreachable, Code: "no-host"}
		}, []string{"Unreachable. No server of this name was found.",
			"Check the URL for a typing mistake, and whether this computer is in the office's network or VPN.", "Foyer tries again at 10:52."}},
		"no token": {func(o *office) { o.secret.Kept = agent.KeptNowhere }, []string{"Not set up. The API token is missing.", "Copy it from Chat&Messenger's admin screen into the field above."}},
		"no URL": {func(o *office) { o.values.URL = "" }, []string{"Not set up. The server URL is missing.",
			"Copy it from Chat&Messenger's admin screen, where it stands beside the API token."}},
		"nothing": {func(o *office) { o.values.URL, o.secret.Kept = "", agent.KeptNowhere }, []string{
			"Not connected yet. The server URL and the API token are side by side in Chat&Messenger's admin screen."}},
		"no agent": {func(o *office) { o.away = &fault.Error{Kind: fault.Other, Code: "not-running"} }, []string{"Failed. No agent is running.", "Start Foyer."}},
	} {
		t.Run(name, func(t *testing.T) {
			o := connected()
			c.office(o)
			expectLines(t, "the verdict", visit(t, o).page.Verdict(), c.want...)
		})
	}
}

func TestATestCanBeCancelled(t *testing.T) {
	o := connected()
	o.wait = make(chan struct{})
	r := visit(t, o)
	r.page.TestService()
	// What precedes the test is stored; the test itself is under way.
	for r.page.Verdict() == nil {
		r.apply()
	}
	expectLines(t, "the verdict", r.page.Verdict(), "Asking cam.example.com…")
	expect(t, "its link", r.page.Link(), "Cancel")
	r.page.Follow()
	r.settle()
	expectLines(t, "the verdict after all", r.page.Verdict())
	if o.checks != 1 {
		t.Errorf("%d tests", o.checks)
	}
}

func TestCtrlEnterTestsTheServiceThatIsInTrouble(t *testing.T) {
	o := refusing()
	r := visit(t, o)
	r.page.Primary()
	r.settle()
	if o.checks != 0 {
		t.Error("tested though nothing is wrong")
	}
	test1(r)
	r.page.Primary()
	r.settle()
	if o.checks != 2 {
		t.Errorf("%d tests, want a second one", o.checks)
	}
	r.page.ShowSection(settings.SectionData)
	r.page.Primary()
	r.settle()
	if o.checks != 2 {
		t.Error("tested from another section")
	}
}

func TestTheURLIsStoredInFullWhenTheFocusLeaves(t *testing.T) {
	for typed, want := range map[string]string{
		"berlin.example.com": "https://berlin.example.com", " http://10.1.2.3:8080/office/ ": "http://10.1.2.3:8080/office", "https://new.example.com": "https://new.example.com", "": "",
	} {
		t.Run(typed, func(t *testing.T) {
			r := visit(t, connected())
			test1(r)
			r.focus(r.page.URLControl())
			r.selectAll()
			r.press(fyne.KeyDelete)
			r.write(typed)
			r.window.Canvas().FocusNext()
			r.settle()
			expectLines(t, "stored", r.file.sets, "chat-messenger.url="+want)
			expect(t, "the field", r.page.URL(), want)
			if v := r.page.Verdict(); len(v) > 0 && strings.HasPrefix(v[0], "Connected") {
				t.Errorf("the verdict on the old server stays: %q", v)
			}
		})
	}
}

func TestWhatIsNoURLIsSaidAndNotStored(t *testing.T) {
	for _, typed := range []string{"cam example com", "ftp://cam.example.com", "https://", "https://barbara:pw@cam.example.com", "https://cam.example.com/?a=b", "https://cam.example.com/#x"} {
		t.Run(typed, func(t *testing.T) {
			o := unset()
			r := visit(t, o)
			r.page.Connect()
			r.write(typed)
			r.press(fyne.KeyReturn)
			if !strings.HasPrefix(r.page.Complaint(), "This is no web address.") || r.file.sets != nil || o.checks > 0 {
				t.Errorf("%q: complaint %q, stored %q, %d tests", typed, r.page.Complaint(), r.file.sets, o.checks)
			}
			r.write("x")
			expect(t, "the complaint while it is mended", r.page.Complaint(), "")
		})
	}
}

func TestEnterInTheURLStoresAndTests(t *testing.T) {
	o := connected()
	o.values.URL = ""
	r := visit(t, o)
	r.page.Connect()
	r.write("cam.example.com")
	r.press(fyne.KeyReturn)
	expectLines(t, "stored", r.file.sets, "chat-messenger.url=https://cam.example.com")
	expect(t, "the verdict", r.page.Verdict()[0], "Connected, answered in 210 ms at 10:41.")
}

func TestSettingsChangedElsewhereDoNotDisturbWhatIsTyped(t *testing.T) {
	r := visit(t, connected())
	r.page.Connect()
	r.write("x")
	r.file.values.Service.URL, r.file.values.Service.Name = "https://other.example.com", "Paris"
	r.page.Reconsider()
	r.settle()
	expect(t, "the URL", r.page.URL(), "xhttps://cam.example.com")
	expect(t, "the card", r.page.Title(), "Chat&Messenger, Paris")
}

func TestTheDemoOfficeIsOneClickAway(t *testing.T) {
	o := unset()
	r := visit(t, o)
	expect(t, "the link", r.page.Link(), "Try the demo office")
	r.page.Follow()
	r.settle()
	if o.demos != 1 {
		t.Errorf("started %d times", o.demos)
	}
	expect(t, "the toast", r.page.Toast().Words(), "The demo office opens in a Foyer of its own.")
	o.fail = &fault.Error{Code: "demo-start"}
	r.page.Follow()
	r.settle()
	expect(t, "the toast", r.page.Toast().Words(), "The demo office does not open. The demo office could not be started.")
}

func TestInTheDemoOfficeThereIsNothingToSet(t *testing.T) {
	o := connected()
	o.values, o.state.Demo = settings.ServiceValues{Reads: settings.ReadsPost}, true
	r := visit(t, o)
	if r.window.Canvas().Unfocus(); !r.page.FieldsHidden() {
		t.Error("there are fields")
	}
	test1(r)
	expect(t, "the verdict", r.page.Verdict()[0], "Connected, answered in 210 ms at 10:41.")
}

func TestFailedMessagesAreToldOfUnlessSaidOtherwise(t *testing.T) {
	r := visit(t, connected())
	r.page.ShowSection(settings.SectionGeneral)
	test.Tap(r.page.FailedControl().(fyne.Tappable))
	r.settle()
	expectLines(t, "stored", r.file.sets, "notifications.failed=false")
}
