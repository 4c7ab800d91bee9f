package meetings

// Account is the account that the chooser names, "" where there is nothing to choose.
func (p *Page) Account() string { return p.head.account }

// ChooseAccount takes what stands there in the chooser's menu.
func (p *Page) ChooseAccount(i int) { p.chooser.Items()[i].Action() }
