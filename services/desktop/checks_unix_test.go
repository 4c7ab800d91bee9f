//go:build !windows && !darwin

package desktop

import (
	"testing"

	"github.com/godbus/dbus/v5"
	"github.com/google/go-cmp/cmp"
)

const secretsName = "org.freedesktop.secrets"

func TestChecksOfACompleteDesktop(t *testing.T) {
	startBus(t)
	serveOnBus(t, watcherName, watcher{true}.export)
	serveOnBus(t, secretsName, func(*dbus.Conn) error { return nil })
	startServer(t, "body", "actions")
	t.Setenv("DISPLAY", ":7")
	t.Setenv("WAYLAND_DISPLAY", "")
	t.Setenv("PATH", programs(t, map[string]string{"xclip": "exit 0", "xdg-mime": registered}))
	want := []Check{
		{Name: "display", State: OK, Detail: "X11 :7"},
		{Name: "tray", State: OK, Detail: watcherName},
		{Name: "clipboard", State: OK, Detail: "xclip"},
		{Name: "secrets", State: OK, Detail: secretsName},
		{Name: "webexteams", State: OK, Detail: "webex.desktop"},
		{Name: "notifications", State: OK, Detail: "fake 1.0: actions body"},
	}
	if diff := cmp.Diff(want, runProbes(t.Context(), soon, probes())); diff != "" {
		t.Errorf("checks (-want +got):\n%s", diff)
	}
}

func TestChecksOfAnEmptyDesktop(t *testing.T) {
	startBus(t)
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	t.Setenv("PATH", programs(t, map[string]string{"xdg-mime": "exit 0"}))
	want := []Check{
		{Name: "display", State: Missing, Advice: AdviceNoDisplay},
		{Name: "tray", State: Missing, Advice: AdviceNoTray},
		{Name: "clipboard", State: Missing, Detail: "xclip", Advice: AdviceXclip},
		{Name: "secrets", State: Missing, Advice: AdviceNoSecrets},
		{Name: "webexteams", State: Missing, Advice: AdviceNoWebex},
		{Name: "notifications", State: Missing, Advice: AdviceNoNotifications},
	}
	if diff := cmp.Diff(want, runProbes(t.Context(), soon, probes())); diff != "" {
		t.Errorf("checks (-want +got):\n%s", diff)
	}
}

func TestServicesOnDemandCountWithoutBeingStarted(t *testing.T) {
	startBus(t, secretsName, notifyName)
	t.Setenv("PATH", programs(t, nil))
	want := []Check{
		{State: OK, Detail: secretsName + " (on demand)"},
		{State: Missing, Detail: "xdg-utils", Advice: AdviceXdgUtils},
		{State: OK, Detail: notifyName + " (on demand)"},
	}
	got := []Check{checkSecrets(t.Context()), checkWebex(t.Context()), checkNotifications(t.Context())}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("checks (-want +got):\n%s", diff)
	}
}

func TestAServerWithoutButtonsIsAdvisedAbout(t *testing.T) {
	startBus(t)
	startServer(t, "body")
	want := Check{State: OK, Detail: "fake 1.0: body", Advice: AdviceNotifyActions}
	if diff := cmp.Diff(want, checkNotifications(t.Context())); diff != "" {
		t.Error(diff)
	}
}

func TestChecksWithoutABus(t *testing.T) {
	noBus(t)
	want := Check{State: Missing, Advice: AdviceNoBus}
	for name, check := range map[string]Check{
		"tray": checkTray(t.Context()), "secrets": checkSecrets(t.Context()), "notifications": checkNotifications(t.Context()),
	} {
		if diff := cmp.Diff(want, check); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestChecksDoNotWaitForTheDead: every service hangs, and all of them together cost one deadline.
func TestChecksDoNotWaitForTheDead(t *testing.T) {
	deadBus(t)
	t.Setenv("PATH", programs(t, map[string]string{"xdg-mime": "read line <" + fifo(t), "xclip": "exit 0"}))
	t.Setenv("DISPLAY", ":7")
	unanswered := map[string]bool{"tray": true, "secrets": true, "webexteams": true, "notifications": true}
	for _, c := range Checks(t.Context()) {
		if want := unanswered[c.Name]; want != (c.State == Unknown && c.Advice == AdviceNoAnswer) {
			t.Errorf("%s: %+v, unanswered: %v", c.Name, c, want)
		}
	}
}

func TestBothDisplaysAreNamed(t *testing.T) {
	t.Setenv("DISPLAY", ":7")
	t.Setenv("WAYLAND_DISPLAY", "wayland-1")
	want := Check{State: OK, Detail: "Wayland wayland-1, X11 :7"}
	if diff := cmp.Diff(want, checkDisplay(t.Context())); diff != "" {
		t.Error(diff)
	}
}
