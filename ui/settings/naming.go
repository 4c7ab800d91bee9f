package settings

import (
	"slices"
	"strings"
	"unicode/utf8"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// nameMax is the longest name of a template, in characters: what a row of the list can show.
const nameMax = 60

// naming is the sheet that asks for the name of a template, which none of the others has.
type naming struct {
	page    *Page
	old     string // the name so far, "" for a new template
	others  []string
	sheet   *widget.Sheet
	name    *widget.Entry
	problem *widget.Prose
}

func newNaming(p *Page, title, do, old string, taken []string, named func(name string)) *naming {
	say := p.config.Say
	n := &naming{page: p, old: old, others: taken, name: widget.NewEntry("", say.T("settings.name-hint")), problem: widget.NewProse("", style.Caption, style.InUse)}
	n.sheet = widget.NewSheet(title, say.T("widget.cancel"), do, func() {
		if name, why := n.check(); name != "" && why == "" {
			n.sheet.Close()
			named(name)
		}
	})
	n.name.SetText(old)
	n.name.OnChanged = func(string) { n.show() }
	n.sheet.Add(widget.Part{Object: caption(say.T("settings.name"))},
		widget.Part{Above: style.Unit, Object: n.sheet.Field(n.name)},
		widget.Part{Above: style.Unit, Object: n.problem})
	n.show()
	return n
}

// check returns the name on one line, and why it cannot be used.
func (n *naming) check() (name, why string) {
	say := n.page.config.Say
	name = strings.Join(strings.Fields(n.name.Text()), " ")
	switch {
	case utf8.RuneCountInString(name) > nameMax:
		return name, say.N("settings.name-long", nameMax)
	case slices.ContainsFunc(n.others, func(t string) bool { return t != n.old && strings.EqualFold(t, name) }):
		return name, say.T("settings.name-taken")
	}
	return name, ""
}

// names are those that are taken: the built-in one has one, too.
func (t *texts) names() []string {
	names := []string{t.page.config.Say.T("settings.default")}
	for _, d := range t.drafts {
		names = append(names, d.stored.Name)
	}
	return names
}

func (n *naming) show() {
	name, why := n.check()
	n.problem.SetText(why)
	n.name.SetInvalid(why != "")
	if name == "" || why != "" {
		n.sheet.OK().Disable()
	} else {
		n.sheet.OK().Enable()
	}
}

func (n *naming) open() {
	if c := n.page.canvas(); c != nil {
		n.sheet.Open(c, n.name.Input())
		n.name.SelectAll()
	}
}
