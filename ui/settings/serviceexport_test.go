package settings

import (
	"fyne.io/fyne/v2"

	"foyer/ui/widget"
)

// Card is what the tests look at and touch in the card of a service.
type Card struct{ s *service }

// Messenger and Meetings are the two cards; HasMeetings reports whether there is the second.
func (p *Page) Messenger() Card   { p.ready(); return Card{p.services} }
func (p *Page) Meetings() Card    { p.ready(); return Card{p.meetings} }
func (p *Page) HasMeetings() bool { p.ready(); return p.meetings != nil }

// Verdict is what stands below the fields, line by line; nil when nothing does.
func (c Card) Verdict() []string {
	if c.s.verdict.Hidden {
		return nil
	}
	return c.s.verdict.words()
}

// Link is the words of the verdict's link, "" without one.
func (c Card) Link() string {
	if l := c.s.verdict.link; l != nil && !c.s.verdict.Hidden {
		return l.Words()
	}
	return ""
}

// Urgent reports whether the button to test is filled.
func (c Card) Urgent() bool { return c.s.test.Weight == widget.Filled }

// TokenSays is what stands in the field for the token; TokenTyped what was typed into it.
func (c Card) TokenSays() string {
	if c.s.token.kept.Hidden {
		return ""
	}
	return c.s.token.kept.Words()
}
func (c Card) TokenTyped() string { return c.s.token.entry.Text() }
func (c Card) TokenFixed() bool   { return !c.s.token.fixed.Hidden }

// Title is the card's, Note what stands below the cards.
func (c Card) Title() string { return c.s.head.title.Words() }
func (c Card) Note() string  { return c.s.page.note.Words() }

// OpenLock is what stands beside the open lock, "" without one.
func (c Card) OpenLock() string {
	if c.s.lock.Hidden {
		return ""
	}
	return c.s.plain.Words()
}

// Complaint is what is wrong with the URL; URL what stands in its field.
func (c Card) Complaint() string {
	if c.s.problem.Hidden {
		return ""
	}
	return c.s.problem.Words()
}
func (c Card) URL() string { return c.s.url.Text() }

// The controls.
func (c Card) URLControl() fyne.Focusable   { return c.s.url.Input() }
func (c Card) TokenControl() fyne.Focusable { return c.s.token.entry.Input() }
func (c Card) TestControl() fyne.Focusable  { return c.s.test }

// EnterToken types a token and leaves the field.
func (c Card) EnterToken(secret string) {
	c.s.token.entry.SetText(secret)
	c.s.token.hand()
}

// What a person does with the pointer.
func (c Card) TestService()       { c.s.check() }
func (c Card) WhatTheServerSaid() { c.s.toggleSaid() }
func (c Card) EditDialect()       { c.s.editDialect() }
func (c Card) AskForget()         { c.s.askForget() }
func (c Card) AskName()           { c.s.askName() }
func (c Card) OpenServiceMenu()   { widget.ShowMenu(c.s.more, c.s.menuItems()) }
func (c Card) Follow()            { test(c.s.verdict.link) }

func test(b *widget.Button) { b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }

// Menu is the words of the menu; a tick stands before what holds, and a dash before what cannot be.
func (c Card) Menu() []string {
	var all []string
	for _, item := range c.s.menuItems() {
		words := item.Label
		switch {
		case item.IsSeparator:
			continue
		case item.Checked:
			words = "✓ " + words
		case item.Disabled:
			words = "– " + words
		}
		all = append(all, words)
	}
	return all
}

// Choose does what an item of the menu does.
func (c Card) Choose(words string) {
	for _, item := range c.s.menuItems() {
		if item.Label == words {
			item.Action()
		}
	}
}

// FieldsHidden reports whether there is nothing to set.
func (c Card) FieldsHidden() bool { return c.s.fields.Hidden }

// The first card, for tests that know no other.
func (p *Page) Verdict() []string            { return p.Messenger().Verdict() }
func (p *Page) Link() string                 { return p.Messenger().Link() }
func (p *Page) Urgent() bool                 { return p.Messenger().Urgent() }
func (p *Page) TokenSays() string            { return p.Messenger().TokenSays() }
func (p *Page) TokenTyped() string           { return p.Messenger().TokenTyped() }
func (p *Page) TokenFixed() bool             { return p.Messenger().TokenFixed() }
func (p *Page) Title() string                { return p.Messenger().Title() }
func (p *Page) Note() string                 { return p.Messenger().Note() }
func (p *Page) OpenLock() string             { return p.Messenger().OpenLock() }
func (p *Page) Complaint() string            { return p.Messenger().Complaint() }
func (p *Page) URL() string                  { return p.Messenger().URL() }
func (p *Page) URLControl() fyne.Focusable   { return p.Messenger().URLControl() }
func (p *Page) TokenControl() fyne.Focusable { return p.Messenger().TokenControl() }
func (p *Page) TestControl() fyne.Focusable  { return p.Messenger().TestControl() }
func (p *Page) EnterToken(secret string)     { p.Messenger().EnterToken(secret) }
func (p *Page) TestService()                 { p.Messenger().TestService() }
func (p *Page) WhatTheServerSaid()           { p.Messenger().WhatTheServerSaid() }
func (p *Page) EditDialect()                 { p.Messenger().EditDialect() }
func (p *Page) AskForget()                   { p.Messenger().AskForget() }
func (p *Page) AskName()                     { p.Messenger().AskName() }
func (p *Page) OpenServiceMenu()             { p.Messenger().OpenServiceMenu() }
func (p *Page) Follow()                      { p.Messenger().Follow() }
func (p *Page) Menu() []string               { return p.Messenger().Menu() }
func (p *Page) Choose(words string)          { p.Messenger().Choose(words) }
func (p *Page) FieldsHidden() bool           { return p.Messenger().FieldsHidden() }
