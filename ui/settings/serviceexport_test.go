package settings

import (
	"fyne.io/fyne/v2"

	"foyer/ui/widget"
)

// What the tests look at and touch in the section about services.

// Verdict is what stands below the fields, line by line; nil when nothing does.
func (p *Page) Verdict() []string {
	if p.services.verdict.Hidden {
		return nil
	}
	return p.services.verdict.words()
}

// Link is the words of the verdict's link, "" without one.
func (p *Page) Link() string {
	if l := p.services.verdict.link; l != nil && !p.services.verdict.Hidden {
		return l.Words()
	}
	return ""
}

// Urgent reports whether the button to test is filled.
func (p *Page) Urgent() bool { return p.services.test.Weight == widget.Filled }

// TokenSays is what stands in the field for the token; TokenTyped what was typed into it.
func (p *Page) TokenSays() string {
	if p.services.token.kept.Hidden {
		return ""
	}
	return p.services.token.kept.Words()
}
func (p *Page) TokenTyped() string { return p.services.token.entry.Text() }
func (p *Page) TokenFixed() bool   { return !p.services.token.fixed.Hidden }

// Title is the card's, Note what stands below the cards.
func (p *Page) Title() string { return p.services.head.title.Words() }
func (p *Page) Note() string  { return p.services.note.Words() }

// OpenLock is what stands beside the open lock, "" without one.
func (p *Page) OpenLock() string {
	if p.services.lock.Hidden {
		return ""
	}
	return p.services.plain.Words()
}

// Complaint is what is wrong with the URL; URL what stands in its field.
func (p *Page) Complaint() string {
	if p.services.problem.Hidden {
		return ""
	}
	return p.services.problem.Words()
}
func (p *Page) URL() string { return p.services.url.Text() }

// The controls.
func (p *Page) URLControl() fyne.Focusable   { return p.services.url.Input() }
func (p *Page) TokenControl() fyne.Focusable { return p.services.token.entry.Input() }
func (p *Page) TestControl() fyne.Focusable  { return p.services.test }
func (p *Page) FailedControl() fyne.Focusable {
	return p.general.failed
}

// EnterToken types a token and leaves the field.
func (p *Page) EnterToken(secret string) {
	p.services.token.entry.SetText(secret)
	p.services.token.hand()
}

// What a person does with the pointer.
func (p *Page) TestService()       { p.services.check() }
func (p *Page) WhatTheServerSaid() { p.services.toggleSaid() }
func (p *Page) EditDialect()       { p.services.editDialect() }
func (p *Page) AskForget()         { p.services.askForget() }
func (p *Page) AskName()           { p.services.askName() }
func (p *Page) OpenServiceMenu()   { widget.ShowMenu(p.services.more, p.services.menuItems()) }
func (p *Page) Follow()            { test(p.services.verdict.link) }

func test(b *widget.Button) { b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }

// Menu is the words of the menu; a tick stands before what holds, and a dash before what cannot be.
func (p *Page) Menu() []string {
	var all []string
	for _, item := range p.services.menuItems() {
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
func (p *Page) Choose(words string) {
	for _, item := range p.services.menuItems() {
		if item.Label == words {
			item.Action()
		}
	}
}

// FieldsHidden reports whether there is nothing to set.
func (p *Page) FieldsHidden() bool { return p.services.fields.Hidden }
