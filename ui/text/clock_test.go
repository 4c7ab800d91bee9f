package text_test

import (
	"testing"
	"time"

	"foyer/assets"
	"foyer/ui/text"
)

// speaking is our own catalogue in a language, for people of a region.
func speaking(t testing.TB, language string, regions ...string) *text.Catalogue {
	t.Helper()
	c, err := text.Load(assets.Translations, language)
	if err != nil {
		t.Fatal(err)
	}
	c.UseRegion(regions...)
	return c
}

func TestTheRegionSaysHowTimesAreWrittenAndWhenWeeksBegin(t *testing.T) {
	at := time.Date(2026, 11, 23, 14, 5, 9, 0, time.UTC)
	for name, c := range map[string]struct {
		regions []string
		clock   string
		first   time.Weekday
	}{
		"nobody says":                      {nil, "14:05", time.Monday},
		"C says nothing":                   {[]string{"C.UTF-8"}, "14:05", time.Monday},
		"a language is no region":          {[]string{"en"}, "14:05", time.Monday},
		"the United States":                {[]string{"en_US.UTF-8"}, "2:05 PM", time.Sunday},
		"a language does not matter":       {[]string{"de_US"}, "2:05 PM", time.Sunday},
		"Great Britain":                    {[]string{"en_GB.UTF-8"}, "14:05", time.Monday},
		"Germany":                          {[]string{"de_DE@euro"}, "14:05", time.Monday},
		"Japan counts 24 hours":            {[]string{"ja_JP.UTF-8"}, "14:05", time.Sunday},
		"China":                            {[]string{"zh_CN.UTF-8"}, "14:05", time.Monday},
		"Egypt begins on Saturday":         {[]string{"ar_EG"}, "2:05 PM", time.Saturday},
		"the Maldives begin on Friday":     {[]string{"dv_MV"}, "14:05", time.Friday},
		"the first that names one decides": {[]string{"C", "pl", "en_US", "de_DE"}, "2:05 PM", time.Sunday},
		"a locale may say it itself":       {[]string{"en-US-u-fw-mon-hc-h23"}, "14:05", time.Monday},
		"in both ways":                     {[]string{"de-DE-u-fw-sat-hc-h12"}, "2:05 PM", time.Saturday},
		"nonsense is passed over":          {[]string{"!!", "en_US"}, "2:05 PM", time.Sunday},
	} {
		t.Run(name, func(t *testing.T) {
			say := speaking(t, "en", c.regions...)
			if got := say.Clock(at); got != c.clock {
				t.Errorf("the clock says %q, want %q", got, c.clock)
			}
			if got := say.FirstWeekday(); got != c.first {
				t.Errorf("weeks begin on %s, want %s", got, c.first)
			}
		})
	}
}

func TestTimesOfTwelveHoursAreInTheWordsOfTheLanguage(t *testing.T) {
	day := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	for language, want := range map[string][4]string{
		"en":      {"12:00 AM", "9:05 AM", "12:30 PM", "11 PM"},
		"de":      {"12:00 AM", "9:05 AM", "12:30 PM", "11 PM"},
		"pl":      {"12:00 AM", "9:05 AM", "12:30 PM", "11 PM"},
		"es":      {"12:00 a. m.", "9:05 a. m.", "12:30 p. m.", "11 p. m."},
		"ja":      {"午前12:00", "午前9:05", "午後12:30", "午後11時"},
		"zh-Hans": {"上午12:00", "上午9:05", "下午12:30", "下午11时"},
	} {
		say := speaking(t, language, "en_US")
		got := [4]string{say.Clock(day), say.Clock(day.Add(9*time.Hour + 5*time.Minute)), say.Clock(day.Add(12*time.Hour + 30*time.Minute)), say.Hour(day.Add(23 * time.Hour))}
		if got != want {
			t.Errorf("%s: got %q, want %q", language, got, want)
		}
		for hour := range 24 {
			at := day.Add(time.Duration(hour)*time.Hour + 7*time.Minute)
			if h, m, ok := say.ReadClock(say.Clock(at)); !ok || h != hour || m != 7 {
				t.Errorf("%s: %q is read as %d:%02d, %v", language, say.Clock(at), h, m, ok)
			}
			if got := say.InDay("x " + say.Clock(at) + " y"); got != "x "+at.Format("15:04")+" y" {
				t.Errorf("%s: %q becomes %q", language, say.Clock(at), got)
			}
		}
	}
	say := speaking(t, "en", "en_US")
	if got := say.ClockSeconds(day.Add(13*time.Hour + time.Second)); got != "1:00:01 PM" {
		t.Errorf("with seconds: %q", got)
	}
	if got := say.DateClock(day.Add(13 * time.Hour)); got != "2026-11-23 1:00 PM" {
		t.Errorf("with the day: %q", got)
	}
}

func TestTimesThatPeopleTypeAreRead(t *testing.T) {
	for _, c := range []struct {
		language, typed string
		hour, minute    int
		ok              bool
	}{
		{"en", "14:05", 14, 5, true}, {"en", "9:05", 9, 5, true}, {"en", " 1405 ", 14, 5, true}, {"en", "14.05", 14, 5, true},
		{"en", "2:05 PM", 14, 5, true}, {"en", "2:05pm", 14, 5, true}, {"en", "2 pm", 14, 0, true}, {"en", "2PM", 14, 0, true}, {"en", "2:05 p.m.", 14, 5, true},
		{"en", "12 am", 0, 0, true}, {"en", "12:30 pm", 12, 30, true}, {"de", "2:05 pm", 14, 5, true},
		{"es", "2:05 p. m.", 14, 5, true}, {"es", "2:05 p.m.", 14, 5, true}, {"es", "2 pm", 14, 0, true},
		{"ja", "午後2:05", 14, 5, true}, {"ja", "午前 12:00", 0, 0, true}, {"ja", "14:05", 14, 5, true}, {"zh-Hans", "下午2:05", 14, 5, true},
		{"en", "", 0, 0, false}, {"en", "noon", 0, 0, false}, {"en", "25:00", 0, 0, false}, {"en", "13 pm", 0, 0, false}, {"en", "0 am", 0, 0, false}, {"en", "2:60", 0, 0, false},
		{"ja", "午後13:05", 0, 0, false},
	} {
		hour, minute, ok := speaking(t, c.language).ReadClock(c.typed)
		if ok != c.ok || ok && (hour != c.hour || minute != c.minute) {
			t.Errorf("%s: %q is read as %d:%02d, %v", c.language, c.typed, hour, minute, ok)
		}
	}
}

func TestWhatIsNoTimeStaysAsItWasTyped(t *testing.T) {
	for language, same := range map[string]string{"en": "now for 45 min", "es": "mañana 9–10", "ja": "明日 9:00", "zh-Hans": "明天 14:00"} {
		if got := speaking(t, language).InDay(same); got != same {
			t.Errorf("%s: %q became %q", language, same, got)
		}
	}
	if got, want := speaking(t, "es").InDay("hoy 2 p. m. a 3:30 p.m."), "hoy 14:00 a 15:30"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := speaking(t, "ja").InDay("今日 午後2:00–午後3:30"), "今日 14:00–15:30"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
