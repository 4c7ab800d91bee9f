package links

import (
	"context"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"foyer/services/fault"
	"foyer/services/link"
	"foyer/services/person"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// importLimit is the largest file of people that is read; a hundred thousand people fit.
const importLimit = 16 << 20

// chooseImport asks for a file of people.
func (p *Page) chooseImport() {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil {
			p.failed("links.import-failed", &fault.Error{Op: "opening a file", Kind: fault.Other, Err: err})
			return
		}
		if f != nil {
			p.readImport(f)
		}
	}, p.config.Window())
	d.SetFilter(storage.NewExtensionFileFilter([]string{".csv", ".txt", ".tsv"}))
	d.SetTitleText(p.config.Say.T("links.import-title"))
	p.showDialog(d)
}

func (p *Page) readImport(f fyne.URIReadCloser) {
	name := f.URI().Name()
	p.stores.Add(func(context.Context) func() {
		data, err := io.ReadAll(io.LimitReader(f, importLimit))
		_ = f.Close() // reading is over; nothing can be lost any more
		return func() {
			if err != nil {
				p.failed("links.import-failed", &fault.Error{Op: "reading " + name, Kind: fault.Other, Err: err})
				return
			}
			p.importPeople(link.Decode(data), name)
		}
	})
}

// importPeople saves a list of people in one step and says what could not be read.
func (p *Page) importPeople(text, source string) {
	p.stores.Add(func(ctx context.Context) func() {
		people, bad, err := person.ReadCSV(strings.NewReader(text))
		if err != nil {
			return func() {
				p.failed("links.import-failed", &fault.Error{Op: "reading " + source, Kind: fault.Invalid, Err: err})
			}
		}
		added, merged := 0, 0
		if len(people) > 0 {
			added, merged, err = p.config.Book.ImportPeople(ctx, people, source)
		}
		if err == nil {
			p.config.Desk.Changed(ctx)
		}
		return func() {
			if err != nil {
				p.failed("links.import-failed", err)
				return
			}
			p.imported(source, added, merged, bad)
			p.Load()
		}
	})
}

// imported says how many people came from a file. Rows that could not be read stay in sight until
// somebody has seen them.
func (p *Page) imported(source string, added, merged int, bad []person.RowError) {
	say := p.config.Say
	sentence := say.T("links.imported", "Source", widget.Strong(source), "Added", say.N("links.imported-people", added))
	if merged > 0 {
		sentence += " " + say.N("links.imported-known", merged)
	}
	if len(bad) == 0 {
		p.toast.Say(widget.Fine, sentence, "", nil)
		p.banner.Hide()
		p.Refresh()
		return
	}
	sentence += " " + say.N("links.imported-bad", len(bad))
	p.banner.Set(widget.Caution, sentence,
		widget.NewButton(widget.Linked, "", say.T("links.imported-show"), func() { p.showBad(source, bad) }),
		widget.NewIconButton("x", say.T("links.close"), func() {
			p.banner.Hide()
			p.Refresh()
		}))
	p.banner.Show()
	p.Refresh()
}

// badRows is how many unreadable rows are listed; the first ones tell what is wrong with a file.
const badRows = 200

func (p *Page) showBad(source string, bad []person.RowError) {
	say := p.config.Say
	c := p.canvas()
	if c == nil {
		return
	}
	var sheet *widget.Sheet
	sheet = widget.NewSheet(say.T("links.bad-title", "Source", source), say.T("links.copy-list"), say.T("links.close"), func() { sheet.Close() })
	var lines []string
	for i, b := range bad {
		if i == badRows {
			lines = append(lines, say.N("links.bad-more", len(bad)-badRows))
			break
		}
		lines = append(lines, p.badRow(b))
	}
	sheet.Add(widget.Part{Object: widget.NewProse(strings.Join(lines, "\n"), style.Body, style.Ink)})
	sheet.OnCancel(func() { p.copyText(strings.Join(lines, "\n")) })
	sheet.Open(c, nil)
}

func (p *Page) badRow(b person.RowError) string {
	say := p.config.Say
	return say.T("links.bad-row", "Line", b.Line, "Reason", say.T("links.bad."+string(b.Reason)), "Value", b.Value)
}
