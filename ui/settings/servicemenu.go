package settings

import (
	"context"

	"fyne.io/fyne/v2"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// menuItems are what can be done with the service beside using it.
func (s *services) menuItems() []*fyne.MenuItem {
	say := s.page.config.Say
	var items []*fyne.MenuItem
	add := func(word string, do func()) *fyne.MenuItem {
		item := fyne.NewMenuItem(word, do)
		items = append(items, item)
		return item
	}
	add(say.T("services.menu.name"), s.askName)
	items = append(items, fyne.NewMenuItemSeparator())
	add(say.T("services.menu.post"), func() { s.setReads(ReadsPost) }).Checked = s.values.Reads != ReadsGet
	add(say.T("services.menu.get"), func() { s.setReads(ReadsGet) }).Checked = s.values.Reads == ReadsGet
	add(say.T("services.menu.dialect"), s.editDialect)
	items = append(items, fyne.NewMenuItemSeparator())
	add(say.T("services.menu.remove-token"), s.removeToken).Disabled = !s.ownsToken()
	add(say.T("services.menu.forget"), s.askForget).Disabled = s.values == (ServiceValues{Reads: s.values.Reads}) && !s.ownsToken()
	return items
}

func (s *services) setReads(reads string) {
	s.values.Reads = reads
	s.outdated()
	s.page.set(KeyServiceReads, reads)
	s.show()
}

// askName asks how the service shall be called.
func (s *services) askName() {
	say := s.page.config.Say
	name := widget.NewEntry("", say.T("services.name-hint"))
	name.SetText(s.values.Name)
	var sheet *widget.Sheet
	sheet = widget.NewSheet(say.T("services.name-title"), say.T("widget.cancel"), say.T("services.save"), func() {
		sheet.Close()
		s.values.Name = oneLine(name.Text(), nameMax)
		s.page.set(KeyServiceName, s.values.Name)
		s.show()
		s.page.focus(s.more)
	})
	sheet.Add(widget.Part{Object: widget.NewProse(say.T("services.name-about"), style.Body, style.Ink2)},
		widget.Part{Above: style.FieldGap, Object: sheet.Field(name)})
	s.open(sheet, name.Input())
	name.SelectAll()
}

// askForget asks whether to forget the service: the token cannot be brought back.
func (s *services) askForget() {
	say := s.page.config.Say
	var sheet *widget.Sheet
	sheet = widget.NewSheet(say.T("services.forget-title", "Service", s.head.title.Words()), say.T("widget.cancel"), say.T("services.forget-do"), func() {
		sheet.Close()
		s.forget()
	}, widget.Part{Object: widget.NewProse(say.T("services.forget-about"), style.Body, style.Ink)})
	s.open(sheet, sheet.Cancel())
}

func (s *services) forget() {
	port, set := s.page.config.Services, s.page.config.Preferences.Set
	s.outdated()
	s.fill("")
	s.values = ServiceValues{Reads: ReadsPost}
	if s.ownsToken() {
		s.changeSecret(port.RemoveSecret, func(err error) {
			if err != nil {
				s.page.failed("services.token-not-removed", err)
			}
		})
	}
	s.page.store(KeyServiceURL, func(ctx context.Context) error {
		for _, kv := range [][2]string{{KeyServiceURL, ""}, {KeyServiceName, ""}, {KeyServicePlain, ""}, {KeyServiceReads, ReadsPost}} {
			if err := set(ctx, kv[0], kv[1]); err != nil {
				return err
			}
		}
		return port.SetDialect(ctx, nil)
	}, func(stored bool) {
		if stored {
			s.page.toast.Say(widget.Fine, s.page.config.Say.T("services.forgotten"), "", nil)
		}
	})
	s.show()
	s.page.focus(s.url.Input())
}

// open puts a sheet over the window.
func (s *services) open(sheet *widget.Sheet, focus fyne.Focusable) {
	if c := s.page.canvas(); c != nil {
		sheet.Open(c, focus)
	}
}
