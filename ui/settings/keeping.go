package settings

import (
	"context"

	"foyer/services/link"
)

// typed follows a text: the preview at once, the file when the text rests.
func (t *texts) typed(kind link.Kind, s string) {
	t.page.remeasure()
	i := t.drafts.index(t.chosen)
	if i < 0 {
		return
	}
	*textOf(&t.drafts[i].typed, kind) = s
	t.stop()
	t.stop = t.page.config.After(settle, t.flush)
}

// flush stores now what was typed and can be used.
func (t *texts) flush() {
	t.stop()
	t.stop = func() {}
	if list, changed := t.drafts.keepable(); changed {
		t.keep(list)
	}
}

// keep stores the templates. They count as stored at once, so that nothing is stored twice; if
// that fails, what is in the fields stays there and is tried again with the next change.
func (t *texts) keep(list []link.Template) {
	before := t.drafts.stored()
	for i := range list {
		t.drafts[i].stored = list[i]
	}
	t.page.store(KeyTemplate, func(ctx context.Context) error {
		return t.page.config.Preferences.SetTemplates(ctx, list)
	}, func(stored bool) {
		if !stored {
			t.unkeep(list, before)
		}
	})
	t.show()
}

// unkeep takes back that templates count as stored, where nothing else has happened since.
func (t *texts) unkeep(list, before []link.Template) {
	for i := range list {
		if at := t.drafts.index(list[i].Name); at >= 0 && t.drafts[at].stored == list[i] {
			t.drafts[at].stored = before[i]
		}
	}
}

// useForNew makes a template the one for new links.
func (t *texts) useForNew(name string) {
	if name == t.forNew {
		return
	}
	t.flush()
	t.forNew = name
	t.page.set(KeyTemplate, name)
	t.show()
	t.page.focusList()
}
