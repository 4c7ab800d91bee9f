package window

import (
	"io"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// dropLimit is the largest file that is read; a larger one is no list of people.
const dropLimit = 16 << 20

// dropped hands what was dragged onto the window to the page in front: links as they are, files by
// their content. Files are read off the UI goroutine.
func (s *Shell) dropped(uris []fyne.URI) {
	if files, ok := s.page().(FileTaker); ok {
		uris = slices.DeleteFunc(slices.Clone(uris), files.TakeFile)
	}
	taker, ok := s.page().(Taker)
	if !ok || len(uris) == 0 {
		return
	}
	s.unread.Add(int64(len(uris)))
	s.reading.Go(func() {
		for _, u := range uris {
			content, source := read(u)
			fyne.Do(func() {
				s.unread.Add(-1)
				taker.Take(content, source)
			})
		}
	})
}

// Busy reports whether something that was dropped has not reached its page yet.
func (s *Shell) Busy() bool { return s.unread.Load() > 0 }

// Wait waits until everything that was dropped has been read.
func (s *Shell) Wait() { s.reading.Wait() }

// read returns a file's content and name, or a link as it is without a name. The content is empty
// when the file cannot be read or is too large.
func read(u fyne.URI) (content, source string) {
	if !strings.EqualFold(u.Scheme(), "file") {
		return u.String(), ""
	}
	f, err := storage.Reader(u)
	if err != nil {
		return "", u.Name()
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, dropLimit+1))
	if err != nil || len(data) > dropLimit {
		return "", u.Name()
	}
	return string(data), u.Name()
}
