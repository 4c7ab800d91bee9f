package main

import (
	"path/filepath"
	"testing"
	"time"

	"foyer/cmd/internal/programs"
	"foyer/services/demo"
)

func TestAFewDaysOfAMonthCanBeLived(t *testing.T) {
	program := filepath.Join(t.TempDir(), "foyer")
	if err := programs.BuildPure(t.Context(), "foyer/cmd/foyer", program); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", t.TempDir())
	const days, polls = 2, 2*unluck + 3
	m, err := playMonth(t.Context(), program, days, polls)
	if m == nil {
		t.Fatal(err)
	}
	t.Log(err) // after so few polls it may still be growing, which proves nothing
	if len(m.sizes) != days || m.sizes[0] < 1<<20 {
		t.Errorf("the sizes are %v", m.sizes)
	}
	// Each poll is a question, as are the first one and that for an earlier day at the end of each.
	if n := m.office.Calls(demo.GetConferenceRoomStatus); n < days*(polls+1)+1 {
		t.Errorf("the office was asked %d times for %d polls", n, days*polls)
	}
}

func TestAnAgentThatGrowsIsFound(t *testing.T) {
	for _, c := range []struct {
		sizes []int
		grows bool
	}{
		{[]int{14 << 20}, false},
		{[]int{14 << 20, 20 << 20, 15 << 20}, false},
		{[]int{14 << 20, 13 << 20}, false},
		{[]int{14 << 20, 15<<20 + 1}, true},
	} {
		if err := (&month{sizes: c.sizes}).judge(); (err != nil) != c.grows {
			t.Errorf("%v: %v", c.sizes, err)
		}
	}
}

func TestTheBookingsOfAnHourAreThoseOfNoOther(t *testing.T) {
	office, err := demo.New(demo.Config{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := office.Close(); err != nil {
			t.Error(err)
		}
	})
	m := &month{office: office}
	seen := map[string]bool{}
	for n := range 24 {
		if err := m.book(n); err != nil {
			t.Fatal(err)
		}
		now := time.Now()
		all := office.Bookings(now.AddDate(0, 0, -2), now.AddDate(0, 0, 2))
		if len(office.Rooms()) != officeRooms || len(all) != officeRooms*bookedEach {
			t.Fatalf("%d rooms, %d bookings", len(office.Rooms()), len(all))
		}
		for _, b := range all {
			if seen[b.Title+", "+b.ID] {
				t.Fatalf("%s was there before", b.Title)
			}
			seen[b.Title+", "+b.ID] = true
		}
	}
}
