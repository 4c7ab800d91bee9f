package messages

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"foyer/services/agent"
	"foyer/services/link"
	"foyer/services/message"
	"foyer/ui/widget"
)

// What the tests look at, by the words that a person sees, and what they do, as a person does it.

// Recipients are the words on the chips of the tab in sight.
func (p *Page) Recipients() []string {
	var words []string
	for _, c := range p.writing().to.entry.Chips() {
		words = append(words, c.Words)
	}
	return words
}

// Tones are the tones of the chips.
func (p *Page) Tones() []widget.Tone {
	var tones []widget.Tone
	for _, c := range p.writing().to.entry.Chips() {
		tones = append(tones, c.Tone)
	}
	return tones
}

// Notes are the sentences below the recipients.
func (p *Page) Notes() []string { return p.writing().to.said }

// Fix taps the link at the end of a note.
func (p *Page) Fix(note int) {
	w := p.writing()
	odd, i := w.to.list.odd(), 0
	w.to.noteBad(func(_ widget.Tone, _, _ string, do func()) {
		if i == note {
			do()
		}
		i++
	})
	w.to.noteOdd(odd, func(_ widget.Tone, _, _ string, do func()) {
		if i == note {
			do()
		}
		i++
	})
}

// To, Text and Room are where people type.
func (p *Page) To() fyne.Focusable   { return p.writing().to.entry.Input() }
func (p *Page) Text() fyne.Focusable { return p.writing().message.area.Input() }
func (p *Page) Room() fyne.Focusable { return p.room.room.entry.Input() }

// TypeText replaces the text of the message.
func (p *Page) TypeText(s string) { p.writing().message.area.SetText(s) }

// Message is the text of the message.
func (p *Page) Message() string { return p.writing().message.area.Text() }

// RoomName is what stands in the field for a room.
func (p *Page) RoomName() string { return p.room.room.name() }

// SendWords are the words on the button, SendWaits why it waits.
func (p *Page) SendWords() string { return p.writing().send.Words() }
func (p *Page) SendOff() bool     { return p.writing().send.Disabled() }
func (p *Page) FootWords() string { return p.current().foot().words.Words() }

// Count is how many people the page counts.
func (p *Page) Count() string { return p.writing().count.Words() }

// Suggested are the people or rooms that are offered.
func (p *Page) Suggested() []string {
	if p.suggest.Hidden {
		return nil
	}
	var words []string
	for _, r := range p.suggest.list.rows {
		words = append(words, r.title)
	}
	return words
}

// TapSuggestion taps a row of the list that is down.
func (p *Page) TapSuggestion(i int) { test.Tap(p.suggest.list.views[i]) }

// SideRows are the people or rooms in the panel, SentRows what was sent last.
func (p *Page) SideRows() []string {
	if p.side.Hidden {
		return nil
	}
	var words []string
	for _, r := range p.side.list.rows {
		words = append(words, r.title)
	}
	return words
}

func (p *Page) SentRows() []string {
	var words []string
	for _, r := range p.side.sent.rows {
		words = append(words, r.title+": "+r.trailing)
	}
	return words
}

// TapSide taps a row of the panel; FindSide searches in it.
func (p *Page) TapSide(i int)     { test.Tap(p.side.list.views[i]) }
func (p *Page) TapSent(i int)     { test.Tap(p.side.sent.views[i]) }
func (p *Page) FindSide(q string) { p.side.search.SetText(q) }
func (p *Page) OpenSide()         { p.openSide() }

// Envelope ticks the box.
func (p *Page) Envelope() { test.Tap(p.writing().message.envelope.check) }

// Banner is what the banner says, "" when it is hidden.
func (p *Page) Banner() string {
	if p.banner.Hidden {
		return ""
	}
	return p.banner.Words()
}

// FirstUse reports whether the page shows what it is for.
func (p *Page) FirstUse() bool { return p.scrolls.Visible() }

// Templates are the words of the menu of templates; UseTemplate chooses one.
func (p *Page) Templates() []string {
	var words []string
	for _, i := range p.templateItems(p.writing().message) {
		words = append(words, i.Label)
	}
	return words
}

func (p *Page) UseTemplate(word string) {
	for _, i := range p.templateItems(p.writing().message) {
		if i.Label == word {
			i.Action()
		}
	}
}

// InsertLink opens the sheet of links.
func (p *Page) InsertLink() { p.insertLink(p.writing().message) }

// Batch.

// Card is what the card of the batch says: its name and its sentence.
func (p *Page) Card() string { return p.batch.card.name.Words() + ": " + p.batch.card.says.Words() }

// CardActions are the buttons on the card; TapCard presses one.
func (p *Page) CardActions() []string {
	var words []string
	for _, a := range p.batch.card.actions {
		words = append(words, a.Words())
	}
	return words
}

func (p *Page) TapCard(word string) bool {
	for _, a := range p.batch.card.actions {
		if a.Words() == word {
			test.Tap(a)
			return true
		}
	}
	return false
}

// Left is how far the batch is and how long it still takes.
func (p *Page) Left() string { return p.batch.card.left.Words() }

