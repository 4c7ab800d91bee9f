package settings

import (
	"slices"

	"foyer/services/message"
)

// note is a template for messages as it is typed, and as it is stored.
type note struct{ typed, stored message.Template }

// keepable returns the template as it can be stored: a text with a brace too many stays as it was.
func (n note) keepable() message.Template {
	if n.typed.Text == n.stored.Text || n.typed.Check() != nil {
		return n.stored
	}
	t := n.stored
	t.Text = n.typed.Text
	return t
}

// notes are the user's templates for messages in their order.
type notes []note

func (all notes) index(name string) int {
	return slices.IndexFunc(all, func(n note) bool { return n.stored.Name == name })
}

// follow takes the templates as they are stored now. What is being typed stays.
func (all notes) follow(now []message.Template) notes {
	next := make(notes, len(now))
	for i, t := range now {
		next[i] = note{typed: t, stored: t}
		if at := all.index(t.Name); at >= 0 && all[at].typed.Text != all[at].stored.Text {
			next[i].typed.Text = all[at].typed.Text
		}
	}
	return next
}

// stored returns the templates as they are stored.
func (all notes) stored() []message.Template {
	list := make([]message.Template, len(all))
	for i, n := range all {
		list[i] = n.stored
	}
	return list
}

// keepable returns the templates as they can be stored, and whether that changes anything.
func (all notes) keepable() (list []message.Template, changed bool) {
	list = make([]message.Template, len(all))
	for i, n := range all {
		list[i] = n.keepable()
		changed = changed || list[i] != n.stored
	}
	return list, changed
}

func (all notes) names() []string {
	names := make([]string, len(all))
	for i, n := range all {
		names[i] = n.stored.Name
	}
	return names
}
