package settings

// TakeOver puts what stands on an earlier page onto this one, which was made a moment ago to speak another
// language. The earlier page is closed; it must not be busy.
func (p *Page) TakeOver(before *Page) {
	before.Close()
	p.webexApp, p.links = before.webexApp, before.links
	if !before.built() {
		return
	}
	p.ShowSection(before.Section())
	p.takeOverTexts(before.texts)
	p.takeOverMessageTexts(before.messageTexts)
}

// openUnseen makes a section that is not in sight.
func (p *Page) openUnseen(name string) {
	for i := range p.sections {
		if p.sections[i].name == name {
			p.open(&p.sections[i])
			setVisible(p.sections[i].inside.content, i == p.chosen)
			setVisible(p.sections[i].inside.action, i == p.chosen)
		}
	}
}

// takeOverMessageTexts does with templates for messages what takeOverTexts does with those for links.
func (p *Page) takeOverMessageTexts(before *messageTexts) {
	if before == nil {
		return
	}
	p.openUnseen(SectionMessageTexts)
	p.messageTexts.notes, p.messageTexts.chosen = before.notes, before.chosen
	p.messageTexts.show()
}

// takeOverTexts keeps templates that are not sound yet, and so not stored.
func (p *Page) takeOverTexts(before *texts) {
	if before == nil {
		return
	}
	p.openUnseen(SectionTexts)
	p.texts.drafts, p.texts.chosen, p.texts.forNew = before.drafts, before.chosen, before.forNew
	p.texts.show()
}

// Busy reports whether something is under way that was asked for.
func (p *Page) Busy() bool { return p.stores.Busy() || p.secrets.Busy() || p.tasks.Busy() }
