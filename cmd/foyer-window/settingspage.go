package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/desktop"
	"foyer/services/transport"
	"foyer/ui/settings"
	"foyer/ui/text"
)

func (f *front) newSettings() *settings.Page {
	b, p := f.back, preferences{f.back}
	c := settings.Config{Say: b.say, Preferences: p, Services: newServices(b), Meetings: b.huawei, Several: b.several(), Desk: p, Data: b.client, Log: b.log,
		Changed: func(string) { f.redress() }, Renamed: p.renamed, Surroundings: surroundings{b}, Certificates: certificates{}, Font: findFont,
		Window: func() fyne.Window { return f.window }, Help: func(t text.Topic) { f.shell.OpenTopic(t) },
		About: settings.About{Version: version, Parts: parts()}}
	if !b.demo { // the demo office is nothing to begin a day with
		c.LogIn = logIn{b.autostart()}
	}
	return settings.New(f.ctx, c)
}

// surroundings is what the desktop gives to Foyer, as the settings page asks for it.
type surroundings struct{ back *backstage }

var _ settings.Surroundings = surroundings{}

// Held implements settings.Surroundings.
func (s surroundings) Held(ctx context.Context) (*agent.ShortcutState, *agent.WatchingState, error) {
	status, err := s.back.client.Status(ctx)
	return status.Shortcut, status.Watching, err
}

// Notifications implements settings.Surroundings.
func (s surroundings) Notifications(ctx context.Context) settings.Notifications {
	for _, c := range desktop.Checks(ctx) {
		if c.Name == "notifications" {
			return settings.Notifications{Shown: c.State == desktop.OK, Unknown: c.State == desktop.Unknown, Advice: c.Advice}
		}
	}
	return settings.Notifications{Unknown: true}
}

// logIn is what the desktop starts at log-in, as the settings page asks for it.
type logIn struct{ entry desktop.Autostart }

var _ settings.LogIn = logIn{}

// State implements settings.LogIn.
func (l logIn) State(ctx context.Context) (settings.LogInState, error) {
	s, err := l.entry.State(ctx)
	return settings.LogInState{On: s.On, Shown: s.Shown, Stale: s.Stale}, err
}

// Set implements settings.LogIn.
func (l logIn) Set(ctx context.Context, on, shown bool) error { return l.entry.Set(ctx, on, shown) }

// autostart is the entry of this profile, which starts the agent that belongs to this window.
func (b *backstage) autostart() desktop.Autostart {
	entry := desktop.Autostart{Program: agentProgram()}
	if found, err := exec.LookPath(entry.Program); err == nil {
		entry.Program = found
	}
	if whole, err := filepath.Abs(entry.Program); err == nil {
		entry.Program = whole
	}
	if b.profile != "" {
		entry.Profile = b.profile
		if whole, err := filepath.Abs(b.profile); err == nil {
			entry.Profile = whole
		}
	}
	return entry
}

// certificates reads files of certificates for the settings page.
type certificates struct{}

var _ settings.Certificates = certificates{}

// Authorities implements settings.Certificates.
func (certificates) Authorities(_ context.Context, file string) ([]settings.Certificate, error) {
	found, err := transport.Authorities(file)
	all := make([]settings.Certificate, len(found))
	for i, c := range found {
		all[i] = settings.Certificate(c)
	}
	return all, err
}

// Identity implements settings.Certificates.
func (certificates) Identity(_ context.Context, file, keyFile string) (settings.Certificate, error) {
	c, err := transport.Identity(file, keyFile)
	return settings.Certificate(c), err
}

// parts lists the modules that this program is built of, with their versions.
func parts() []string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return nil
	}
	var all []string
	for _, m := range info.Deps {
		all = append(all, m.Path+" "+m.Version)
	}
	return all
}

// agentProgram is the agent beside this program, or its name where there is none.
func agentProgram() string {
	agentName := "foyer"
	if runtime.GOOS == "windows" {
		agentName += ".exe"
	}
	if self, err := os.Executable(); err == nil {
		if beside := filepath.Join(filepath.Dir(self), agentName); exists(beside) {
			return beside
		}
	}
	return agentName
}
