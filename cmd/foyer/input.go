package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/mattn/go-isatty"

	"foyer/services/atomicfile"
	"foyer/services/link"
)

// maxInput is how much text is read: twice what is recognised, for UTF-16, and then some.
const maxInput = 4 << 20

// stdin is how the command line calls the standard input.
const stdin = "-"

// open opens a file, or the standard input for "-" and for nothing at all when something is piped.
func (a *app) open(name string) (io.ReadCloser, error) {
	if name == stdin || name == "" && !isTerminal(a.in) {
		return io.NopCloser(a.in), nil
	}
	if name == "" {
		return nil, wrong{a.words.T("cli.no-input")}
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, wrong{a.words.T("cli.unreadable", "File", name, "Words", cause(err))}
	}
	return f, nil
}

// text reads a file's text.
func (a *app) text(name string) (string, error) {
	r, err := a.open(name)
	if err != nil {
		return "", err
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, maxInput))
	if err != nil {
		return "", wrong{a.words.T("cli.unreadable", "File", name, "Words", cause(err))}
	}
	return link.Decode(b), nil
}

// argument returns an argument's text, or what is piped in for "-".
func (a *app) argument(s string) (string, error) {
	if s == stdin {
		return a.text(stdin)
	}
	return s, nil
}

// cause is what the system says of a file, without our own words and the path.
func cause(err error) error {
	if e, ok := errors.AsType[*os.PathError](err); ok {
		return e.Err
	}
	return err
}

// deliver writes data to a file, whole or not at all, or to stdout when no file is named.
func (a *app) deliver(name string, data []byte) error {
	if name == "" || name == stdin {
		_, err := a.out.Write(data)
		return err
	}
	if err := atomicfile.Write(name, data); err != nil {
		return fmt.Errorf("%s", a.words.T("cli.unwritable", "File", name, "Words", cause(err)))
	}
	return nil
}

// line ends text with a line end, as stdout and files want it.
func line(text string) []byte { return append(bytes.TrimRight([]byte(text), "\n"), '\n') }

func isTerminal(f any) bool {
	file, ok := f.(*os.File)
	return ok && (isatty.IsTerminal(file.Fd()) || isatty.IsCygwinTerminal(file.Fd()))
}
