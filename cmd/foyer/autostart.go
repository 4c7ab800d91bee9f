package main

import (
	"os"
	"path/filepath"
	"slices"

	"foyer/services/desktop"
	"foyer/services/fault"
	"foyer/ui/tray"
)

// The ways to start at log-in.
const (
	autostartHidden = "hidden"
	autostartShown  = "shown"
	autostartOff    = "off"
)

type autostartCommand struct {
	How string `arg:"" optional:"" help:"${autostart_how}"`
}

// startsAtLogin is the state of the entry as JSON.
type startsAtLogin struct {
	On    bool   `json:"on"`
	Shown bool   `json:"shown"`
	Path  string `json:"path"`
	Stale string `json:"stale,omitempty"`
}

// Run lets the desktop start Foyer at log-in or not, and says what it will do.
func (c autostartCommand) Run(a *app) error {
	if !slices.Contains([]string{"", autostartHidden, autostartShown, autostartOff}, c.How) {
		return wrong{a.words.T("cli.autostart-unknown", "Word", c.How)}
	}
	if a.Demo {
		return wrong{a.words.T("cli.autostart-demo")}
	}
	entry, err := a.autostart()
	if err != nil {
		return err
	}
	if c.How != "" {
		if err := entry.Set(a.ctx, c.How != autostartOff, c.How == autostartShown); err != nil {
			return err
		}
	}
	s, err := entry.State(a.ctx)
	if err != nil {
		return err
	}
	if a.JSON {
		return a.document(startsAtLogin(s))
	}
	a.print("%s\n", a.startsHow(s))
	if s.On && s.Stale != "" {
		a.say("foyer: %s", a.words.T("cli.autostart-stale", "File", s.Stale))
	}
	return nil
}

// autostart is the entry of the profile.
func (a *app) autostart() (desktop.Autostart, error) {
	program, err := os.Executable()
	if err == nil {
		program, err = filepath.Abs(program)
	}
	if err != nil {
		return desktop.Autostart{}, &fault.Error{Op: "finding the program", Service: "autostart", Kind: fault.Other, Err: err}
	}
	return desktop.Autostart{Program: program, Profile: absolute(a.Profile)}, nil
}

func (a *app) startsHow(s desktop.AutostartState) string {
	switch {
	case !s.On:
		return a.words.T("cli.autostart-off")
	case s.Shown:
		return a.words.T("cli.autostart-shown")
	default:
		return a.words.T("cli.autostart-hidden")
	}
}

// examineAutostart says whether Foyer starts at log-in.
func (a *app) examineAutostart() finding {
	f := finding{Name: "start at log-in", State: desktop.OK}
	entry, err := a.autostart()
	var s desktop.AutostartState
	if err == nil {
		s, err = entry.State(a.ctx)
	}
	if err != nil {
		f.State, f.Advice = desktop.Unknown, tray.Reason(a.words, err)
		return f
	}
	f.Detail = a.startsHow(s)
	if s.On && s.Stale != "" {
		f.State, f.Detail, f.Advice = desktop.Missing, s.Stale, a.words.T("advice."+desktop.AdviceAutostartStale)
	}
	return f
}
