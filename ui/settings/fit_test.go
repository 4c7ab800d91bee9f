package settings_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/ui/fit"
	"foyer/ui/settings"
	"foyer/ui/style"
)

// section shows a section with something in it.
func section(name string) func(*room) {
	return func(r *room) {
		furnish(r)
		r.page.SetWebexApp(false)
		r.page.SetLinks(14)
		r.page.ShowSection(name)
	}
}

// shows are the states of the page in which its words have to fit, but for those of the card of a service.
func shows() fit.Looks[*room] {
	all := fit.Looks[*room]{
		"services-refused": func(r *room) { r.office.fail = tokenRefused; test1(r) },
		"services-away":    func(r *room) { r.office.fail = noKeyring; test1(r) },
		"services-keyless": func(r *room) { r.office.unkept = noKeyring; r.page.EnterToken("secret") },
		"services-dialect": func(r *room) { r.page.EditDialect() },
		"services-forget":  func(r *room) { r.page.AskForget() },
		"texts-none": func(r *room) {
			r.file.values.Templates = nil
			r.page.Reconsider()
			r.settle()
			r.page.ShowSection(settings.SectionTexts)
		},
		"texts-broken": func(r *room) { section(settings.SectionTexts)(r); r.page.Pick(2); r.page.Type(0, "Join {nmae}") },
		"texts-add":    func(r *room) { section(settings.SectionTexts)(r); r.page.Add() },
		"shortcut-taken": func(r *room) {
			r.around.shortcut = &agent.ShortcutState{Chord: settings.DefaultShortcut, State: agent.HoldTaken}
			section(settings.SectionShortcuts)(r)
		},
		"shortcut-unsupported": func(r *room) {
			r.around.shortcut = &agent.ShortcutState{Chord: settings.DefaultShortcut, State: agent.HoldUnsupported}
			section(settings.SectionShortcuts)(r)
		},
		"start-stale": func(r *room) {
			r.logIn.state = settings.LogInState{On: true, Shown: true, Stale: "/opt/old/foyer"}
			r.around.watching = &agent.WatchingState{On: true, State: agent.HoldUnsupported}
			r.page.ShowSection(settings.SectionStart)
		},
		"help": func(r *room) { r.shell.OpenHelp() },
	}
	for _, name := range whole {
		all[name] = section(name)
	}
	return all
}

func TestEverythingFitsInEveryLanguage(t *testing.T) {
	fit.Everywhere(t, "settings", shows(), func(t *testing.T, p fit.Place) *room {
		speak(t, p.Language)
		return visitWith(t, withHall(signedIn()), style.Light, p.Percent, p.Area)
	}, func(r *room) fyne.Window {
		r.settle()
		return r.window
	})
}
