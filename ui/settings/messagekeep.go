package settings

import (
	"context"
	"slices"

	"foyer/services/message"
)

// typed follows the text: the preview at once, the file when the text rests.
func (t *messageTexts) typed(s string) {
	i := t.notes.index(t.chosen)
	if i < 0 {
		return
	}
	t.notes[i].typed.Text = s
	t.showText(t.notes[i].typed)
	t.stop()
	t.stop = t.page.config.After(settle, t.flush)
}

// flush stores now what was typed and can be used.
func (t *messageTexts) flush() {
	t.stop()
	t.stop = func() {}
	list, changed := t.notes.keepable()
	if !changed {
		return
	}
	before := t.notes.stored()
	for i := range list {
		t.notes[i].stored = list[i]
	}
	t.store(list, func(stored bool) {
		if !stored {
			t.unkeep(list, before)
		}
	})
}

// unkeep takes back that texts count as stored, where nothing else has happened since: they stay in the
// field and are tried again with the next change.
func (t *messageTexts) unkeep(list, before []message.Template) {
	for i := range list {
		if at := t.notes.index(list[i].Name); at >= 0 && t.notes[at].stored == list[i] {
			t.notes[at].stored = before[i]
		}
	}
}

func (t *messageTexts) store(list []message.Template, done func(stored bool)) {
	t.page.store(KeyMessageTemplates, func(ctx context.Context) error {
		return t.page.config.Preferences.SetMessageTemplates(ctx, list)
	}, done)
}

// replace stores another list and shows one of it.
func (t *messageTexts) replace(list []message.Template, chosen string, done func(stored bool)) {
	t.notes, t.chosen = t.notes.follow(list), chosen
	t.store(list, done)
	t.show()
}

// add asks for the name of a new template.
func (t *messageTexts) add() {
	say := t.page.config.Say
	newNaming(t.page, say.T("settings.add-title"), say.T("settings.add-do"), "", t.notes.names(), func(name string) {
		t.flush()
		t.replace(append(t.notes.stored(), message.Template{Name: name}), name, nil)
		t.page.focus(t.area.Input())
	}).open()
}

// renameChosen asks for another name for the chosen template.
func (t *messageTexts) renameChosen() {
	from := t.chosen
	if from == "" {
		return
	}
	say := t.page.config.Say
	newNaming(t.page, say.T("settings.rename-title", "Name", from), say.T("settings.rename-do"), from, t.notes.names(), func(to string) {
		t.flush()
		i := t.notes.index(from)
		if i < 0 || from == to {
			return
		}
		typed, list := t.notes[i].typed, t.notes.stored()
		list[i].Name = to
		t.replace(list, to, nil)
		// A text that cannot be stored yet moves with the name.
		t.notes[i].typed.Text = typed.Text
		t.show()
		t.page.focus(t.list)
	}).open()
}

// deleteChosen deletes the chosen template and offers to bring it back.
func (t *messageTexts) deleteChosen() {
	i := t.notes.index(t.chosen)
	if i < 0 {
		return
	}
	t.flush()
	gone := t.notes[i].stored
	list := slices.Delete(t.notes.stored(), i, i+1)
	next := ""
	if len(list) > 0 {
		next = list[min(i, len(list)-1)].Name
	}
	t.replace(list, next, func(stored bool) {
		if stored {
			t.page.offerUndo("preferences.notes-deleted", gone.Name, func() { t.restore(gone, i) })
		}
	})
	t.page.focus(t.list)
}

// restore brings a template back that was deleted.
func (t *messageTexts) restore(gone message.Template, at int) {
	if t.notes.index(gone.Name) >= 0 {
		return // another one has its name by now
	}
	t.flush()
	list := t.notes.stored()
	t.replace(slices.Insert(list, min(at, len(list)), gone), gone.Name, nil)
}

// move puts the chosen template one place up (-1) or down (1).
func (t *messageTexts) move(by int) {
	t.flush()
	from := t.notes.index(t.chosen)
	to := from + by
	if from < 0 || to < 0 || to >= len(t.notes) {
		return
	}
	list := t.notes.stored()
	list[from], list[to] = list[to], list[from]
	t.replace(list, t.chosen, nil)
	// The button that was pressed may be gone from the end of the list.
	if c := t.page.canvas(); c != nil && (to == 0 || to == len(list)-1) {
		c.Focus(t.list)
	}
}
