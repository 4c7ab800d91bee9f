package outbox

import (
	"fyne.io/fyne/v2"

	"foyer/services/message"
	"foyer/ui/window"
)

// choose shows the messages in a state.
func (p *Page) choose(s message.State) {
	if p.model.state == s {
		return
	}
	p.model.state = s
	p.list.ClearChoice()
	p.model.shown = 0
	p.show()
	p.reload()
}

// look shows the messages that have all of these words.
func (p *Page) look(words string) {
	if p.model.words != words {
		p.model.words = words
		p.reload()
	}
}

func (p *Page) clearFilter() {
	p.model.state, p.model.words = "", ""
	p.search.SetText("")
	p.search.Hide()
	p.show()
	p.reload()
}

func (p *Page) openSearch() {
	if p.model.empty() {
		return
	}
	p.search.Show()
	p.show()
	p.focus(p.search.Input())
}

func (p *Page) closeSearch() {
	p.search.Hide()
	p.search.SetText("")
	p.show()
	p.list.Focus()
}

func (p *Page) searchKey(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyEscape:
		p.closeSearch()
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		p.list.Focus()
	default:
		return false
	}
	return true
}

// Actions are what can be done from the window's search box on this page.
func (p *Page) Actions() []window.Result {
	say := p.config.Say
	var all []window.Result
	add := func(on bool, icon, words string, do func()) {
		if on {
			all = append(all, window.Result{Icon: icon, Title: words, Does: say.T("outbox.do"), Open: do})
		}
	}
	failed, unknown := p.model.all.Failed, p.model.all.Unknown
	add(failed > 0, "refresh", say.N("outbox.retry-some", failed), func() {
		p.changeThose(p.inFilter(message.Filter{State: message.Failed}), p.hurried, func(_ []int64, n int) { p.saidQueued(n) })
	})
	add(failed > 0, "outbox", say.T("outbox.show-failed"), func() { p.choose(message.Failed) })
	add(unknown > 0, "outbox", say.T("outbox.show-unknown"), func() { p.choose(message.Unknown) })
	add(p.model.all.Queued > 0, "refresh", say.T("outbox.try-all"), p.deliverNow)
	return all
}
