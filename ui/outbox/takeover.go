package outbox

// TakeOver puts what stands on an earlier page onto this one, which was made a moment ago to speak another
// language. The earlier page is closed; it must not be busy.
func (p *Page) TakeOver(before *Page) {
	before.Close()
	p.model, p.trouble, p.wanted = before.model, before.trouble, before.wanted
	words := p.model.words
	p.model.words = "" // set again by the field, which reads the rows
	p.search.Hidden = before.search.Hidden
	p.search.SetText(words)
	p.model.words = words
	p.show()
}
