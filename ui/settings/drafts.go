package settings

import (
	"slices"

	"foyer/services/link"
)

// kinds are the texts of a template, in the order in which they are shown.
var kinds = []link.Kind{link.Space, link.Person, link.Meeting}

// textOf returns a template's text for a kind of target.
func textOf(t *link.Template, kind link.Kind) *string {
	switch kind {
	case link.Person:
		return &t.Person
	case link.Meeting:
		return &t.Meeting
	}
	return &t.Space
}

// draft is a template as it is typed, and as it is stored.
type draft struct{ typed, stored link.Template }

// keepable returns the template with every text that can be used as it is typed, and the others as
// they were stored: a broken text costs nobody the sound ones beside it.
func (d draft) keepable() link.Template {
	t := d.stored
	for _, kind := range kinds {
		if text := *textOf(&d.typed, kind); sound(kind, text) {
			*textOf(&t, kind) = text
		}
	}
	return t
}

// follow takes a template as it is stored now. Texts that were not touched follow it.
func (d *draft) follow(now link.Template) {
	for _, kind := range kinds {
		if *textOf(&d.typed, kind) == *textOf(&d.stored, kind) {
			*textOf(&d.typed, kind) = *textOf(&now, kind)
		}
	}
	d.stored = now
}

// drafts are the user's templates in their order.
type drafts []draft

func (all drafts) index(name string) int {
	return slices.IndexFunc(all, func(d draft) bool { return d.stored.Name == name })
}

// follow takes the templates as they are stored now.
func (all drafts) follow(now []link.Template) drafts {
	next := make(drafts, len(now))
	for i, t := range now {
		next[i] = draft{typed: t, stored: t}
		if at := all.index(t.Name); at >= 0 {
			next[i] = all[at]
			next[i].follow(t)
		}
	}
	return next
}

// stored returns the templates as they are stored.
func (all drafts) stored() []link.Template {
	list := make([]link.Template, len(all))
	for i, d := range all {
		list[i] = d.stored
	}
	return list
}

// keepable returns the templates as they can be stored, and whether that changes anything.
func (all drafts) keepable() (list []link.Template, changed bool) {
	list = make([]link.Template, len(all))
	for i, d := range all {
		list[i] = d.keepable()
		changed = changed || list[i] != d.stored
	}
	return list, changed
}

// sound reports whether a text can be used for a kind of target.
func sound(kind link.Kind, text string) bool {
	_, err := label(kind, text)
	return err == nil
}

// label makes the words that a text gives the sample of a kind.
func label(kind link.Kind, text string) (string, error) {
	var t link.Template
	*textOf(&t, kind) = text
	return t.Label(sample(kind))
}

// sample is what previews are made for.
func sample(kind link.Kind) link.Target {
	const sip = "barbara@example.webex.com"
	people := 12
	switch kind {
	case link.Person:
		return link.Target{Kind: kind, Name: "Barbara Example", Email: "barbara@example.com", SIP: sip, URL: "webexteams://im?email=barbara@example.com"}
	case link.Meeting:
		return link.Target{Kind: kind, Name: "Barbara Example", SIP: sip, URL: "webexteams://meet?sip=" + sip}
	}
	const id = "b69a0c50-3fa8-11f0-b7d6-5d17b726561b"
	return link.Target{Kind: kind, Name: "Marketing", ID: id, Participants: &people, Type: "group", URL: "webexteams://im?space=" + id}
}
