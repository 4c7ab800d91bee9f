package plain

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// timeWords are the words of times in German, Polish and Spanish, in small letters, and the English ones
// that mean the same. A word that means something else in one of the four languages is not here, such as
// "mar", which is March and Tuesday.
var timeWords = wordsOf(map[string]string{
	"today":              "heute dziś dzis dzisiaj hoy",
	"tomorrow":           "morgen jutro mañana",
	"now":                "jetzt teraz ahora",
	"until":              "bis do hasta",
	"from":               "von od desde",
	"for":                "für fuer przez durante",
	"at":                 "um",
	"in":                 "za en dentro",
	"next":               "nächsten nächster nächste następny następna następną próximo próxima",
	"noon":               "mittag mittags południe mediodía",
	"midnight":           "mitternacht północ medianoche",
	"o'clock":            "uhr",
	"half":               "halbe halben pół media",
	"an":                 "eine einer una",
	"min":                "minuten minuta minuty minutę minut minuto minutos",
	"h":                  "stunde stunden std godz godzina godziny godzinę godzin hora horas",
	"day":                "tag tage tagen dzień dni día días",
	"week":               "woche wochen tydzień tygodnie tygodni semana semanas",
	"mon":                "montag poniedziałek poniedzialek pon lunes lun",
	"tue":                "dienstag di wtorek wt martes",
	"wed":                "mittwoch mi środa środę śr miércoles miercoles mié",
	"thu":                "donnerstag czwartek czw jueves jue",
	"fri":                "freitag fr piątek piatek pt viernes vie",
	"sat":                "samstag sonnabend sa sobota sobotę sob sábado sabado sáb",
	"sun":                "sonntag so niedziela niedzielę niedz domingo dom",
	"jan":                "januar jänner styczeń stycznia sty enero ene",
	"feb":                "februar luty lutego lut febrero",
	"march":              "märz marzec marca marzo",
	"april":              "kwiecień kwietnia kwi abril abr",
	"may":                "mai maj maja mayo",
	"june":               "juni czerwiec czerwca cze junio",
	"july":               "juli lipiec lipca lip julio",
	"august":             "sierpień sierpnia sie agosto ago",
	"sept":               "wrzesień września wrz septiembre",
	"oct":                "oktober okt październik października paź octubre",
	"nov":                "listopad listopada lis noviembre",
	"dec":                "dezember dez grudzień grudnia gru diciembre dic",
	"day after tomorrow": "übermorgen pojutrze",
	"":                   "der den dem kommenden las el la los",
})

func wordsOf(groups map[string]string) map[string]string {
	all := map[string]string{}
	for english, words := range groups {
		for _, w := range strings.Fields(words) {
			all[w] = english
		}
	}
	return all
}

