package daysheet_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"foyer/services/daysheet"
	"foyer/services/fault"
	"foyer/services/room"
)

func minutes(n int) time.Duration { return time.Duration(n) * time.Minute }

// asciiOnly returns a font without the characters that are not ASCII.
func asciiOnly(t testing.TB, data []byte) []byte {
	t.Helper()
	ld, err := opentype.NewLoader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var tables []opentype.Table
	for _, tag := range ld.Tables() {
		content, err := ld.RawTable(tag)
		if err != nil {
			t.Fatal(err)
		}
		if tag.String() == "cmap" {
			content = cmap(' ', '~', 3) // in Go's fonts, the blank is glyph 3
		}
		tables = append(tables, opentype.Table{Tag: tag, Content: content})
	}
	return opentype.WriteTTF(tables)
}

// cmap is a table of characters of one segment, in format 4.
func cmap(first, last, glyph uint16) []byte {
	words := []uint16{0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 4, 1, 0, last, 0xffff, 0, first, 0xffff, glyph - first, 1, 0, 0}
	var b []byte
	for _, w := range words {
		b = binary.BigEndian.AppendUint16(b, w)
	}
	return b
}

// foreign is a day with characters that are not ASCII, and with one that no font has.
func foreign() *room.Board {
	return boardOf(room.Day{Rooms: []room.Room{{ID: "a", Name: "Ωmega hall"}}, Bookings: []room.Booking{
		{ID: "1", RoomID: "a", Title: "Überblick Ωβγ over it", Start: at(9, 0), End: at(10, 0), Organizer: barbara},
		{ID: "2", RoomID: "a", Title: "With 𝕊 and 会", Start: at(11, 0), End: at(12, 0)},
	}})
}

func TestAnotherFontGivesWhatIsMissing(t *testing.T) {
	folder := t.TempDir()
	broken, other := filepath.Join(folder, "broken.ttf"), filepath.Join(folder, "other.ttf")
	for path, data := range map[string][]byte{broken: []byte("no font"), other: goregular.TTF} {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := sheetOf(foreign())
	s.Fonts = daysheet.Fonts{Regular: asciiOnly(t, goregular.TTF), Bold: asciiOnly(t, gobold.TTF), Others: []string{filepath.Join(folder, "absent.ttf"), broken, other}}
	m := write(t, s)
	// What is drawn as outlines can still be searched.
	m.want(t, "Überblick Ωβγ over it", "Ωmega hall", "09:00–10:00")
	if got := string(m.Missing); got != "会𝕊" {
		t.Errorf("%q are missing", got)
	}
	s.Fonts.Others = nil
	if got := string(write(t, s).Missing); got != "ÜΩβγ–会𝕊" {
		t.Errorf("without other fonts %q are missing", got)
	}
}

func TestOutlinesOfTheOtherFontAreDrawn(t *testing.T) {
	other := filepath.Join(t.TempDir(), "other.ttf")
	if err := os.WriteFile(other, goregular.TTF, 0o600); err != nil {
		t.Fatal(err)
	}
	s := sheetOf(foreign())
	s.Fonts = daysheet.Fonts{Regular: asciiOnly(t, goregular.TTF), Bold: asciiOnly(t, gobold.TTF)}
	without := curves(t, write(t, s))
	s.Fonts.Others = []string{other}
	if with := curves(t, write(t, s)); with < without+50 {
		t.Errorf("%d curves are drawn, %d without another font", with, without)
	}
}

// curves counts the curves on the first page.
func curves(t *testing.T, m made) int {
	t.Helper()
	content := m.reader.Page(1).V.Key("Contents").Reader()
	defer content.Close()
	data, err := io.ReadAll(content)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Count(string(data), " c\n")
}

func TestWhatNoFontHasIsToldAndDoesNoHarm(t *testing.T) {
	m := write(t, sheetOf(foreign()))
	if got := string(m.Missing); got != "会𝕊" {
		t.Errorf("%q are missing", got)
	}
	m.want(t, "Überblick Ωβγ over it", "会")
}

func TestAFontThatIsNoneIsRefused(t *testing.T) {
	for name, data := range map[string][]byte{"nothing": nil, "noise": []byte("wOFFxxxxxxxxxxxxxxxxxxxxxxxxx"), "half": goregular.TTF[:len(goregular.TTF)/2]} {
		s := sheetOf(crowd(1, 1))
		s.Fonts.Regular = data
		var out bytes.Buffer
		_, err := daysheet.Write(&out, s)
		var f *fault.Error
		if !errors.As(err, &f) || f.Code != daysheet.CodeFont || out.Len() > 0 {
			t.Errorf("%s: got %v and %d bytes", name, err, out.Len())
		}
	}
}

func TestSystemFontsAreFilesThatAreThere(t *testing.T) {
	home := t.TempDir()
	folder := filepath.Join(home, ".local", "share", "fonts")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	mine := filepath.Join(folder, "ipag.ttf")
	if err := os.WriteFile(mine, goregular.TTF, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("HOME", home)
	seen := false
	for _, path := range daysheet.SystemFonts() {
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
		seen = seen || path == mine
	}
	if !seen {
		t.Errorf("%s is not among %v", mine, daysheet.SystemFonts())
	}
}
