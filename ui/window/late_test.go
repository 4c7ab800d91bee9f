package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// letterbox is a page that takes some files by itself.
type letterbox struct{ *room }

func (l letterbox) TakeFile(u fyne.URI) bool {
	if u.Extension() != ".csv" {
		return false
	}
	l.diary.write("%s takes the file %s", l.name, u.Name())
	return true
}

func TestAPageIsMadeWhenItIsShownFirstAndOnlyOnce(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	made := 0
	l.shell.entries[2].Page = nil // messages
	l.shell.entries[2].Make = func() Page {
		made++
		r := newRoom("messages", l.diary)
		r.content.Show()
		return letterbox{r}
	}
	l.shell.Show("rooms")
	if made != 0 {
		t.Fatal("the page was made before anybody asked for it")
	}
	l.shell.Show("messages")
	l.shell.Show("rooms")
	l.shell.Show("messages")
	if made != 1 || l.shell.Shown() != "messages" || !l.shell.page().Content().Visible() {
		t.Errorf("made %d times, in front is %s", made, l.shell.Shown())
	}
	l.press(fyne.KeyI, ctrl) // a shortcut of the page's own
	l.press(fyne.KeyReturn, ctrl)
	l.heard("messages shown", "messages shown", "messages imports", "messages primary")
	if n := len(l.shell.frame.toasts.Objects); n != 3 {
		t.Errorf("%d toasts for three pages that have one", n)
	}
}

func TestAPageMayTakeFilesByItself(t *testing.T) {
	l := newLobby(t, 100, 1000, 700)
	l.shell.entries[2].Page = letterbox{newRoom("messages", l.diary)}
	l.shell.house(2)
	l.shell.Show("messages")
	l.shell.dropped([]fyne.URI{storage.NewFileURI("/nowhere/parking.csv")})
	l.shell.Wait()
	l.heard("messages shown", "messages takes the file parking.csv")
}
