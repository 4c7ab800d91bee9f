package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"foyer/ui/style"
	"foyer/ui/widget"
)

// fileField is a setting that is the path of a file: typed, or chosen in a dialog. Below it stands what
// is in the file.
type fileField struct {
	*lineField
	column *widget.Column
	browse *widget.Button
	clear  *widget.Button
	here   *fact
	look   look
	looked string // the path that here is about
}

// look asks what is in the file of a path. The question is made on the UI goroutine, and answered on another.
type look func(path string) func(ctx context.Context) (string, error)

// newFileField makes a field of a path; look may be nil.
func newFileField(p *Page, key, name string, look look) *fileField {
	say := p.config.Say
	f := &fileField{lineField: newLineField(p, key, name, say.T("preferences.file-none")), here: newFact(), look: look}
	f.changed = f.showButtons
	f.browse = widget.NewButton(widget.Outlined, "", say.T("preferences.file-choose"), f.ask)
	f.clear = widget.NewButton(widget.Outlined, "", say.T("preferences.file-clear"), func() { f.set("") })
	for _, b := range []*widget.Button{f.browse, f.clear} {
		b.Small = true
	}
	p.watch(f.browse, f.clear)
	f.column = widget.NewColumn(0, widget.Part{Object: f.lineField.column},
		widget.Part{Above: style.Unit, Object: f.here.line},
		widget.Part{Above: style.IconGap, Object: newFlow(f.browse, f.clear)})
	f.showButtons()
	return f
}

func (f *fileField) showButtons() {
	f.browse.Hidden, f.clear.Hidden = f.page.config.Window == nil, f.typed() == ""
	f.column.Refresh()
	f.page.remeasure()
}

// take shows the setting as it is now.
func (f *fileField) take(path string) {
	f.lineField.take(path)
	f.showButtons()
	if path != f.looked {
		f.here.say(widget.Notice, "") // that was about another file
	}
}

// inspect says what is in the file of the setting.
func (f *fileField) inspect() {
	path := f.stored
	if path == "" || f.look == nil {
		f.looked = ""
		f.here.say(widget.Notice, "")
		f.page.remeasure()
		return
	}
	ask := f.look(path)
	f.page.tasks.Latest("file "+f.key, func(ctx context.Context) func() {
		words, err := ask(ctx)
		return func() {
			f.looked = path
			if err != nil {
				f.here.say(widget.Trouble, f.page.config.Say.Reason(err))
			} else {
				f.here.say(widget.Fine, words)
			}
			f.page.remeasure()
		}
	})
}

// ask lets the user choose a file.
func (f *fileField) ask() {
	window := f.page.config.Window()
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil || file == nil {
			return
		}
		path := file.URI().Path()
		_ = file.Close() // only its name is wanted
		f.chosen(path)
	}, window)
	widget.ShowFileDialog(d, window, func() { f.page.focus(f.browse) })
}

// chosen takes the path of a file that was chosen.
func (f *fileField) chosen(path string) { f.set(path) }
