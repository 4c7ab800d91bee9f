package settings_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"foyer/ui/reach"
	"foyer/ui/settings"
)

func TestEverythingIsDoneByKeys(t *testing.T) {
	looks := map[string]func(*room){
		"services-dialect": func(r *room) { r.page.EditDialect() },
		"services-menu":    func(r *room) { r.page.OpenServiceMenu() },
		"services-forget":  func(r *room) { r.page.AskForget() },
		"texts-chosen":     func(r *room) { r.page.ShowSection(settings.SectionTexts); r.page.Pick(1) },
		"texts-add":        func(r *room) { r.page.ShowSection(settings.SectionTexts); r.page.Pick(1); r.page.Add() },
		"texts-deleted": func(r *room) {
			r.page.ShowSection(settings.SectionTexts)
			r.page.Pick(1)
			r.page.Delete()
			r.settle()
		},
	}
	for _, name := range whole {
		looks["section-"+name] = func(r *room) { r.page.ShowSection(name) }
	}
	reach.Everywhere(t, looks, func(t *testing.T, at reach.Room) *room {
		r := visitWith(t, withHall(signedIn()), at.Mode, at.Percent, at.Area)
		furnish(r)
		return r
	}, settledWindow)
}

func TestDataIsCaredForByKeys(t *testing.T) {
	reach.Everywhere(t, map[string]func(*room){
		"data":         func(*room) {},
		"data-restore": func(r *room) { r.page.CheckBackup("/b.zip") },
		"data-erase":   func(r *room) { r.focus(r.page.EraseButton()); r.press(fyne.KeyReturn) },
		"data-report":  func(r *room) { r.page.MakeReport() },
	}, func(t *testing.T, at reach.Room) *room {
		return inArchiveAs(t, newArchive(), at.Mode, at.Percent, at.Area)
	}, settledWindow)
}

func TestAServiceIsSetUpByKeys(t *testing.T) {
	reach.Everywhere(t, map[string]func(*room){
		"first-use": func(r *room) { r.page.Connect() },
		"bad-url":   func(r *room) { r.page.Connect(); r.write("cam example com"); r.page.TestService() },
		"no-keyring": func(r *room) {
			r.page.EnterToken("secret")
			r.settle()
		},
	}, func(t *testing.T, at reach.Room) *room {
		o := unset()
		o.unkept, o.secret.Keyring = noKeyring, false
		return visitWith(t, o, at.Mode, at.Percent, at.Area)
	}, settledWindow)
}

func settledWindow(r *room) fyne.Window {
	r.settle()
	return r.window
}
