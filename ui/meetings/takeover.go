package meetings

import "foyer/ui/widget"

// TakeOver puts what stands on an earlier page onto this one, which was made a moment ago to speak another
// language. The earlier page is closed; it must not be busy.
func (p *Page) TakeOver(before *Page) {
	typing := before.waits.look != nil // somebody types the ID or the password
	before.Close()
	p.loaded, p.sideOpen, p.delay = before.loaded, before.sideOpen, before.delay
	p.model = before.model
	p.model.run = nil
	for _, field := range []struct{ to, from *widget.Entry }{{p.access.id, before.access.id}, {p.access.secret, before.access.secret}} {
		changed := field.to.OnChanged
		field.to.OnChanged = nil // nobody types
		field.to.SetText(field.from.Text())
		field.to.OnChanged = changed
	}
	p.access.typed = before.access.typed
	p.show()
	if typing {
		p.lookUp()
	}
}
