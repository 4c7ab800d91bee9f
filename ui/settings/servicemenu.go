package settings

import (
	"context"

	"fyne.io/fyne/v2"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// menuItems are what can be done with the service beside using it.
func (s *service) menuItems() []*fyne.MenuItem {
	say := s.page.config.Say
	var items []*fyne.MenuItem
	add := func(word string, do func()) *fyne.MenuItem {
		item := fyne.NewMenuItem(word, do)
		items = append(items, item)
		return item
	}
	add(say.T("services.menu.name"), s.askName)
	items = append(items, fyne.NewMenuItemSeparator())
	if s.account != nil {
		items = append(items, s.account.menuItems()...)
	} else {
		add(say.T("services.menu.post"), func() { s.setReads(ReadsPost) }).Checked = s.values.Reads != ReadsGet
		add(say.T("services.menu.get"), func() { s.setReads(ReadsGet) }).Checked = s.values.Reads == ReadsGet
		add(say.T("services.menu.dialect"), s.editDialect)
	}
	items = append(items, fyne.NewMenuItemSeparator())
	add(s.kind.remove, s.removeToken).Disabled = !s.ownsToken()
	if s.isOneOfSeveral() {
		add(say.T("several.menu.remove"), s.askRemove)
		return items
	}
	add(say.T("services.menu.forget"), s.askForget).Disabled = s.values == s.kind.nothing(s.values) && !s.ownsToken()
	return items
}

func (s *service) setReads(reads string) {
	s.values.Reads = reads
	s.outdated()
	s.page.set(s.kind.key(KeyServiceReads), reads)
	s.show()
}

// askName asks how the service shall be called.
func (s *service) askName() {
	say := s.page.config.Say
	name := widget.NewEntry("", say.T("services.name-hint"))
	s.askLine(say.T("services.name-title"), say.T("services.name-about"), name, s.values.Name, func(words string) {
		s.values.Name = words
		s.page.set(s.kind.keys.name, words)
	})
}

// askLine asks for one line.
func (s *service) askLine(title, about string, field *widget.Entry, now string, done func(words string)) {
	say := s.page.config.Say
	field.SetText(now)
	var sheet *widget.Sheet
	sheet = widget.NewSheet(title, say.T("widget.cancel"), say.T("services.save"), func() {
		sheet.Close()
		done(oneLine(field.Text(), nameMax))
		s.show()
		s.page.focus(s.more)
	})
	sheet.Add(widget.Part{Object: widget.NewProse(about, style.Body, style.Ink2)},
		widget.Part{Above: style.FieldGap, Object: sheet.Field(field)})
	s.open(sheet, field.Input())
	field.SelectAll()
}

// askForget asks whether to forget the service: the token cannot be brought back.
func (s *service) askForget() {
	say := s.page.config.Say
	var sheet *widget.Sheet
	sheet = widget.NewSheet(say.T("services.forget-title", "Service", s.head.title.Words()), say.T("widget.cancel"), say.T("services.forget-do"), func() {
		sheet.Close()
		s.forget()
	}, widget.Part{Object: widget.NewProse(s.kind.forgetAbout, style.Body, style.Ink)})
	s.open(sheet, sheet.Cancel())
}

func (s *service) forget() {
	port, set, keys := s.port(), s.page.config.Preferences.Set, s.kind.reset()
	s.outdated()
	s.values = s.kind.nothing(ServiceValues{ID: s.values.ID, Used: s.values.Used, Reads: ReadsPost})
	s.fill(s.values.URL)
	if s.account != nil {
		s.account.take(s.values)
	}
	if s.ownsToken() {
		s.changeSecret(port.RemoveSecret, func(err error) {
			if err != nil {
				s.page.failed("services.token-not-removed", err)
			}
		})
	}
	s.page.store(s.kind.keys.url, func(ctx context.Context) error {
		for _, kv := range keys {
			if err := set(ctx, kv[0], kv[1]); err != nil {
				return err
			}
		}
		if s.account != nil {
			return nil
		}
		return s.setDialect(ctx, nil)
	}, func(stored bool) {
		if stored {
			s.page.toast.Say(widget.Fine, s.page.config.Say.T("services.forgotten"), "", nil)
		}
	})
	s.show()
	s.page.focus(s.url.Input())
}

// open puts a sheet over the window.
func (s *service) open(sheet *widget.Sheet, focus fyne.Focusable) {
	if c := s.page.canvas(); c != nil {
		sheet.Open(c, focus)
	}
}
