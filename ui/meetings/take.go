package meetings

import (
	"bytes"
	"context"
	"io"
	"maps"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/meeting"
	"foyer/ui/widget"
)

// fileMost is the largest file that is read, in bytes: more is no list of people.
const fileMost = 16 << 20

// pasted takes what was pasted at a cell: a single value into it, and everything else as rows.
func (p *Page) pasted(row, column int, text string) {
	text = strings.TrimRight(text, "\r\n")
	if strings.TrimSpace(text) == "" || p.model.run != nil {
		return
	}
	if row < p.model.table.Len() {
		if column >= 0 && !strings.ContainsAny(text, "\n\t") && !several(text) {
			p.editCell(row, columns[column], strings.TrimSpace(text))
			return
		}
		row++
	}
	p.take(text, "", row)
}

// several reports whether one line names several people, as those of a mail's head do.
func several(line string) bool {
	const most = 64 << 10
	return len(line) > most || strings.ContainsAny(line, ",;") && len(meeting.ReadText(line).Rows) > 1
}

// take reads people from text, off the UI goroutine, and puts them into the table.
func (p *Page) take(text, source string, at int) {
	if p.model.run != nil || strings.TrimSpace(text) == "" {
		return
	}
	if source != "" {
		p.readFile(source, func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil })
		return
	}
	p.tasks.Go(func(context.Context) func() {
		r := meeting.ReadText(text)
		return func() { p.took(r, "", at) }
	})
}

// took puts what was read into the table, and says what could not be read.
func (p *Page) took(r meeting.Reading, source string, at int) {
	m, say := &p.model, p.config.Say
	if m.run != nil {
		return
	}
	m.rejected, m.source = nil, source
	if len(r.Rejected) > 0 {
		m.rejected = &r
	}
	if len(r.Rows) == 0 {
		p.show()
		if len(r.Rejected) == 0 {
			p.toast.Say(widget.Notice, say.T("meetings.nobody-found"), "", nil)
		}
		return
	}
	people := make([]meeting.Attendee, len(r.Rows))
	for i, row := range r.Rows {
		people[i] = row.Attendee
	}
	at = min(at, m.table.Len())
	p.insert(at, people)
	p.table.Focus()
	p.table.Go(at, 0)
	words := say.N("meetings.added", len(people))
	if doubles := m.table.Summary().Duplicates; doubles > 0 {
		p.toast.Say(widget.Fine, words+" "+say.N("meetings.doubles", doubles), say.T("meetings.merge-now"), p.merge)
		return
	}
	p.toast.Say(widget.Fine, words, say.T("meetings.undo"), func() { p.takeBack() })
}

// showRejected says what could not be read, and offers to keep it.
func (p *Page) showRejected() {
	say, r := p.config.Say, p.model.rejected
	if r == nil || p.firstTime() {
		p.reject.say(nil, 0, "")
		return
	}
	first := r.Rejected[0]
	why := p.config.Say.T("attendee.rejected." + string(first.Reason))
	words := say.N("meetings.rejected-rows", len(r.Rejected), "Line", first.Line, "Why", why)
	p.reject.say(r, widget.Caution, words,
		p.link(say.T("meetings.save-rejected"), p.saveRejected),
		widget.NewIconButton("x", say.T("meetings.close"), func() {
			p.model.rejected = nil
			p.show()
		}))
}

// saveRejected keeps what could not be read as a file, with the reasons.
func (p *Page) saveRejected() {
	r, say := p.model.rejected, p.config.Say
	if r == nil {
		return
	}
	p.saveAs(say.T("meetings.file-rejected"), func(w writer) error {
		return meeting.WriteRejected(w, *r, func(why meeting.Reason) string { return say.T("attendee.rejected." + string(why)) })
	})
}

// openFile asks for a file with people.
func (p *Page) openFile() {
	if p.model.run != nil {
		return
	}
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil {
			p.failed("meetings.not-opened", &fault.Error{Op: "opening a file", Kind: fault.Other, Err: err})
			return
		}
		if f != nil {
			u := f.URI()
			_ = f.Close() // the file is opened anew, off this goroutine
			p.TakeFile(u)
		}
	}, p.config.Window())
	d.SetFilter(storage.NewExtensionFileFilter([]string{".csv", ".tsv", ".txt", ".vcf", ".json"}))
	d.SetTitleText(p.config.Say.T("meetings.open-title"))
	p.showDialog(d)
}

