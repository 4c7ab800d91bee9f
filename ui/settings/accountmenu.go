package settings

import (
	"fyne.io/fyne/v2"

	"foyer/ui/widget"
)

// menuItems are what can be set of the account beside its fields.
func (a *accountFields) menuItems() []*fyne.MenuItem {
	s := a.service
	say := s.page.config.Say
	china := fyne.NewMenuItem(say.T("meeting-service.china"), func() { a.setHost(MeetingsChina) })
	china.Checked = s.values.URL == MeetingsChina
	international := fyne.NewMenuItem(say.T("meeting-service.international"), func() { a.setHost(MeetingsInternational) })
	international.Checked = s.values.URL == MeetingsInternational
	items := []*fyne.MenuItem{china, international}
	if !a.isApp() {
		return items
	}
	user := fyne.NewMenuItem(say.T("meeting-service.menu-user"), func() {
		s.askLine(say.T("meeting-service.user-title"), say.T("meeting-service.user-about"), widget.NewEntry("", say.T("meeting-service.account-hint")), s.values.User, func(words string) {
			s.values.User = words
			a.set(s.kind.key(KeyMeetingUser), words)
		})
	})
	corporation := fyne.NewMenuItem(say.T("meeting-service.menu-corporation"), func() {
		s.askLine(say.T("meeting-service.corporation-title"), say.T("meeting-service.corporation-about"), widget.NewEntry("", ""), s.values.Corporation, func(words string) {
			s.values.Corporation = words
			a.set(s.kind.key(KeyMeetingCorporation), words)
		})
	})
	old := fyne.NewMenuItem(say.T("meeting-service.old-signature"), func() {
		form := SignatureOld
		if s.values.Signature == SignatureOld {
			form = SignatureNew
		}
		s.values.Signature = form
		a.set(s.kind.key(KeyMeetingSignature), form)
	})
	old.Checked = s.values.Signature == SignatureOld
	return append(items, fyne.NewMenuItemSeparator(), user, corporation, old)
}

func (a *accountFields) set(key, value string) {
	a.service.outdated()
	a.service.page.set(key, value)
	a.service.show()
}

// setHost chooses a host that everybody can use.
func (a *accountFields) setHost(url string) {
	a.service.fill(url)
	a.service.keepURL()
}
