package room

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

// wednesday is a moment in the early afternoon.
func wednesday(t testing.TB) time.Time {
	t.Helper()
	return time.Date(2026, 11, 18, 14, 30, 20, 5, berlin(t))
}

func TestTimesAreReadAsPeopleSayThem(t *testing.T) {
	now := wednesday(t)
	for text, want := range map[string]string{
		"now for 45 min": "18 14:30-18 15:15", "now for 45": "18 14:30-18 15:15", "45 min": "18 14:30-18 15:15", "for 2 hours": "18 14:30-18 16:30", "half an hour": "18 14:30-18 15:00", "1h30": "18 14:30-18 16:00",
		"now": "18 14:30-18 15:30", "NOW": "18 14:30-18 15:30", "from now for 1 h": "18 14:30-18 15:30", "now 30 min": "18 14:30-18 15:00", "until 15:00": "18 14:30-18 15:00", "now-15:00": "18 14:30-18 15:00", "now to 16": "18 14:30-18 16:00", "from now until 16:00": "18 14:30-18 16:00",

		"15:00-15:30": "18 15:00-18 15:30", "15.00 – 15.30": "18 15:00-18 15:30", "15：00〜15：30": "18 15:00-18 15:30", "15-16:30": "18 15:00-18 16:30", "15 to 16": "18 15:00-18 16:00", "from 15:00 to 16:00": "18 15:00-18 16:00", "15:00 until 16:00": "18 15:00-18 16:00",
		"3-4pm": "18 15:00-18 16:00", "3pm-4pm": "18 15:00-18 16:00", "3 p.m. to 4:30 p.m.": "18 15:00-18 16:30", "tomorrow 11-1pm": "19 11:00-19 13:00", "tomorrow 11-11:30am": "19 11:00-19 11:30", "22:00-2:00": "18 22:00-19 02:00", "22:00-0:00": "18 22:00-19 00:00", "22:00-24:00": "18 22:00-19 00:00", "10pm-2am": "18 22:00-19 02:00",
		"18:00": "18 18:00-18 19:00", "15:00 for 30 min": "18 15:00-18 15:30", "in 30 min": "18 15:00-18 16:00", "in 30 min for 2 h": "18 15:00-18 17:00",

		"14:00-15:30": "18 14:30-18 15:30", "today 14:00-15:30": "18 14:30-18 15:30", "today 14:00 for 2 h": "18 14:30-18 16:00", "0-24": "18 14:30-19 00:00", "today 0:00-24:00": "18 14:30-19 00:00", "14:30": "18 14:30-18 15:30",

		"today": "18 14:30-19 00:00", "tomorrow": "19 00:00-20 00:00", "Friday": "20 00:00-21 00:00", "2026-11-22": "22 00:00-23 00:00",
		"tomorrow 9-10": "19 09:00-19 10:00", "9-10 tomorrow": "19 09:00-19 10:00", "tomorrow 9:00 to tomorrow 10:00": "19 09:00-19 10:00", "tomorrow 0:00-8:00": "19 00:00-19 08:00", "tomorrow noon-1pm": "19 12:00-19 13:00", "tomorrow 9 for 90 min": "19 09:00-19 10:30", "tomorrow at 9": "19 09:00-19 10:00",
		"today 22:00 to tomorrow 2:00": "18 22:00-19 02:00", "Fri 14:00 – 15:30": "20 14:00-20 15:30", "Fri 9-10": "20 09:00-20 10:00", "9-10 on Friday": "20 09:00-20 10:00", "next wednesday 10-11": "25 10:00-25 11:00", "Wed 15:00-16:00": "18 15:00-18 16:00",
		"2026-11-22 9:00-12:00": "22 09:00-22 12:00", "2026-11-22 9:00": "22 09:00-22 10:00", "22.11. 14-15": "22 14:00-22 15:00", "22.11.2026 14:00-15:00": "22 14:00-22 15:00", "Nov 22 9-10": "22 09:00-22 10:00", "12:00-13:00 Nov 22": "22 12:00-22 13:00",
		"2026-11-22T09:00:00+01:00 - 2026-11-22T10:00:00+01:00": "22 09:00-22 10:00", "2026-11-22 22:00 - 2026-11-23 2:00": "22 22:00-23 02:00",
	} {
		from, to, err := ParseWhen(text, now)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if diff := cmp.Diff(want, clock(from)+"-"+clock(to)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
		if from.Location() != now.Location() || to.Location() != now.Location() {
			t.Errorf("%q is in %s and %s", text, from.Location(), to.Location())
		}
	}
}

func TestWhatIsNoTimeSpanIsAnError(t *testing.T) {
	now := wednesday(t)
	for text, code := range map[string]string{
		"9 to 10": CodeWhenPast, "9:00-10:00": CodeWhenPast, "9:00": CodeWhenPast, "today 9-10": CodeWhenPast, "2020-01-01 9:00-10:00": CodeWhenPast, "2026-11-17": CodeWhenPast, "until 14:00": CodeWhenPast, "14:00-14:30": CodeWhenPast,
		"": CodeWhenUnread, " ": CodeWhenUnread, "-": CodeWhenUnread, "to": CodeWhenUnread, "for": CodeWhenUnread, "soon": CodeWhenUnread, "soon for 2 h": CodeWhenUnread, "15:00 for a song": CodeWhenUnread, "15:00-": CodeWhenUnread, "5": CodeWhenUnread, "15:00-16:00 or so": CodeWhenUnread,
		"Aurora": CodeWhenUnread, "30 Feb 9-10": CodeWhenUnread, "15:00-15:00 tomorrow for": CodeWhenUnread, strings.Repeat("9-", 100): CodeWhenUnread, "now for 0 min": CodeWhenUnread, "15": CodeWhenUnread, "15:00-14:00": CodeWhenUnread, "18:00-17:00": CodeWhenUnread, "15:00-15:00": CodeWhenUnread, "14:00-13:00": CodeWhenUnread,
	} {
		from, to, err := ParseWhen(text, now)
		f, ok := errors.AsType[*fault.Error](err)
		if !ok || f.Kind != fault.Invalid || f.Code != code || !from.IsZero() || !to.IsZero() || len(f.Words) > maxShown {
			t.Errorf("%q: %s-%s, %v", text, from, to, err)
		}
	}
}

func TestTimesFollowTheChangeOfTheClocks(t *testing.T) {
	z := berlin(t)
	for text, want := range map[string]struct {
		day  Date
		want string
	}{
		"22:00-6:00":    {Date{2026, 3, 28}, "2026-03-28T22:00:00+01:00 7h0m0s"},
		"22:00-6:01":    {Date{2026, 10, 24}, "2026-10-24T22:00:00+02:00 9h1m0s"},
		"tomorrow":      {Date{2026, 10, 24}, "2026-10-25T00:00:00+02:00 25h0m0s"},
		"tomorrow 9-10": {Date{2026, 3, 28}, "2026-03-29T09:00:00+02:00 1h0m0s"},
		"now for 8 h":   {Date{2026, 3, 28}, "2026-03-28T20:00:00+01:00 8h0m0s"},
	} {
		from, to, err := ParseWhen(text, on(t, want.day, "20:00", z))
		if got := from.Format(time.RFC3339) + " " + to.Sub(from).String(); err != nil || got != want.want {
			t.Errorf("%q: %s, %v, want %s", text, got, err, want.want)
		}
	}
}

func FuzzTimesAreSpansThatAreToCome(f *testing.F) {
	for _, text := range []string{"now for 45 min", "tomorrow 9-10", "3-4pm", "22:00-2:00", "2026-11-22 9:00-12:00", "9-10 on Friday", "until 15", "0-24", "for", "- -", "12am-12pm", "９〜１０", "in 2 days", "0:00-0:00"} {
		f.Add(text)
	}
	now := wednesday(f)
	f.Fuzz(func(t *testing.T, text string) {
		from, to, err := ParseWhen(text, now)
		switch {
		case err != nil && fault.KindOf(err) != fault.Invalid:
			t.Errorf("%q: %v", text, err)
		case err == nil && (!from.Before(to) || from.Before(now.Truncate(time.Minute)) || !to.After(now)):
			t.Errorf("%q: from %s to %s", text, from, to)
		}
	})
}

func TestTimesAreReadInTheLanguagesOfTheWindow(t *testing.T) {
	now := time.Date(2026, 11, 23, 8, 30, 0, 0, time.UTC) // a Monday
	for want, all := range map[string][]string{
		"23 08:30 to 23 09:15": {"now for 45 min", "45 Minuten", "jetzt für 45 min", "teraz przez 45 minut", "ahora durante 45 minutos", "今から45分", "现在起45分钟", "45分"},
		"23 14:00 to 23 15:30": {"heute 14:00-15:30", "dzisiaj 14:00-15:30", "hoy 14:00-15:30", "hoy de 14:00 a 15:30", "今日14時から15時30分", "今天14点到15点半", "14:00～15:30", "午後2時から午後3時半"},
		"24 09:00 to 24 10:00": {"morgen 9-10", "morgen von 9 bis 10 Uhr", "jutro 9-10", "jutro od 9 do 10", "mañana 9-10", "明日9時から10時", "明天9点到10点", "am 24.11. 9-10"},
		"25 09:00 to 25 10:00": {"übermorgen 9-10", "pojutrze 9-10", "pasado mañana 9-10", "明後日9時から10時", "后天9点到10点"},
		"27 12:00 to 27 13:00": {"Freitag 12 Uhr", "am Freitag um 12:00", "w piątek o 12", "el viernes a las 12", "金曜日12時", "周五12点", "11月27日12時"},
		"23 08:30 to 23 15:00": {"bis 15:00", "do 15:00", "hasta 15:00", "15時まで", "到15点"},
	} {
		for _, said := range all {
			from, to, err := ParseWhen(said, now)
			if got := from.Format("02 15:04") + " to " + to.Format("02 15:04"); err != nil || got != want {
				t.Errorf("%q is %s, %v; want %s", said, got, err, want)
			}
		}
	}
}
