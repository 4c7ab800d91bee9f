package messages

// TakeOver puts what stands on an earlier page onto this one, which was made a moment ago to speak another
// language. The earlier page is closed; it must not be busy.
func (p *Page) TakeOver(before *Page) {
	before.Close()
	p.model = before.model
	p.keeping.recalled, p.keeping.last = before.keeping.recalled, before.keeping.last
	p.people.takeOver(before.people)
	p.room.takeOver(before.room)
	if room := before.manager.edited(); !blankRoom(room) {
		p.manager.fill(room)
	}
	p.batch.takeOver(before.batch)
	p.call.takeOver(before.call)
	p.tabs.Select(before.tabs.Selected())
	p.managing = before.managing
	p.show()
}

func (w *writer) takeOver(before *writer) {
	w.put(before.draft())
	w.to.entry.SetText(before.to.entry.Text())
}

// takeOver shows the file that was opened, or the batch that was looked at.
func (b *batchTab) takeOver(before *batchTab) {
	b.state, b.file, b.read, b.rows, b.found, b.failure, b.bulk = before.state, before.file, before.read, before.rows, before.found, before.failure, before.bulk
	b.id, b.batch, b.filter, b.items, b.pace, b.olds = before.id, before.batch, before.filter, before.items, before.pace, before.olds
	b.show()
}

// takeOver shows what was typed, with the link that was made for it.
func (t *callTab) takeOver(before *callTab) {
	t.words.SetText(before.words.Text())
	t.password.SetText(before.password.Text())
	t.url, t.made, t.failure, t.format = before.url, before.made, before.failure, before.format
	t.show()
}
