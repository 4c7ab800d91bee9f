package messages

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"foyer/services/link"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// linksShown is how many saved links the sheet shows at once; the search finds the others.
const linksShown = 7

// insertLink asks which saved link is put into a message.
func (p *Page) insertLink(into *composer) {
	p.tasks.Latest("links", func(ctx context.Context) func() {
		all, err := p.config.Book.Links(ctx)
		return func() {
			switch {
			case err != nil:
				p.failed("messages.links-failed", err)
			case len(all) == 0:
				p.toast.Say(widget.Notice, p.config.Say.T("messages.no-links"), "", nil)
			default:
				newLinkSheet(p, into, all).open()
			}
		}
	})
}

// linkSheet holds the search for a link while one is chosen.
type linkSheet struct {
	page   *Page
	into   *composer
	all    []link.Saved
	shown  []link.Saved
	sheet  *widget.Sheet
	search *widget.Entry
	as     *widget.Segments
	list   *shortList
	none   *widget.Prose
}

func newLinkSheet(p *Page, into *composer, all []link.Saved) *linkSheet {
	say := p.config.Say
	s := &linkSheet{page: p, into: into, all: all, none: widget.NewProse(say.T("messages.no-link-found"), style.Body, style.Ink2)}
	s.sheet = widget.NewSheet(say.T("messages.link-title"), say.T("widget.cancel"), say.T("messages.link-insert"), s.insert)
	s.search = s.sheet.Field(widget.NewEntry("search", say.T("messages.link-search")))
	closes := s.search.OnKey
	s.search.OnKey = func(k *fyne.KeyEvent) bool { return s.key(k) || closes(k) }
	s.search.OnChanged = func(string) { s.show() }
	s.as = widget.NewSegments([]string{say.T("messages.link-url"), say.T("messages.link-text")}, func(int) {}).Stretch()
	s.list = newShortList(func(i int) {
		s.list.choose(i)
		s.insert()
	})
	s.list.marked, s.list.pad, s.list.gap = true, style.IconGap, style.IconGap
	s.list.key = closes
	s.sheet.Add(widget.Part{Object: s.search}, widget.Part{Above: style.IconGap, Object: s.list}, widget.Part{Above: style.IconGap, Object: s.none},
		widget.Part{Above: style.FieldGap, Object: s.as})
	s.show()
	return s
}

func (s *linkSheet) open() {
	if c := s.page.canvas(); c != nil {
		s.sheet.Open(c, s.search.Input())
	}
}

// show lists the links in which all words of the search stand.
func (s *linkSheet) show() {
	words := strings.Fields(fold(s.search.Text()))
	s.shown = nil
links:
	for _, l := range s.all {
		hay := fold(l.Title() + "\n" + l.Email + "\n" + l.SIP + "\n" + l.URL)
		for _, w := range words {
			if !strings.Contains(hay, w) {
				continue links
			}
		}
		if s.shown = append(s.shown, l); len(s.shown) == linksShown {
			break
		}
	}
	icons := map[link.Kind]string{link.Person: "person", link.Meeting: "meeting", link.Space: "space"}
	rows := make([]shortRow, len(s.shown))
	for i, l := range s.shown {
		rows[i] = shortRow{icon: icons[l.Kind], title: l.Title()}
		if l.Kind == link.Person && l.Email != l.Title() {
			rows[i].trailing = l.Email
		}
	}
	s.list.current = 0
	s.list.set(rows)
	s.none.Hidden = len(rows) > 0
	s.list.Hidden = len(rows) == 0
	if len(rows) == 0 {
		s.sheet.OK().Disable()
	} else {
		s.sheet.OK().Enable()
	}
	s.sheet.Refresh()
}

func (s *linkSheet) key(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyUp:
		s.list.choose(s.list.current - 1)
	case fyne.KeyDown:
		s.list.choose(s.list.current + 1)
	default:
		return false
	}
	return true
}

// insert puts the chosen link where the cursor is in the message.
func (s *linkSheet) insert() {
	if s.list.current >= len(s.shown) {
		return
	}
	l := s.shown[s.list.current]
	format := link.URL
	if s.as.Selected() == 1 {
		format = link.RichText // its plain half is the text and the link
	}
	out, err := link.Write(l.Target, format, l.Label)
	if err != nil {
		s.page.failed("messages.links-failed", err)
		return
	}
	s.sheet.Close()
	s.into.insert(out.Text)
}
