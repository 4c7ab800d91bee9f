package messages

import (
	"context"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"foyer/services/fault"
	"foyer/services/message"
	"foyer/services/plain"
	"foyer/ui/widget"
)

// TakeFile takes a file that was dropped on the page, however large it is; it reports whether the page
// has a use for it. Where a message is written, a file without messages is a list of people.
func (p *Page) TakeFile(u fyne.URI) bool {
	switch strings.ToLower(u.Extension()) {
	case ".csv", ".json", ".tsv", ".txt":
	default:
		return false
	}
	f := fileAt(u)
	if p.writing() == nil {
		p.open(tabBatch)
		p.batch.take(f)
		return true
	}
	p.tasks.Latest("drop", func(context.Context) func() {
		if f.hasMessages() {
			return func() {
				p.open(tabBatch)
				p.batch.take(f)
			}
		}
		text, err := f.text()
		return func() {
			if err != nil {
				p.failed("messages.not-opened", err)
				return
			}
			p.Take(text, "")
		}
	})
	return true
}

// listLimit is the largest file that is read as a list of people.
const listLimit = 1 << 20

// text is what the file says, in whatever encoding it is.
func (f batchFile) text() (string, error) {
	file, err := f.open()
	if err != nil {
		return "", &fault.Error{Op: "opening a file", Kind: fault.Other, Code: message.CodeBatchUnread, Err: err}
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, listLimit))
	if err != nil {
		return "", &fault.Error{Op: "reading a file", Kind: fault.Other, Code: message.CodeBatchUnread, Err: err}
	}
	return plain.Decode(data), nil
}

// Take takes text that was pasted or dropped somewhere on the page: a batch, or people to write to.
func (p *Page) Take(text, source string) {
	if source != "" && text == "" {
		p.toast.Say(widget.Caution, p.config.Say.T("messages.took-nothing"), p.config.Say.T("messages.open-file"), p.OpenFile)
		return
	}
	batch := p.tabs.Selected() == tabBatch || source != ""
	if batch && fileOf(source, text).hasMessages() {
		if source == "" {
			source = p.config.Say.T("messages.pasted-batch")
		}
		p.open(tabBatch)
		p.batch.take(fileOf(source, text))
		return
	}
	if !utf8.ValidString(text) || p.writing() == nil {
		p.toast.Say(widget.Caution, p.config.Say.T("messages.took-no-batch"), "", nil)
		return
	}
	people := message.ReadRecipients(text)
	if !slices.ContainsFunc(people, func(r message.Recipient) bool { return r.Valid }) {
		p.writing().message.insert(text) // nobody is in it, so it is meant for the message
		return
	}
	p.writing().to.add(people...)
}