// showDialog shows a file dialog nearly as large as the window. It is resized when it is shown:
// Fyne 2.8.1 panics when it is resized before.
func (p *Page) showDialog(d *dialog.FileDialog) {
	p.dialog = d
	widget.ShowFileDialog(d, p.config.Window(), func() { p.dialog = nil })
}

// TakeFile reads a file of people.
func (p *Page) TakeFile(u fyne.URI) bool {
	if !strings.EqualFold(u.Scheme(), "file") {
		return false
	}
	p.readFile(u.Name(), func() (io.ReadCloser, error) { return storage.Reader(u) })
	return true
}

// readFile reads people from a file; one whose columns are not understood is asked about.
func (p *Page) readFile(name string, open func() (io.ReadCloser, error)) {
	mapping := p.config.Preferences.Mapping()
	p.tasks.Latest("file", func(context.Context) func() {
		data, err := readAll(open)
		if err != nil {
			return func() { p.failed("meetings.not-read", err) }
		}
		format := meeting.Detect(name, data[:min(len(data), 4<<10)])
		r, err := meeting.Read(bytes.NewReader(data), format, mapping)
		return func() {
			switch {
			case err != nil:
				p.failed("meetings.not-read", err)
			case format == meeting.FormatCSV && !understood(r):
				p.openMapping(name, data, r)
			default:
				p.took(r, name, p.model.table.Len())
			}
		}
	})
}

func readAll(open func() (io.ReadCloser, error)) ([]byte, error) {
	f, err := open()
	if err != nil {
		return nil, &fault.Error{Op: "opening a file", Kind: fault.Other, Code: "meeting-file", Err: err}
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, fileMost+1))
	switch {
	case err != nil:
		return nil, &fault.Error{Op: "reading a file", Kind: fault.Other, Code: "meeting-file", Err: err}
	case len(data) > fileMost:
		return nil, &fault.Error{Op: "reading a file", Kind: fault.Invalid, Code: "meeting-file-large"}
	}
	return data, nil
}

// understood reports whether a table says who is to be called: one without a column of names, or of
// numbers, is asked about.
func understood(r meeting.Reading) bool {
	if len(r.Mapping) < 2 { // no table, but a list
		return true
	}
	name, phone := false, false
	for _, c := range r.Mapping {
		name, phone = name || c == meeting.ColumnName, phone || c == meeting.ColumnPhone
	}
	return name && phone
}

// placeMark begins the names of columns that have none: #1, #2 and so on.
const placeMark = "#"

// mapped reads a table again with what somebody said its columns are, and remembers that.
func (p *Page) mapped(name string, data []byte, m meeting.Mapping) {
	all, kept := meeting.Mapping{}, meeting.Mapping{}
	maps.Copy(all, p.config.Preferences.Mapping())
	maps.Copy(all, m)
	for cell, c := range all {
		if !strings.HasPrefix(cell, placeMark) { // the first column is another one in the next file
			kept[cell] = c
		}
	}
	p.tasks.Latest("file", func(ctx context.Context) func() {
		r, err := meeting.ReadCSV(bytes.NewReader(data), all)
		unsaved := p.config.Preferences.SetMapping(ctx, kept)
		return func() {
			if err != nil {
				p.failed("meetings.not-read", err)
				return
			}
			p.took(r, name, p.model.table.Len())
			if unsaved != nil {
				p.failed("meetings.mapping-unsaved", unsaved)
			}
		}
	})
}

// copyRows copies a cell, or rows as a spreadsheet takes them.
func (p *Page) copyRows(first, count, column int) {
	var lines []string
	for i := first; i < first+count && i < p.model.table.Len(); i++ {
		var cells []string
		for n, c := range columns {
			if column < 0 || n == column {
				cells = append(cells, p.model.table.Cell(i, c))
			}
		}
		lines = append(lines, strings.Join(cells, "\t"))
	}
	p.copyText(strings.Join(lines, "\n"), "meetings.copied")
}

// copyText copies plain text and says so.
func (p *Page) copyText(words, done string) {
	p.stores.Add(func(ctx context.Context) func() {
		_, err := p.config.Desk.Copy(ctx, agent.Clip{Text: words})
		return func() {
			if err != nil {
				p.failed("meetings.copy-failed", err)
				return
			}
			p.toast.Say(widget.Fine, p.config.Say.T(done), "", nil)
		}
	})
}