// Table are the rows of the table, each as number, receiver, reason or message, and result.
func (p *Page) Table() []string {
	var rows []string
	for _, key := range p.batch.ledger.Keys() {
		r, ok := p.batch.row(key)
		if !ok {
			rows = append(rows, "?")
			continue
		}
		rows = append(rows, strings.Join([]string{r.Lead, r.Title, r.Second, r.Word}, " | "))
	}
	return rows
}

// Chips are the filters of the table.
func (p *Page) Chips() []string {
	var words []string
	for _, o := range p.batch.chips.items {
		words = append(words, o.(*widget.Chip).Words())
	}
	return words
}

// Filter chooses rows of the table.
func (p *Page) Filter(f string) {
	p.batch.filter = batchFilter(f)
	p.batch.filtered()
}

// ChooseRow chooses a row of the table; RowMenu is what can be done with it.
func (p *Page) ChooseRow(i int) { p.batch.ledger.Choose(p.batch.ledger.Keys()[i]) }
func (p *Page) RowMenu() []string {
	var words []string
	for _, i := range p.batch.rowItems() {
		words = append(words, i.Label)
	}
	return words
}

func (p *Page) DoRow(word string) {
	for _, i := range p.batch.rowItems() {
		if i.Label == word {
			i.Action()
		}
	}
}

// OpenText opens text as a batch file, SaveResults and SaveWrong write files.
func (p *Page) OpenText(name, text string) {
	p.open(tabBatch)
	p.batch.take(fileOf(name, text))
}
func (p *Page) SaveWrong(path string)    { p.saveTo(path, p.batch.writeWrong) }
func (p *Page) SaveResults()             { p.batch.saveResults() }
func (p *Page) WriteResults(path string) { p.saveTo(path, p.batch.writeResults()) }
func (p *Page) Bulk()                    { test.Tap(p.batch.card.option.(*widget.Check)) }
func (p *Page) Earlier() []string {
	var words []string
	for _, r := range p.batch.old.rows {
		words = append(words, r.title+": "+r.second)
	}
	return words
}
func (p *Page) OpenEarlier(i int) { test.Tap(p.batch.old.views[i]) }
func (p *Page) Resting() bool     { return p.batch.resting() }

// Quick call.

// CallWords, CallDate and CallClock are where the time is typed; Echo is what was understood.
func (p *Page) CallWords() *widget.Entry { return p.call.words }
func (p *Page) CallDate() *widget.Entry  { return p.call.date }
func (p *Page) CallClock() *widget.Entry { return p.call.clock }
func (p *Page) Echo() string             { return p.call.said }
func (p *Page) CallChoice(i int)         { test.Tap(p.call.choices[i]) }
func (p *Page) Generate()                { p.call.generate() }
func (p *Page) Password() string         { return p.call.password.Text() }
func (p *Page) CallResult() string       { return p.call.result.link.Words() }
func (p *Page) CallAs(i int)             { p.call.format = callFormats[i]; p.call.result.show() }
func (p *Page) CallOpen()                { p.call.openLink() }
func (p *Page) CallWrite()               { p.call.write() }
func (p *Page) CallAgain()               { p.call.again() }
func (p *Page) CallTrouble() string {
	if p.call.trouble.Hidden {
		return ""
	}
	return p.call.trouble.Words()
}
func (p *Page) PickDay() { p.call.pick() }

// Chat rooms.

func (p *Page) ManageRooms()              { p.manageRooms() }
func (p *Page) ManageName(s string)       { p.manager.name.SetText(s) }
func (p *Page) ManageMembers(s string)    { p.manager.members.OnText(s) }
func (p *Page) Manage(r message.ChatRoom) { p.manager.fill(r) }
func (p *Page) Managed() message.ChatRoom { return p.manager.edited() }
func (p *Page) ManageTrouble() string {
	if p.manager.trouble.Hidden {
		return ""
	}
	return p.manager.trouble.Words()
}
func (p *Page) ManageItems() []string {
	var words []string
	for _, i := range p.manager.roomItems() {
		words = append(words, i.Label)
	}
	return words
}

// WriteLink writes a link in a format.
func WriteLink(url, text, format string) agent.Clip { return writeLink(url, text, link.Format(format)) }

// Check checks a batch file and returns how many rows it has.
func Check(ctx context.Context, text string) (int, error) {
	found, err := fileOf("list.csv", text).check(ctx, "", func(int64, int) {})
	if err != nil {
		return 0, err
	}
	return found.rows, nil
}

// Deaf makes the page deaf to what is typed into the text.
func (p *Page) Deaf() { p.writing().message.area.OnChanged = nil }

// Tabs takes the focus; TapTab taps a tab.
func (p *Page) Tabs() fyne.Focusable { return p.tabs }
func (p *Page) TapTab(i int) {
	x := float32(0)
	for x < p.tabs.Size().Width && p.tabs.Selected() != i {
		test.TapAt(p.tabs, fyne.NewPos(x, 10))
		x += 20
	}
}

// Typing is what stands in the field for people and is nobody yet.
func (p *Page) Typing() string { return p.writing().to.entry.Text() }

// MakeRoom begins a new chat room; NewRoom is its name.
func (p *Page) MakeRoom(name string) {
	p.manageRooms()
	p.manager.name.SetText(name)
}

func (p *Page) NewRoom() string { return p.manager.name.Text() }
