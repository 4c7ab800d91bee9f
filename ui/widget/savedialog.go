package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
)

// NewSaveDialog returns a dialog that asks where a file is to be, with a name to begin with. chosen gets
// the path, or why there is none; what the user gives up ends there. The file itself is written by the
// caller, beside its place and renamed.
func NewSaveDialog(name string, window fyne.Window, chosen func(path string, err error)) *dialog.FileDialog {
	d := dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
		if err != nil {
			chosen("", err)
			return
		}
		if file == nil {
			return
		}
		path := file.URI().Path()
		_ = file.Close() // the dialog's own handle
		chosen(path, nil)
	}, window)
	d.SetFileName(name)
	return d
}

// ShowFileDialog shows a file dialog nearly as large as its window. It is resized when it is shown:
// Fyne 2.8.1 panics when it is resized before.
func ShowFileDialog(d *dialog.FileDialog, window fyne.Window, closed func()) {
	d.SetOnClosed(closed)
	d.Show()
	d.Resize(window.Canvas().Size().Subtract(fyne.NewSize(80, 80)))
}
