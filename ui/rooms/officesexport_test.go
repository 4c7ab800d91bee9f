package rooms

// Office is the service that the chooser names, "" where there is nothing to choose.
func (p *Page) Office() string {
	if !p.bar.chooser.Several() {
		return ""
	}
	return p.bar.chooser.Words()
}

// ChooseOffice takes what stands there in the chooser's menu.
func (p *Page) ChooseOffice(i int) { p.bar.chooser.Items()[i].Action() }
