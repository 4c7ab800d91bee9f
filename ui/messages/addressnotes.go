package messages

import (
	"slices"

	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// showNotes says what is wrong with the people, and offers to mend it.
func (f *addressField) showNotes(odd []message.Odd) {
	var parts []widget.Part
	f.said = nil
	add := func(tone widget.Tone, sentence, action string, do func()) {
		above := float32(0)
		if len(parts) > 0 {
			above = style.Unit
		}
		f.said = append(f.said, sentence)
		parts = append(parts, widget.Part{Above: above, Object: newNote(f.pane, tone, sentence, action, do)})
	}
	f.noteBad(add)
	f.noteOdd(odd, add)
	f.notes.Hidden = len(parts) == 0
	f.notes.Set(parts...)
}

func (f *addressField) noteBad(add func(widget.Tone, string, string, func())) {
	say, bad := f.page.config.Say, f.list.bad()
	if len(bad) == 0 {
		return
	}
	first := slices.IndexFunc(f.list.all, func(r message.Recipient) bool { return !r.Valid })
	sentence := say.T("messages.bad-address", "Address", bad[0].Raw)
	if len(bad) > 1 {
		sentence = say.N("messages.bad-addresses", len(bad))
	}
	add(widget.Trouble, sentence, say.T("messages.edit-address"), func() { f.edit(first) })
}

// noteOdd has one sentence for each doubtful domain, the first few of them.
func (f *addressField) noteOdd(odd []message.Odd, add func(widget.Tone, string, string, func())) {
	const most = 2
	say := f.page.config.Say
	seen := map[string][]message.Odd{}
	var order []string
	for _, o := range odd {
		if seen[o.Domain] == nil {
			order = append(order, o.Domain)
		}
		seen[o.Domain] = append(seen[o.Domain], o)
	}
	for _, domain := range order[:min(len(order), most)] {
		these := seen[domain]
		sentence := say.T("messages.odd-domain", "Domain", domain)
		if usual := these[0].Usual; usual != "" {
			add(widget.Caution, sentence, say.T("messages.use-domain", "Domain", usual), func() {
				f.list.correct(these...)
				f.show()
				f.page.focus(f.entry.Input())
			})
			continue
		}
		add(widget.Caution, sentence, say.T("messages.keep-domain"), func() {
			f.list.keep(domain)
			f.show()
			f.page.focus(f.entry.Input())
		})
	}
}
