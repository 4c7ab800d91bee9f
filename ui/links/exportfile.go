package links

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"foyer/services/link"
	"foyer/services/person"
	"foyer/ui/widget"
)

// exportMenu asks in which form the saved links are exported.
func (p *Page) exportMenu(below fyne.CanvasObject) {
	say := p.config.Say
	item := func(word, file string, write func([]link.Saved) ([]byte, error)) *fyne.MenuItem {
		return fyne.NewMenuItem(say.T(word), func() {
			shown := p.model.visible()
			p.saveAs(file, func(string) ([]byte, error) { return write(shown) })
		})
	}
	table := func(as link.Format) func([]link.Saved) ([]byte, error) {
		return func(all []link.Saved) ([]byte, error) { return peopleTable(all, as) }
	}
	items := []*fyne.MenuItem{
		item("links.export-csv", "links.csv", exportCSV),
		item("links.export-json", "links.json", exportJSON),
	}
	if p.model.count(link.Person) > 0 {
		items = append(items, fyne.NewMenuItemSeparator(),
			item("links.export-html", "people.html", table(link.HTML)),
			item("links.export-markdown", "people.md", table(link.Markdown)))
	}
	widget.ShowMenu(below, items)
}

// saveAs asks for a place and writes a file there, whole or not at all.
func (p *Page) saveAs(name string, write func(path string) ([]byte, error)) {
	d := widget.NewSaveDialog(name, p.config.Window(), func(path string, err error) {
		if err != nil {
			p.failed("links.export-failed", err)
			return
		}
		p.saveTo(path, write)
	})
	p.showDialog(d)
}

// saveTo writes a file and says where it is.
func (p *Page) saveTo(path string, write func(path string) ([]byte, error)) {
	p.stores.Add(func(context.Context) func() {
		data, err := write(path)
		if err == nil {
			err = p.config.Desk.WriteFile(path, data)
		}
		return func() {
			if err != nil {
				p.failed("links.export-failed", err)
				return
			}
			p.toast.Say(widget.Fine, p.config.Say.T("links.exported", "Path", widget.Strong(path)), "", nil)
		}
	})
}

// showDialog shows a file dialog nearly as large as the window. It is resized when it is shown:
// Fyne 2.8.1 panics when it is resized before.
func (p *Page) showDialog(d *dialog.FileDialog) {
	p.dialog = d
	widget.ShowFileDialog(d, p.config.Window(), func() { p.dialog = nil })
}

// exported is a saved link in an exported file.
type exported struct {
	link.Target
	Ref    int64      `json:"ref"`
	Label  string     `json:"label,omitempty"`
	Phone  string     `json:"phone,omitempty"`
	Pinned bool       `json:"pinned"`
	Saved  time.Time  `json:"saved"`
	Used   *time.Time `json:"used,omitempty"`
	Source string     `json:"source,omitempty"`
}

func exportJSON(all []link.Saved) ([]byte, error) {
	list := make([]exported, 0, len(all))
	for _, l := range all {
		e := exported{Target: l.Target, Ref: l.Ref, Label: l.Label, Phone: l.Phone, Pinned: l.Pinned, Saved: l.Saved.UTC(), Source: l.Source}
		if !l.Used.IsZero() {
			used := l.Used.UTC()
			e.Used = &used
		}
		list = append(list, e)
	}
	data, err := json.MarshalIndent(list, "", "  ")
	return append(data, '\n'), err
}

// exportCSV writes a table that Foyer itself and spreadsheets read. A cell that a spreadsheet would
// take for a formula gets an apostrophe before it.
func exportCSV(all []link.Saved) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\uFEFF") // Excel reads a file without it as Windows-1252
	w := csv.NewWriter(&b)
	rows := [][]string{{"kind", "name", "email", "sip", "phone", "id", "url", "label", "pinned"}}
	for _, l := range all {
		pinned := ""
		if l.Pinned {
			pinned = "yes"
		}
		rows = append(rows, []string{string(l.Kind), l.Name, l.Email, l.SIP, l.Phone, l.ID, l.URL, l.Label, pinned})
	}
	for _, row := range rows {
		for i, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t", rune(cell[0])) {
				row[i] = "'" + cell
			}
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

func peopleTable(all []link.Saved, as link.Format) ([]byte, error) {
	var people []person.Person
	for _, l := range all {
		if l.Kind == link.Person {
			people = append(people, person.Person{Name: l.Name, Email: l.Email, SIP: l.SIP, Phone: l.Phone})
		}
	}
	var b bytes.Buffer
	err := link.WriteTable(&b, people, as, link.DefaultTemplate())
	return b.Bytes(), err
}

// saveQR saves the chosen link as a QR code, PNG or SVG by the name's ending.
func (p *Page) saveQR() {
	if p.model.chosen == nil {
		return
	}
	t := p.model.target()
	p.saveAs("link.png", func(path string) ([]byte, error) { return qrCode(t, path) })
}

// qrCode draws a link as the picture that a file's ending asks for.
func qrCode(t link.Target, path string) ([]byte, error) {
	if strings.EqualFold(filepath.Ext(path), ".svg") {
		out, err := link.Write(t, link.SVG, "")
		return []byte(out.Text), err
	}
	out, err := link.Write(t, link.QR, "")
	return out.PNG, err
}
