package room

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func export(t *testing.T) Export {
	t.Helper()
	evil := booking(t, "a", "evil", "22:00", "26:00")
	evil.Title, evil.Organizer, evil.People, evil.Note, evil.URL = "=1+1", Person{"＝cmd", "+49@example.com"}, []Person{{Name: "-x"}, {Email: "chen@example.com"}}, "line 1\n\"line\" 2", "https://example.com/m"
	secret := booking(t, "b", "secret", "00:00", "24:00")
	secret.AllDay, secret.Private, secret.EndUnknown, secret.Title = true, true, true, "Pay"
	off := booking(t, "a", "off", "09:00", "10:00")
	off.Cancelled = true
	return Export{
		Rooms:    []Room{{ID: "b", Name: "Borealis"}, {ID: "a", Name: "@urora", Capacity: 8, Place: "2nd floor, left"}, {ID: "x", Hidden: true}},
		Bookings: []Booking{secret, evil, off, booking(t, "a", "tomorrow", "24:00", "25:00"), booking(t, "x", "hidden", "09:00", "10:00"), booking(t, "a", "first", "08:00", "09:00")},
		From:     monday, To: monday, Zone: berlin(t),
	}
}

func TestThePeriodIsWrittenForSpreadsheets(t *testing.T) {
	for _, veiled := range []bool{false, true} {
		e := export(t)
		e.Veiled = veiled
		var out bytes.Buffer
		if err := e.WriteCSV(&out); err != nil {
			t.Fatal(err)
		}
		text, marked := strings.CutPrefix(out.String(), "\ufeff")
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil || !marked {
			t.Fatalf("marked %v, %v", marked, err)
		}
		title := "Pay"
		if veiled {
			title = ""
		}
		want := [][]string{
			{"Room", "Capacity", "Place", "Date", "Start", "End date", "End", "End unknown", "All day", "Title", "Organizer", "E-mail", "People", "Note", "Private", "Link"},
			{"'@urora", "8", "2nd floor, left", "2026-11-23", "08:00", "2026-11-23", "09:00", "", "", "Title of first", "", "", "", "", "", ""},
			{"'@urora", "8", "2nd floor, left", "2026-11-23", "22:00", "2026-11-24", "02:00", "", "", "'=1+1", "'＝cmd", "'+49@example.com", "'-x, chen@example.com", "line 1\n\"line\" 2", "", "https://example.com/m"},
			{"Borealis", "", "", "2026-11-23", "00:00", "2026-11-24", "00:00", "true", "true", title, "", "", "", "", "true", ""},
		}
		if diff := cmp.Diff(want, rows); diff != "" {
			t.Errorf("veiled %v: %s", veiled, diff)
		}
	}
}

func TestNoCellIsAFormula(t *testing.T) {
	for cell, want := range map[string]string{"": "", "Sync": "Sync", "a=b": "a=b", "=1": "'=1", "+1": "'+1", "-1": "'-1", "@x": "'@x", "\t=1": "'\t=1", "\r1": "'\r1", " =1": "' =1", "\n=1": "'\n=1", "＋1": "'＋1", "＠x": "'＠x", "'=1": "'=1", "–": "–"} {
		if got := inert(cell); got != want {
			t.Errorf("%q becomes %q, want %q", cell, got, want)
		}
	}
}

// full takes so many bytes and then has no room left.
type full struct{ left int }

var errFull = errors.New("disk full")

func (f *full) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestAFullDiskIsReported(t *testing.T) {
	e := export(t)
	for i := range 3000 {
		e.Bookings = append(e.Bookings, booking(t, "a", strconv.Itoa(i), "09:00", "10:00"))
	}
	for _, left := range []int{0, 5000, 100000} {
		if err := e.WriteCSV(&full{left}); !errors.Is(err, errFull) {
			t.Errorf("after %d bytes: %v", left, err)
		}
	}
	if err := e.WriteCSV(io.Discard); err != nil {
		t.Error(err)
	}
}