// timePhrases are what words alone do not tell, and what East Asian scripts write without blanks. They
// are replaced one after the other.
var timePhrases = []struct {
	said    *regexp.Regexp
	english string
}{
	{regexp.MustCompile(`(?i)^we? (\pL)`), "$1"},          // Polish: w piątek; a w elsewhere is weeks
	{regexp.MustCompile(`(?i)(^|\s)o (\d)`), "${1}at $2"}, // Polish: o 12
	{regexp.MustCompile(`(?i)pasado mañana`), "day after tomorrow"},
	{regexp.MustCompile(`(?i)a las? (\d)`), "at $1"},
	{regexp.MustCompile(`(?i)\bde (\d[\d:.]*) a (\d)`), "$1 - $2"},
	{regexp.MustCompile(`(?i)\bde la (?:tarde|noche)\b`), "pm"},
	{regexp.MustCompile(`(?i)\bde la mañana\b`), "am"},
	{regexp.MustCompile(`(?i)^am (\D|\d{1,2}\.\s*(?:\d|\pL))`), "$1"}, // German: am Freitag, am 24.11.
	{regexp.MustCompile(`(?:明後日|明后天|后天|あさって)`), " day after tomorrow "},
	{regexp.MustCompile(`(?:今日|本日|きょう|今天)`), " today "},
	{regexp.MustCompile(`(?:明日|あした|明天)`), " tomorrow "},
	{regexp.MustCompile(`(?:今から|これから|从现在起|从现在开始|现在起)`), " now for "},
	{regexp.MustCompile(`(?:今すぐ|現在|现在|今)`), " now "},
	{regexp.MustCompile(`(\d{4})年`), "$1-"},
	{regexp.MustCompile(`(\d{1,2})月(\d{1,2})[日号號]?`), " $2.$1. "},
	{regexp.MustCompile(`(\d{4})- (\d{1,2})\.(\d{1,2})\. `), "$2.$3.$1 "},
	{regexp.MustCompile(`(\d)\s*(?:時間半|个半小时)`), "$1.5 h "},
	{regexp.MustCompile(`(?:半時間|半小时|半个小时)`), " half h "},
	{regexp.MustCompile(`(\d)\s*(?:時間|个?小时|鐘頭|钟头)`), "$1 h "},
	{regexp.MustCompile(`(\d)\s*(?:日間|天(?:后|後)?)`), "$1 days "},
	{regexp.MustCompile(`(\d)\s*(?:週間|周|个?星期)(?:后|後)?`), "$1 weeks "},
	{regexp.MustCompile(`(\d{1,2})\s*[時时点點]\s*(\d{1,2})\s*分`), " $1:$2 "},
	{regexp.MustCompile(`(\d{1,2})\s*[時时点點]\s*半`), " $1:30 "},
	{regexp.MustCompile(`(\d{1,2})\s*[時时点點](?:整|钟)?`), " $1:00 "},
	{regexp.MustCompile(`(\d)\s*(?:分間|分钟|分鐘|分)`), "$1 min "},
	{regexp.MustCompile(`(?:午後|下午|晚上)\s*(\d{1,2}:\d\d)`), " $1 pm "},
	{regexp.MustCompile(`(?:午前|上午|早上)\s*(\d{1,2}:\d\d)`), " $1 am "},
	{regexp.MustCompile(`(?:正午|中午)`), " noon "},
	{regexp.MustCompile(`(?:星期|周|礼拜)([一二三四五六日天])`), " ${1}曜 "},
	{regexp.MustCompile(`[（(]?([月火水木金土日一二三四五六天])曜日?[）)]?`), " ${1}曜 "},
	{regexp.MustCompile(`[（(]([月火水木金土日])[）)]`), " ${1}曜 "},
	{regexp.MustCompile(`(?:月|一)曜`), "mon"}, {regexp.MustCompile(`(?:火|二)曜`), "tue"}, {regexp.MustCompile(`(?:水|三)曜`), "wed"},
	{regexp.MustCompile(`(?:木|四)曜`), "thu"}, {regexp.MustCompile(`(?:金|五)曜`), "fri"}, {regexp.MustCompile(`(?:土|六)曜`), "sat"},
	{regexp.MustCompile(`[日天]曜`), "sun"},
	{regexp.MustCompile(`(?:から|到|至)`), " - "},
	{regexp.MustCompile(`^\s*(.+?)\s*(?:まで|为止|之前)$`), "until $1"},
	{regexp.MustCompile(`(\S)\s*(?:まで|为止)`), "$1 "},
	{regexp.MustCompile(`(?:以内|以后|之后|後に?|后|の|に)`), " "},
}

var timeWord = regexp.MustCompile(`[\pL]+`)

// EnglishTime returns what was said of a time in German, Polish, Spanish, Japanese or Chinese in the
// English words that mean the same, with digits in ASCII. What it does not know stays as it is, and
// English stays English.
func EnglishTime(text string) string {
	said := norm.NFKC.String(text)
	for _, p := range timePhrases {
		said = p.said.ReplaceAllString(said, p.english)
	}
	said = timeWord.ReplaceAllStringFunc(said, func(word string) string {
		if english, there := timeWords[strings.ToLower(word)]; there {
			return english
		}
		return word
	})
	return strings.Join(strings.Fields(said), " ")
}
