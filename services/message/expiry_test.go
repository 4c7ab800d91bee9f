package message

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

// a Wednesday, in winter time
func wednesday(t testing.TB) time.Time {
	t.Helper()
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return time.Date(2026, 11, 18, 14, 30, 20, 0, berlin)
}

func TestExpiriesAreReadAsPeopleSayThem(t *testing.T) {
	now := wednesday(t)
	for text, want := range map[string]string{
		"18:00": "2026-11-18T18:00:00+01:00", " 18：００ ": "2026-11-18T18:00:00+01:00", "18.30": "2026-11-18T18:30:00+01:00", "at 18": "2026-11-18T18:00:00+01:00",
		"5pm": "2026-11-18T17:00:00+01:00", "5:30 p.m.": "2026-11-18T17:30:00+01:00", "11 PM": "2026-11-18T23:00:00+01:00", "midnight": "2026-11-19T00:00:00+01:00",
		"24:00": "2026-11-19T00:00:00+01:00", "today 18:00": "2026-11-18T18:00:00+01:00", "Today, 18:00:59": "2026-11-18T18:00:00+01:00", "18:00 today": "2026-11-18T18:00:00+01:00",
		"today": "2026-11-18T23:59:00+01:00", "tonight": "2026-11-18T23:59:00+01:00", "tomorrow": "2026-11-19T23:59:00+01:00", "tomorrow 9:00": "2026-11-19T09:00:00+01:00",
		"until tomorrow at 9": "2026-11-19T09:00:00+01:00", "tomorrow 9": "2026-11-19T09:00:00+01:00", "tomorrow noon": "2026-11-19T12:00:00+01:00", "tomorrow 12am": "2026-11-19T00:00:00+01:00",
		"tomorrow at 5 o'clock": "2026-11-19T05:00:00+01:00", "@18:00": "2026-11-18T18:00:00+01:00",

		"2 h": "2026-11-18T16:30:20+01:00", "2h": "2026-11-18T16:30:20+01:00", "in 2 hours": "2026-11-18T16:30:20+01:00", "in an hour": "2026-11-18T15:30:20+01:00",
		"90 min": "2026-11-18T16:00:20+01:00", "1h30": "2026-11-18T16:00:20+01:00", "1 h 30 min": "2026-11-18T16:00:20+01:00", "1.5 h": "2026-11-18T16:00:20+01:00", "1:30 h": "2026-11-18T16:00:20+01:00",
		"half an hour": "2026-11-18T15:00:20+01:00", "in half an hour": "2026-11-18T15:00:20+01:00", "+30m": "2026-11-18T15:00:20+01:00", "2 hours and 10 minutes from now": "2026-11-18T16:40:20+01:00",
		"in 2 days": "2026-11-20T14:30:20+01:00", "a week": "2026-11-25T14:30:20+01:00", "in 2 days at 9:00": "2026-11-20T09:00:00+01:00", "1.5 days": "2026-11-20T02:30:20+01:00", "in 1 day 2 h": "2026-11-19T16:30:20+01:00",

		"Fri 12:00": "2026-11-20T12:00:00+01:00", "12:00 on Friday": "2026-11-20T12:00:00+01:00", "wed 18:00": "2026-11-18T18:00:00+01:00", "wed 9:00": "2026-11-25T09:00:00+01:00",
		"next wednesday 18:00": "2026-11-25T18:00:00+01:00", "Monday": "2026-11-23T23:59:00+01:00", "this Friday at 5pm": "2026-11-20T17:00:00+01:00",

		"2026-11-22 18:00": "2026-11-22T18:00:00+01:00", "2026-11-22T18:00": "2026-11-22T18:00:00+01:00", "2026/11/22 18:00": "2026-11-22T18:00:00+01:00", "2026-11-22": "2026-11-22T23:59:00+01:00",
		"22.11.2026 18:00": "2026-11-22T18:00:00+01:00", "22.11. 18:00": "2026-11-22T18:00:00+01:00", "22. 11. 2026, 18.30": "2026-11-22T18:30:00+01:00", "22 Nov 18:00": "2026-11-22T18:00:00+01:00", "Nov 22, 18:00": "2026-11-22T18:00:00+01:00",
		"22nd of November 2026 at 18:00": "2026-11-22T18:00:00+01:00", "Nov 22 2027": "2027-11-22T23:59:00+01:00", "1 Jan 9:00": "2027-01-01T09:00:00+01:00", "Sun, 22 Nov 2026 18:00": "2026-11-22T18:00:00+01:00",
		"29 Feb": "2028-02-29T23:59:00+01:00", "18 Nov 18:00": "2026-11-18T18:00:00+01:00", "18 Nov 9:00": "2027-11-18T09:00:00+01:00", "2027-06-01 12:00": "2027-06-01T12:00:00+02:00",
		"2026-11-22T18:00:00Z": "2026-11-22T19:00:00+01:00", "2026-11-22T18:00:00+09:00": "2026-11-22T10:00:00+01:00",
	} {
		got, err := ParseExpiry(text, now)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if diff := cmp.Diff(want, got.Format(time.RFC3339)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
		if got.Location() != now.Location() {
			t.Errorf("%q is in %s", text, got.Location())
		}
	}
}

func TestWhatIsOverIsNotTomorrow(t *testing.T) {
	now := wednesday(t)
	for _, text := range []string{"9:00", "14:30", "noon", "2pm", "today 14:00", "9:00 today", "2026-11-18 14:30", "2026-11-17", "1999-01-01 9:00", "2026-11-18T13:30:20Z"} {
		_, err := ParseExpiry(text, now)
		var f *fault.Error
		if !errors.As(err, &f) || f.Kind != fault.Invalid || f.Code != CodeExpiryPast || f.Words != text {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestWhatIsNoTimeIsAnError(t *testing.T) {
	now := wednesday(t)
	for _, text := range []string{
		"", " ", "soon", "5", "17", "1800", "18:60", "25:00", "24:30", "18:00 19:00", "0pm", "13 pm", "18:00 pm", "5 pm pm", "today tomorrow", "in", "at", "tomorrow at", "next", "next 18:00",
		"30 Feb", "31.04. 9:00", "2026-13-01", "2026-00-10 9:00", "2026-11-222", "22.13.2026", "Nov", "Nov 22 Dec", "Fri Sat 9:00", "Mon 22 Nov 2026 9:00", "-2 h", "2 h 18:00", "in 2 days tomorrow",
		"99999999999 h", "1e9 h", "1.234 h", "half", "0 min", "2 h 90", "<b>", "18:00\n19:00", "0000-01-01 9:00", "18:00 whenever this text is much too long to be the time at which something ends or begins",
	} {
		at, err := ParseExpiry(text, now)
		var f *fault.Error
		if !errors.As(err, &f) || f.Kind != fault.Invalid || f.Code != CodeExpiryUnread {
			t.Errorf("%q: %v, %v", text, at, err)
		}
	}
}

func TestExpiriesFollowTheClockThroughTheNightOfTheChange(t *testing.T) {
	now := wednesday(t)
	before := time.Date(2027, 3, 27, 20, 0, 0, 0, now.Location())
	for text, want := range map[string]string{
		"tomorrow 9:00": "2027-03-28T09:00:00+02:00", "in 8 hours": "2027-03-28T05:00:00+02:00", "in 1 day": "2027-03-28T20:00:00+02:00",
	} {
		got, err := ParseExpiry(text, before)
		if err != nil || got.Format(time.RFC3339) != want {
			t.Errorf("%q: %s, %v, want %s", text, got, err, want)
		}
	}
}

func TestExpiriesAreReadInTheLanguagesOfTheWindow(t *testing.T) {
	now := time.Date(2026, 11, 23, 8, 30, 0, 0, time.UTC) // a Monday
	for want, all := range map[string][]string{
		"23 18:00": {"heute 18:00", "dziś 18:00", "hoy 18:00", "今日18時", "今天下午6点", "18 Uhr"},
		"23 10:30": {"in 2 Stunden", "za 2 godziny", "en 2 horas", "2時間後", "2小时后"},
		"24 23:59": {"morgen", "jutro", "mañana", "明日", "明天"},
		"27 12:00": {"Freitag 12:00", "piątek 12:00", "viernes 12:00", "金曜日 12:00", "星期五 12:00"},
		"25 09:00": {"in 2 Tagen 9:00", "day after tomorrow at 9", "za 2 dni 9:00", "明後日9時"},
	} {
		for _, said := range all {
			at, err := ParseExpiry(said, now)
			if got := at.Format("02 15:04"); err != nil || got != want {
				t.Errorf("%q is %s, %v; want %s", said, got, err, want)
			}
		}
	}
}
