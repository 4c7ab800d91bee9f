package settings_test

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/ui/settings"
	"foyer/ui/style"
)

// whole is every section of a Foyer with services, in the order in which they are shown.
var whole = []string{
	settings.SectionServices, settings.SectionGeneral, settings.SectionNotifications, settings.SectionShortcuts, settings.SectionStart,
	settings.SectionLanguage, settings.SectionRooms, settings.SectionTexts, settings.SectionMessageTexts, settings.SectionNetwork, settings.SectionData, settings.SectionAbout,
}

func draw(t *testing.T, r *room, name string) {
	t.Helper()
	dir := os.Getenv("FOYER_PICTURES")
	if dir == "" {
		dir = t.TempDir()
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, r.window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

func TestEverySectionIsDrawn(t *testing.T) {
	for _, c := range []struct {
		name string
		mode style.Mode
		text int
		w, h float32
	}{
		{"light", style.Light, 100, 1000, 700}, {"dark-200", style.Dark, 200, 1000, 700},
		{"dark-small", style.Dark, 100, 720, 520}, {"light-small-200", style.Light, 200, 720, 520},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := visitWith(t, withHall(signedIn()), c.mode, c.text, fyne.NewSize(c.w, c.h))
			furnish(r)
			for _, name := range whole {
				r.page.ShowSection(name)
				r.settle()
				draw(t, r, "all-"+name+"-"+c.name)
			}
		})
	}
}

// furnish lets there be something to see in each section.
func furnish(r *room) {
	r.files["/etc/ssl/example-root.pem"] = []settings.Certificate{{Name: "Example Root CA", Until: now.AddDate(4, 3, 0)}}
	v := &r.file.values
	v.Network.CAFile, v.Network.Proxy, v.WatchClipboard = "/etc/ssl/example-root.pem", "http://proxy.example.com:3128", true
	r.around.watching = &agent.WatchingState{On: true, State: agent.HoldHeld}
	r.logIn.state = settings.LogInState{On: true}
	r.page.Reconsider()
	r.settle()
}

func TestStatesOfTheDesktopAreDrawn(t *testing.T) {
	for _, c := range []struct {
		name    string
		section string
		mode    style.Mode
		text    int
		do      func(*room)
	}{
		{"shortcut-taken", settings.SectionShortcuts, style.Dark, 100, func(r *room) {
			r.around.shortcut = &agent.ShortcutState{Chord: settings.DefaultShortcut, State: agent.HoldTaken}
		}},
		{"shortcut-unsupported", settings.SectionShortcuts, style.Light, 100, func(r *room) {
			r.around.shortcut = &agent.ShortcutState{Chord: settings.DefaultShortcut, State: agent.HoldUnsupported}
		}},
		{"shortcut-unsupported-200", settings.SectionShortcuts, style.Light, 200, func(r *room) {
			r.around.shortcut = &agent.ShortcutState{Chord: settings.DefaultShortcut, State: agent.HoldUnsupported}
		}},
		{"shortcut-webex", settings.SectionShortcuts, style.Light, 100, func(r *room) {
			r.file.values.Shortcut = "Ctrl+Shift+K"
			r.around.shortcut = &agent.ShortcutState{Chord: "Ctrl+Shift+K", State: agent.HoldHeld}
		}},
		{"shortcut-off", settings.SectionShortcuts, style.Dark, 100, func(r *room) { r.file.values.Shortcut = "" }},
		{"notifications-none", settings.SectionNotifications, style.Light, 100, func(r *room) {
			r.around.notices = settings.Notifications{Advice: "no-notifications"}
		}},
		{"start-stale", settings.SectionStart, style.Dark, 100, func(r *room) {
			r.logIn.state = settings.LogInState{On: true, Shown: true, Stale: "/opt/old/foyer"}
			r.file.values.WatchClipboard = true
			r.around.watching = &agent.WatchingState{On: true, State: agent.HoldUnsupported}
		}},
		{"network-wrong", settings.SectionNetwork, style.Light, 100, func(r *room) {
			r.file.values.Network.Proxy, r.file.values.Network.CAFile = "http://proxy.example.com:3128", "/home/barbara/company.pem"
			r.file.values.Network.Connect = 7 * time.Second
		}},
		{"message-texts-none", settings.SectionMessageTexts, style.Light, 100, func(r *room) { r.file.values.MessageTemplates = nil }},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := visitWith(t, connected(), c.mode, c.text, usual)
			c.do(r)
			r.page.ShowSection(c.section)
			r.page.Reconsider()
			r.settle()
			if c.section == settings.SectionShortcuts {
				r.focus(r.page.ShortcutControl())
			}
			draw(t, r, "state-"+c.name)
		})
	}
}
