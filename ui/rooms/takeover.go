package rooms

// TakeOver puts what stands on an earlier page onto this one, which was made a moment ago to speak another
// language. The earlier page is closed; it must not be busy.
func (p *Page) TakeOver(before *Page) {
	before.Close()
	p.model, p.storedSeen, p.trouble = before.model, before.storedSeen, before.trouble
	p.week.uses, p.week.again = before.week.uses, true
	p.bar.recall()
	p.bar.view.Select(int(p.model.view))
	p.table.SetZoom(before.table.Zoom())
	p.show()
}
