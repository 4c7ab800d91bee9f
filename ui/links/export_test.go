package links

import (
	"fyne.io/fyne/v2"

	"foyer/services/link"
	"foyer/services/person"
)

// What the tests look at, by the words that a person sees.

// Said is the sentence under the paste box, "" when there is none.
func (p *Page) Said() string {
	if p.said.Hidden {
		return ""
	}
	return p.saidWords
}

// Rows are the titles in the list.
func (p *Page) Rows() []string {
	var titles []string
	for _, r := range p.list.Rows() {
		titles = append(titles, r.Title)
	}
	return titles
}

// PanelTitle is the title of the panel, "" when it is closed.
func (p *Page) PanelTitle() string {
	if p.panel.Hidden {
		return ""
	}
	return p.panel.side.Title()
}

// Label is the text of the link in the panel, Preview what will be pasted.
func (p *Page) Label() string   { return p.panel.label.Text() }
func (p *Page) Preview() string { return p.panel.preview.words.Words() }

// TypeLabel types a text for the link.
func (p *Page) TypeLabel(s string) { p.panel.label.SetText(s) }

// StartMeeting chooses the person's meeting link.
func (p *Page) StartMeeting() { p.panel.starts.TypedKey(right) }

// TypeBox types into the paste box; Filter and SearchFor narrow the list.
func (p *Page) TypeBox(s string)        { p.box.SetText(s) }
func (p *Page) BoxText() string         { return p.box.Text() }
func (p *Page) SearchFor(s string)      { p.search.SetText(s) }
func (p *Page) Filter(k link.Kind)      { p.filter(k) }
func (p *Page) Open()                   { p.openChosen() }
func (p *Page) Pin()                    { p.pinChosen() }
func (p *Page) Delete()                 { p.deleteChosen() }
func (p *Page) UseTemplate(name string) { p.useTemplate(name) }
func (p *Page) SaveAll()                { p.saveFound() }
func (p *Page) Menu() []string {
	var words []string
	for _, i := range p.menuItems() {
		words = append(words, i.Label)
	}
	return words
}

// ChooseImport and SaveQR open file dialogs.
func (p *Page) ChooseImport() { p.chooseImport() }
func (p *Page) SaveQR()       { p.saveQR() }

// LastButton takes the focus at the panel's foot, PanelOffset is how far the panel is scrolled.
func (p *Page) LastButton() fyne.Focusable { return p.panel.open }
func (p *Page) PanelOffset() float32       { return p.panel.side.Offset() }

// Banner is what the banner says, "" when it is hidden.
func (p *Page) Banner() string {
	if p.banner.Hidden {
		return ""
	}
	return p.banner.Words()
}

// BadRow is how a row that was left out is described.
func (p *Page) BadRow(b person.RowError) string { return p.badRow(b) }

var (
	ExportJSON = exportJSON
	ExportCSV  = exportCSV
	QRCode     = qrCode
)
