package e2e

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/assets"
	"foyer/cmd/internal/session"
	"foyer/ui/text"
)

// speaks waits until the tray's menu has its last entry in a language.
func (d *desk) speaks(language string) {
	d.t.Helper()
	say, err := text.Load(assets.Translations, language)
	d.must(err)
	want := say.T("tray.quit")
	d.must(session.Await(d.t.Context(), "the menu in "+language, func() (bool, error) {
		labels := d.labels()
		return labels[len(labels)-1] == want, nil
	}))
}

// programsRunning are the processes of agent and window.
func (d *desk) programsRunning() [2][]int {
	d.t.Helper()
	agents, err := d.Pids(built.Foyer)
	d.must(err)
	windows, err := d.Pids(built.Window)
	d.must(err)
	return [2][]int{agents, windows}
}

func TestTheLanguageIsChosenInTheSettingsAndEverythingFollows(t *testing.T) {
	d := withWindow(t, "new-link")
	before := d.programsRunning()
	// What is typed stays, whatever language is chosen over it.
	d.must(d.Type(t.Context(), "Barbara Example <barbara@example.com>"))
	d.must(d.Key(t.Context(), "ctrl+k"))
	d.must(d.Type(t.Context(), "settings language"))
	d.must(d.Key(t.Context(), "Return"))
	d.must(d.WaitStill(t.Context(), d.window()))
	seen, err := d.Picture(d.window().Rect())
	d.must(err)
	d.must(d.Key(t.Context(), "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "End")) // past the other sections; Deutsch stands last
	d.must(d.WaitChange(t.Context(), d.window(), seen))
	d.speaks("de")
	if got := strings.TrimSpace(d.foyer("config", "get", "look.language")); got != "de" {
		t.Errorf("the settings say %q", got)
	}
	if help := d.foyer("--help"); !strings.Contains(help, "Der Empfang") {
		t.Errorf("the command line says:\n%s", help)
	}
	// What was typed before is still there to be copied.
	d.must(d.WaitStill(t.Context(), d.window()))
	d.must(d.Key(t.Context(), "ctrl+k"))
	d.must(d.Type(t.Context(), "einstellungen daten"))
	d.must(d.WaitStill(t.Context(), d.window()))
	d.must(d.Key(t.Context(), "Return", "ctrl+1"))
	d.must(d.WaitStill(t.Context(), d.window()))
	d.must(d.Key(t.Context(), "ctrl+Return"))
	d.holds("text/html", `<a href="webexteams://im?email=barbara@example.com"`)
	if diff := cmp.Diff(before, d.programsRunning()); diff != "" {
		t.Errorf("programs (-before +after):\n%s", diff)
	}
}

func TestALanguageFromOutsideReachesTrayAndWindow(t *testing.T) {
	d := withWindow(t, "new-link")
	before := d.programsRunning()
	d.must(d.Type(t.Context(), "barbara@example.com"))
	for _, language := range []string{"ja", "pl", "zh-Hans", "es", "en"} {
		d.must(d.WaitStill(t.Context(), d.window()))
		seen, err := d.Picture(d.window().Rect())
		d.must(err)
		d.foyer("config", "set", "look.language", language)
		d.speaks(language)
		d.must(d.WaitChange(t.Context(), d.window(), seen))
	}
	d.must(d.WaitStill(t.Context(), d.window()))
	d.must(d.Key(t.Context(), "ctrl+Return")) // the focus is still in the box, whose link is still chosen
	d.holds("text/html", `<a href="webexteams://im?email=barbara@example.com"`)
	// A window that is out of sight follows, too, and has everything when it comes back.
	d.must(d.Copy(t.Context(), "something else"))
	d.must(d.Key(t.Context(), "ctrl+w"))
	d.must(d.WaitNoWindow(t.Context(), windowTitle))
	d.foyer("config", "set", "look.language", "de")
	d.speaks("de")
	d.foyer("show", "links")
	d.window()
	d.must(d.Key(t.Context(), "ctrl+Return"))
	d.holds("text/html", `<a href="webexteams://im?email=barbara@example.com"`)
	if got := d.programsRunning(); !slices.Equal(got[0], before[0]) || !slices.Equal(got[1], before[1]) {
		t.Errorf("programs: %v, before %v", got, before)
	}
}
