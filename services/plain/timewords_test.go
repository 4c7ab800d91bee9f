package plain_test

import (
	"testing"

	"foyer/services/plain"
)

func TestTimesAreUnderstoodInTheLanguagesOfTheWindow(t *testing.T) {
	for said, want := range map[string]string{
		"heute 14:00-15:30":        "today 14:00-15:30",
		"Übermorgen von 9 bis 10":  "day after tomorrow from 9 until 10",
		"am Freitag um 12 Uhr":     "fri at 12 o'clock",
		"am 24.11. 9-10":           "24.11. 9-10",
		"in 2 Stunden":             "in 2 h",
		"jutro od 9 do 10":         "tomorrow from 9 until 10",
		"teraz przez 45 minut":     "now for 45 min",
		"w piątek o 12":            "fri at 12",
		"24 listopada 9-10":        "24 nov 9-10",
		"hoy a las 14:00":          "today at 14:00",
		"pasado mañana 9-10":       "day after tomorrow 9-10",
		"ahora durante 45 minutos": "now for 45 min",
		"el viernes 12:00":         "fri 12:00",
		"今日14時から15時30分":            "today 14:00 - 15:30",
		"今から45分":                   "now for 45 min",
		"１４：００～１５：００":              "14:00~15:00",
		"午後3時まで":                   "until 3:00 pm",
		"11月24日（火）9時":              "24.11. tue 9:00",
		"2026年11月24日 9時半":          "24.11.2026 9:30",
		"明天下午3点到4点":                "tomorrow 3:00 pm - 4:00",
		"从现在起45分钟":                 "now for 45 min",
		"周五 12:00":                 "fri 12:00",
		"2小时后":                     "2 h",
		"tomorrow 9-10":            "tomorrow 9-10",
		"in half an hour":          "in half an hour",
		"5 pm":                     "5 pm",
		"2026-11-22T18:00:00Z":     "2026-11-22T18:00:00Z",
		"sometime":                 "sometime",
	} {
		if got := plain.EnglishTime(said); got != want {
			t.Errorf("%q becomes %q, want %q", said, got, want)
		}
	}
}
