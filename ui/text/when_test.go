package text_test

import (
	"testing"
	"time"
	_ "time/tzdata" // zones are the same wherever the tests run

	"foyer/assets"
	"foyer/ui/text"
)

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func ours(t *testing.T) *text.Catalogue {
	t.Helper()
	c, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// moment reads "2026-11-23 10:42:00" in a zone.
func moment(t *testing.T, s, in string) time.Time {
	t.Helper()
	m, err := time.ParseInLocation(time.DateTime, s, zone(t, in))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestRecentIsAsShortAsAListWantsIt(t *testing.T) {
	const now = "2026-11-23 10:42:00" // a Monday
	for name, c := range map[string]struct{ at, now, want string }{
		"this second":                   {now, now, "now"},
		"just under a minute":           {"2026-11-23 10:41:01", now, "now"},
		"a clock a little ahead":        {"2026-11-23 10:42:59", now, "now"},
		"a minute":                      {"2026-11-23 10:41:00", now, "1 min ago"},
		"just under ten minutes":        {"2026-11-23 10:32:01", now, "9 min ago"},
		"ten minutes":                   {"2026-11-23 10:32:00", now, "10:32"},
		"the first minute of the day":   {"2026-11-23 00:00:00", now, "00:00"},
		"the last second before it":     {"2026-11-22 23:59:59", now, "Sunday"},
		"minutes across midnight":       {"2026-11-22 23:58:00", "2026-11-23 00:02:00", "4 min ago"},
		"more than that across it":      {"2026-11-22 23:45:00", "2026-11-23 00:02:00", "Sunday"},
		"four days":                     {"2026-11-19 00:00:00", now, "Thursday"},
		"five days":                     {"2026-11-18 23:59:59", now, "18 Nov"},
		"the first day of the year":     {"2026-01-01 00:00:00", now, "1 Jan"},
		"last year":                     {"2025-12-31 23:59:59", now, "31 Dec 2025"},
		"last year, this week":          {"2026-12-31 09:00:00", "2027-01-02 09:00:00", "Thursday"},
		"later today":                   {"2026-11-23 12:00:00", now, "12:00"},
		"tomorrow":                      {"2026-11-24 09:00:00", now, "24 Nov"},
		"a leap day":                    {"2024-02-29 12:00:00", "2024-03-08 12:00:00", "29 Feb"},
		"29 February, a year later":     {"2024-02-29 12:00:00", "2025-02-28 12:00:00", "29 Feb 2024"},
		"never, as Go's zero time says": {"0001-01-01 00:00:00", now, "1 Jan 1"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := ours(t).Recent(moment(t, c.at, "UTC"), moment(t, c.now, "UTC")); got != c.want {
				t.Errorf("%s is %q at %s, want %q", c.at, got, c.now, c.want)
			}
		})
	}
}

func TestMomentReadsWithinASentence(t *testing.T) {
	const now = "2026-11-23 10:42:00"
	for at, want := range map[string]string{
		now:                   "today 10:42",
		"2026-11-23 00:00:00": "today 00:00",
		"2026-11-23 23:59:00": "today 23:59",
		"2026-11-22 23:59:00": "yesterday 23:59",
		"2026-11-22 00:00:00": "yesterday 00:00",
		"2026-11-21 23:59:00": "21 Nov",
		"2026-11-24 00:00:00": "24 Nov",
		"2025-11-23 10:42:00": "23 Nov 2025",
	} {
		if got := ours(t).Moment(moment(t, at, "UTC"), moment(t, now, "UTC")); got != want {
			t.Errorf("%s is %q, want %q", at, got, want)
		}
	}
}

func TestTimesAreSaidInTheZoneOfNow(t *testing.T) {
	for name, c := range map[string]struct{ at, atIn, now, nowIn, recent, moment string }{
		"stored in UTC, read in Tokyo":       {"2026-11-23 00:30:00", "UTC", "2026-11-23 10:42:00", "Asia/Tokyo", "09:30", "today 09:30"},
		"yesterday there, today here":        {"2026-11-22 20:00:00", "UTC", "2026-11-23 10:42:00", "Asia/Tokyo", "05:00", "today 05:00"},
		"today there, yesterday here":        {"2026-11-23 01:00:00", "UTC", "2026-11-23 10:42:00", "America/New_York", "Sunday", "yesterday 20:00"},
		"half-hour zones":                    {"2026-11-23 00:00:00", "UTC", "2026-11-23 10:42:00", "Asia/Kolkata", "05:30", "today 05:30"},
		"the day before summer time began":   {"2026-03-28 23:30:00", "Europe/Berlin", "2026-03-29 23:00:00", "Europe/Berlin", "Saturday", "yesterday 23:30"},
		"23 hours on the day it begins":      {"2026-03-29 00:30:00", "Europe/Berlin", "2026-03-30 00:15:00", "Europe/Berlin", "Sunday", "yesterday 00:30"},
		"minutes over the hour that is lost": {"2026-03-29 01:57:00", "Europe/Berlin", "2026-03-29 03:02:00", "Europe/Berlin", "5 min ago", "today 01:57"},
		"25 hours on the day it ends":        {"2026-10-25 00:10:00", "Europe/Berlin", "2026-10-26 00:05:00", "Europe/Berlin", "Sunday", "yesterday 00:10"},
		"four days over its end":             {"2026-10-22 00:00:00", "Europe/Berlin", "2026-10-26 23:59:00", "Europe/Berlin", "Thursday", "22 Oct"},
	} {
		t.Run(name, func(t *testing.T) {
			at, now := moment(t, c.at, c.atIn), moment(t, c.now, c.nowIn)
			if got := ours(t).Recent(at, now); got != c.recent {
				t.Errorf("recently %q, want %q", got, c.recent)
			}
			if got := ours(t).Moment(at, now); got != c.moment {
				t.Errorf("the moment is %q, want %q", got, c.moment)
			}
		})
	}
}

func TestTheHourThatComesTwiceIsToldByItsAge(t *testing.T) {
	berlin := zone(t, "Europe/Berlin")
	first := time.Date(2026, 10, 25, 0, 58, 0, 0, time.UTC).In(berlin) // 02:58 summer time
	if got := ours(t).Recent(first, first.Add(4*time.Minute)); got != "4 min ago" {
		t.Errorf("got %q", got)
	}
	if got := ours(t).Recent(first, first.Add(30*time.Minute)); got != "02:58" {
		t.Errorf("got %q", got)
	}
}

func TestEveryDayAndMonthHasItsName(t *testing.T) {
	c := ours(t)
	seen := map[string]bool{}
	for day := range 7 {
		seen[c.Weekday(time.Date(2026, 11, 22+day, 0, 0, 0, 0, time.UTC))] = true
	}
	if len(seen) != 7 || !seen["Sunday"] || !seen["Saturday"] {
		t.Errorf("the days are %v", seen)
	}
	now := time.Date(2026, 12, 31, 0, 0, 0, 0, time.UTC)
	for m := time.January; m <= time.October; m++ {
		at := time.Date(2026, m, 3, 0, 0, 0, 0, time.UTC)
		if got, want := c.Recent(at, now), at.Format("2 Jan"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
