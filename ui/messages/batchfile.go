package messages

import (
	"bufio"
	"io"
	"iter"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"foyer/services/fault"
	"foyer/services/message"
	"foyer/ui/widget"
)

// batchFile is a file of messages. It is read twice: to check it, and to queue it.
type batchFile struct {
	name string
	size int64 // in bytes, 0 when it is not known
	open func() (io.ReadCloser, error)
}

// fileAt is the file at an address.
func fileAt(u fyne.URI) batchFile {
	f := batchFile{name: u.Name(), open: func() (io.ReadCloser, error) { return storage.Reader(u) }}
	if info, err := os.Stat(u.Path()); err == nil {
		f.size = info.Size()
	}
	return f
}

// fileOf is text that came as a file.
func fileOf(name, text string) batchFile {
	return batchFile{name: name, size: int64(len(text)), open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}
}

// headOf is how much of a file tells its format.
const headOf = 4 << 10

// counted counts the bytes that were read through it.
type counted struct {
	from io.Reader
	n    int64
}

// Read is part of being a reader.
func (c *counted) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	c.n += int64(n)
	return n, err
}

// reading is a batch file while it is read.
type reading struct {
	*message.Reader
	bytes *counted
	file  io.Closer
}

// read opens a batch file; roomKey is the dialect's name for a chat room.
func (f batchFile) read(roomKey string) (*reading, error) {
	file, err := f.open()
	if err != nil {
		return nil, &fault.Error{Op: "opening a batch file", Kind: fault.Other, Code: message.CodeBatchUnread, Err: err}
	}
	bytes := &counted{from: file}
	in := bufio.NewReaderSize(bytes, 64<<10)
	head, _ := in.Peek(headOf) // what is wrong shows when the rows are read
	var keys []string
	if roomKey != "" {
		keys = append(keys, roomKey)
	}
	return &reading{Reader: message.NewReader(in, message.FormatOf(f.name, head), keys...), bytes: bytes, file: file}, nil
}

// hasMessages reports whether the file is a batch rather than a list of people, by its first row.
func (f batchFile) hasMessages() bool {
	r, err := f.read("")
	if err != nil {
		return false
	}
	defer r.file.Close()
	for row, err := range r.All() {
		return err == nil && (row.Message.Text != "" || row.Problems == nil)
	}
	return false
}

// stopped ends a reading early when somebody has cancelled it.
func stopped(rows iter.Seq2[message.Row, error], done <-chan struct{}, each func(message.Row)) iter.Seq2[message.Row, error] {
	return func(yield func(message.Row, error) bool) {
		for row, err := range rows {
			select {
			case <-done:
				yield(message.Row{}, &fault.Error{Op: "reading a batch file", Kind: fault.Cancelled})
				return
			default:
			}
			if err == nil {
				each(row)
			}
			if !yield(row, err) {
				return
			}
		}
	}
}

// choose asks for a batch file.
func (b *batchTab) choose() {
	p := b.page
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil {
			p.failed("messages.not-opened", &fault.Error{Op: "opening a file", Kind: fault.Other, Err: err})
			return
		}
		if f != nil {
			u := f.URI()
			_ = f.Close() // the file is opened anew, off this goroutine
			b.take(fileAt(u))
		}
	}, p.config.Window())
	d.SetFilter(storage.NewExtensionFileFilter([]string{".csv", ".json", ".txt", ".tsv"}))
	d.SetTitleText(p.config.Say.T("messages.open-title"))
	p.showDialog(d)
}

// showDialog shows a file dialog nearly as large as the window. It is resized when it is shown:
// Fyne 2.8.1 panics when it is resized before.
func (p *Page) showDialog(d *dialog.FileDialog) {
	p.dialog = d
	widget.ShowFileDialog(d, p.config.Window(), func() { p.dialog = nil })
}
