package links

// TakeOver puts what stands on an earlier page onto this one, which was made a moment ago to speak another
// language. The earlier page is closed; it must not be busy.
func (p *Page) TakeOver(before *Page) {
	before.Close()
	p.keeping.last = before.keeping.last
	p.box.SetText(before.box.Text())
	p.search.SetText(before.search.Text())
	p.model = before.model
	p.panel.dismissed = before.panel.dismissed
	p.show()
}
