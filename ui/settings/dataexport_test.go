package settings

import "fyne.io/fyne/v2"

// SetData gives the page data to look after. It must not have been built.
func (p *Page) SetData(d Data) { p.config.Data = d }

// BackUp is what is done with a place that was chosen; so are those below.
func (p *Page) BackUp(path string) { p.data.care.backUp(path) }

// ExportTo exports.
func (p *Page) ExportTo(path string) { p.data.care.exportTo(path) }

// CheckBackup checks and asks.
func (p *Page) CheckBackup(path string) { p.data.care.checkBackup(path) }

// MakeReport makes a report and shows it.
func (p *Page) MakeReport() { p.data.care.makeReport() }

// SaveReportTo saves one.
func (p *Page) SaveReportTo(path string) { p.data.care.saveReportTo(path) }

// EraseButton is the button that asks.
func (p *Page) EraseButton() fyne.Focusable { return p.data.care.erase }

// ReportButton is the button that makes a report.
func (p *Page) ReportButton() fyne.Focusable { return p.data.care.report }

// Doing says what is being done.
func (p *Page) Doing() string {
	if p.data.care.doing.Hidden {
		return ""
	}
	return p.data.care.doing.Words()
}

// CancelDoing presses the button beside it.
func (p *Page) CancelDoing() { p.data.care.cancel.Tapped(nil) }

// KeepDaysControl is the choice of days.
func (p *Page) KeepDaysControl() fyne.Focusable { return p.data.care.days.pick }

// WouldGo says how many messages would go.
func (p *Page) WouldGo() string { return p.data.care.days.would.Words() }

// News is what is said about the data, "" for nothing.
func (p *Page) News() string {
	if p.data.care.news.Hidden {
		return ""
	}
	return p.data.care.news.Words()
}

// DismissNews presses the button in it.
func (p *Page) DismissNews() { p.data.care.dismiss() }

// PlaceWords is what is said of a place.
func (p *Page) PlaceWords(kind PlaceKind) string { return p.data.places[kind].value.Words() }
