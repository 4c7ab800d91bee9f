package messages

// Choice is the service that the chooser names, "" where there is nothing to choose, and what it offers.
func (p *Page) Choice() (words string, items []string) {
	if !p.chooser.Several() {
		return "", nil
	}
	for _, i := range p.chooser.Items() {
		items = append(items, i.Label)
	}
	return p.chooser.Words(), items
}

// ChooseService takes what stands there in the chooser's menu.
func (p *Page) ChooseService(i int) { p.chooser.Items()[i].Action() }
