package room

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

func TestDaysAreReadAndWritten(t *testing.T) {
	for text, want := range map[string]Date{"20261123": monday, "2026-11-23": monday, " 20261123\n": monday, "20240229": {2024, 2, 29}, "00010101": {1, 1, 1}} {
		got, err := ParseDate(text)
		if err != nil || got != want {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "2026", "202611", "20261132", "20261301", "20250229", "2026-1-2", "2026/11/23", "x20261123", "202611231", "２０２６１１２３"} {
		got, err := ParseDate(text)
		f, ok := errors.AsType[*fault.Error](err)
		if !ok || f.Kind != fault.Invalid || f.Code != CodeNoDate || !got.IsZero() {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	if got := monday.String(); got != "20261123" {
		t.Errorf("written as %s", got)
	}
	if got := (Date{}).String(); got != "" {
		t.Errorf("no day is written as %q", got)
	}
}

func TestDaysSurviveJSON(t *testing.T) {
	type both struct {
		Date  Date           `json:"date,omitzero"`
		None  Date           `json:"none,omitzero"`
		Blank Date           `json:"blank"`
		Month Month          `json:"month"`
		Days  map[Date]Month `json:"days"`
	}
	want := both{Date: monday, Month: Month{2026, 11}, Days: map[Date]Month{monday: {2026, 11}}}
	text, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(`{"date":"20261123","blank":"","month":"202611","days":{"20261123":"202611"}}`, string(text)); diff != "" {
		t.Error(diff)
	}
	var got both
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, broken := range []string{`{"date":"tomorrow"}`, `{"month":"20261"}`} {
		if err := json.Unmarshal([]byte(broken), &got); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s: %v", broken, err)
		}
	}
}

func TestDaysAreCountedByTheCalendar(t *testing.T) {
	if got := monday.Weekday(); got != time.Monday {
		t.Errorf("Monday is a %s", got)
	}
	for n, want := range map[int]Date{0: monday, 1: {2026, 11, 24}, 8: {2026, 12, 1}, -23: {2026, 10, 31}, 365: {2027, 11, 23}} {
		if got := monday.AddDays(n); got != want {
			t.Errorf("%d days later: %s", n, got)
		}
	}
	order := []Date{{}, {2025, 12, 31}, {2026, 1, 1}, {2026, 10, 30}, {2026, 11, 22}, monday, {2026, 12, 1}}
	for i := range order {
		for j := range order {
			want := min(max(i-j, -1), 1)
			if got := order[i].Compare(order[j]); got != want {
				t.Errorf("%s and %s: %d, want %d", order[i], order[j], got, want)
			}
		}
	}
}

func TestDaysBeginAndEndWithTheClocksOfTheirZone(t *testing.T) {
	for _, c := range []struct {
		zone, day, start, end string
		hours                 float64
	}{
		{"Europe/Berlin", "20261123", "2026-11-23T00:00:00+01:00", "2026-11-24T00:00:00+01:00", 24},
		{"Europe/Berlin", "20260329", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00", 23},
		{"Europe/Berlin", "20261025", "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00", 25},
		{"Asia/Tokyo", "20260329", "2026-03-29T00:00:00+09:00", "2026-03-30T00:00:00+09:00", 24},
		{"Asia/Kolkata", "20261025", "2026-10-25T00:00:00+05:30", "2026-10-26T00:00:00+05:30", 24},
		{"America/Sao_Paulo", "20181104", "2018-11-04T01:00:00-02:00", "2018-11-05T00:00:00-02:00", 23}, // no 0:00
		{"America/Havana", "20251102", "2025-11-02T00:00:00-04:00", "2025-11-03T00:00:00-05:00", 25},    // two 0:00
		{"Africa/Cairo", "20260424", "2026-04-24T01:00:00+03:00", "2026-04-25T00:00:00+03:00", 23},
		{"Africa/Cairo", "20261029", "2026-10-29T00:00:00+03:00", "2026-10-30T00:00:00+02:00", 25},
		{"Australia/Lord_Howe", "20261004", "2026-10-04T00:00:00+10:30", "2026-10-05T00:00:00+11:00", 23.5},
		{"Pacific/Apia", "20111230", "2011-12-31T00:00:00+14:00", "2011-12-31T00:00:00+14:00", 0}, // a day that was not
		{"UTC", "20261123", "2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z", 24},
	} {
		z := zone(t, c.zone)
		day, err := ParseDate(c.day)
		if err != nil {
			t.Fatal(err)
		}
		start, end := day.Start(z), day.End(z)
		if diff := cmp.Diff([]string{c.start, c.end}, []string{start.Format(time.RFC3339), end.Format(time.RFC3339)}); diff != "" {
			t.Errorf("%s in %s: %s", c.day, c.zone, diff)
		}
		if got := end.Sub(start).Hours(); got != c.hours {
			t.Errorf("%s in %s has %v hours", c.day, c.zone, got)
		}
	}
}

// The naive way: the first minute whose date is the day's, or a later one.
func TestDaysBeginWithTheirFirstMinute(t *testing.T) {
	for _, name := range []string{"Europe/Berlin", "America/Sao_Paulo", "America/Havana", "Africa/Cairo", "Asia/Beirut", "Atlantic/Azores", "Australia/Lord_Howe", "Asia/Tehran", "America/St_Johns", "UTC"} {
		z := zone(t, name)
		for _, year := range []int{2010, 2018, 2026} {
			for change := time.Date(year, 1, 1, 0, 0, 0, 0, z); change.Year() == year; {
				_, next := change.ZoneBounds()
				if next.IsZero() {
					break
				}
				change = next.In(z)
				for n := -1; n <= 1; n++ {
					day := DateOf(change).AddDays(n)
					minute := change.Add(-72 * time.Hour).Truncate(time.Minute)
					for DateOf(minute).Compare(day) < 0 {
						minute = minute.Add(time.Minute)
					}
					if got := day.Start(z); !got.Equal(minute) {
						t.Errorf("%s begins in %s at %s, not at %s", day, name, got, minute)
					}
				}
			}
		}
	}
}

func TestAClockIsShownOnceADay(t *testing.T) {
	z := berlin(t)
	for _, c := range []struct {
		day   Date
		clock time.Duration
		want  string
	}{
		{monday, 8 * time.Hour, "2026-11-23T08:00:00+01:00"},
		{monday, 24 * time.Hour, "2026-11-24T00:00:00+01:00"},
		{monday, 8*time.Hour + 30*time.Minute, "2026-11-23T08:30:00+01:00"},
		{Date{2026, 3, 29}, 2*time.Hour + 30*time.Minute, "2026-03-29T03:00:00+02:00"},  // skipped
		{Date{2026, 3, 29}, 8 * time.Hour, "2026-03-29T08:00:00+02:00"},                 // not 9:00
		{Date{2026, 10, 25}, 2*time.Hour + 30*time.Minute, "2026-10-25T02:30:00+02:00"}, // the first one
		{Date{2026, 10, 25}, 3 * time.Hour, "2026-10-25T03:00:00+01:00"},
	} {
		if got := c.day.At(c.clock, z).Format(time.RFC3339); got != c.want {
			t.Errorf("%s of %s is %s, want %s", c.clock, c.day, got, c.want)
		}
	}
}

func FuzzDatesAreWrittenAsTheyAreRead(f *testing.F) {
	for _, text := range []string{"20261123", "2026-11-23", "202611", "2026-11", "", "99991231", "0000-00-00"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if d, err := ParseDate(text); err == nil {
			again, err := ParseDate(d.String())
			if err != nil || again != d || d.AddDays(0) != d {
				t.Errorf("%q: %s, then %s, %v", text, d, again, err)
			}
		}
		if m, err := ParseMonth(text); err == nil {
			again, err := ParseMonth(m.String())
			if err != nil || again != m || !m.Contains(m.Last()) || m.Contains(m.Last().AddDays(1)) {
				t.Errorf("%q: %s, then %s, %v", text, m, again, err)
			}
		}
	})
}
