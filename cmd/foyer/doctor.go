package main

import (
	"errors"
	"runtime"
	"text/tabwriter"
	"time"

	"foyer/services/agent"
	"foyer/services/desktop"
	"foyer/services/profile"
	"foyer/services/store"
	"foyer/ui/tray"
)

type doctorCommand struct{}

// finding is one row of the doctor's report.
type finding struct {
	Name   string        `json:"name"`
	State  desktop.State `json:"state"`
	Detail string        `json:"detail,omitempty"`
	// Advice is a sentence: what to do.
	Advice string `json:"advice,omitempty"`
}

// findings looks at everything that Foyer needs.
func (a *app) findings() []finding {
	findings := append([]finding{
		{Name: "version", State: desktop.OK, Detail: version + ", " + runtime.Version() + ", " + runtime.GOOS + "/" + runtime.GOARCH},
		a.examineWindow(),
	}, a.examineProfile()...)
	for _, c := range desktop.Checks(a.ctx) {
		f := finding{Name: c.Name, State: c.State, Detail: c.Detail}
		if c.Advice != "" {
			f.Advice = a.words.T("advice." + c.Advice)
		}
		findings = append(findings, f)
	}
	findings = append(append(findings, a.examineKeys()...), a.examineAutostart())
	return append(findings, a.examineDialect()...)
}

// examineWindow looks for the window's program. Without it the tray and the commands work.
func (a *app) examineWindow() finding {
	path, err := agent.FindWindow()
	if err != nil {
		return finding{Name: "window", State: desktop.Missing, Detail: agent.WindowProgram, Advice: a.words.T("failure.no-window")}
	}
	return finding{Name: "window", State: desktop.OK, Detail: path}
}

// Run says what was found. It succeeds even when something is missing.
func (doctorCommand) Run(a *app) error {
	findings := a.findings()
	if a.JSON {
		return a.document(findings)
	}
	columns := tabwriter.NewWriter(a.out, 0, 8, 2, ' ', 0)
	for _, f := range findings {
		note := f.Detail
		if f.Advice != "" {
			note = joined(f.Detail, f.Advice)
		}
		_, err := columns.Write([]byte(f.Name + "\t" + a.words.T("cli.state."+string(f.State)) + "\t" + note + "\n"))
		if err != nil {
			return err
		}
	}
	return columns.Flush()
}

func joined(detail, advice string) string {
	if detail == "" {
		return advice
	}
	return detail + ". " + advice
}

// examineProfile looks at the folders, the database, the settings and the agent.
func (a *app) examineProfile() []finding {
	dirs, err := a.dirs()
	if err != nil {
		return []finding{{Name: "data", State: desktop.Missing, Advice: tray.Reason(a.words, err)}}
	}
	return append([]finding{a.examineData(dirs), a.examineSettings(dirs), a.examineAgent(dirs)}, a.examineServices(dirs)...)
}

func (a *app) examineData(dirs profile.Dirs) finding {
	f := finding{Name: "data", State: desktop.OK, Detail: dirs.Database()}
	s, err := store.Open(a.ctx, dirs.Database(), time.Now)
	if err == nil {
		if aside := s.SetAside(); aside != "" {
			f.Advice = a.words.T("cli.data-set-aside", "File", aside)
		}
		_, err = s.Links(a.ctx)
		err = errors.Join(err, s.Close())
	}
	for _, b := range store.BeforeMigrations(dirs.Database()) {
		f.Detail += a.words.T("data.copy-in-doctor", "Schema", b.Schema, "Made", b.Made.Local().Format(time.DateTime))
	}
	if err != nil {
		f.State, f.Advice = desktop.Missing, tray.Reason(a.words, err)
	}
	return f
}

func (a *app) examineSettings(dirs profile.Dirs) finding {
	f := finding{Name: "settings", State: desktop.OK, Detail: dirs.Settings()}
	file, err := profile.Open(dirs.Settings())
	switch {
	case err != nil:
		f.State, f.Advice = desktop.Missing, tray.Reason(a.words, err)
	case len(file.Warnings()) > 0:
		f.Advice = a.settingWarning(file.Warnings()[0])
	}
	return f
}

func (a *app) examineAgent(dirs profile.Dirs) finding {
	f := finding{Name: "agent", State: desktop.OK}
	status, err := agent.Client{Socket: dirs.Socket()}.Status(a.ctx)
	switch {
	case errors.Is(err, agent.ErrNotRunning):
		f.State, f.Advice = desktop.Missing, a.words.T("advice.no-agent")
	case err != nil:
		f.State, f.Advice = desktop.Unknown, tray.Reason(a.words, err)
	default:
		f.Detail = a.words.T("cli.agent", "Version", status.Version, "PID", status.PID, "Since", a.words.DateClock(status.Started.Local()))
	}
	return f
}
