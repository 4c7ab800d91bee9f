package text

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"
)

// region is how times are written where somebody lives, whatever language they read.
type region struct {
	twelve bool // the clock has twelve hours
	first  time.Weekday
}

// The regions where the clock has twelve hours ("h" and "K" among the preferred of timeData), and those
// where weeks do not begin on Monday (weekData), after CLDR 48. Everywhere else it is 24 hours and Monday.
const (
	twelveHours = "AE AG AL AR AS AU BB BD BH BM BN BO BS BT CA CL CO CR CU CY DJ DM DO DZ EC EG EH ER ET FJ FM GD GH GM GR GT GU GY HK HN IN IQ " +
		"JM JO KH KI KN KP KR KW KY LB LC LR LS LY MH MO MP MR MW MX MY NA NH NI NZ OM PA PE PG PH PK PR PS PW PY QA SA SB SD SG SL SO SS SV SY SZ " +
		"TC TD TN TO TT TW UM US UY VC VE VG VI VU WS YE ZM"
	fromFriday   = "MV"
	fromSaturday = "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"
	fromSunday   = "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY " +
		"SA SG SV TH TT TW UM US VE VI WS YE ZA ZW"
)

// UseRegion takes the clock's hours and the first day of the week from the first of these locales (BCP 47
// or POSIX names) that names a region: "en_US.UTF-8". One may say both by itself, as "-u-fw-mon-hc-h23".
// Where none does it is 24 hours and Monday, as ISO 8601 has it.
func (c *Catalogue) UseRegion(locales ...string) {
	r := region{first: time.Monday}
	for _, name := range locales {
		tag, ok := parseLocale(name)
		if !ok {
			continue
		}
		if where, sure := tag.Region(); sure == language.Exact {
			r = regionOf(where.String())
			r.adopt(tag)
			break
		}
	}
	c.region.Store(&r)
}

func regionOf(code string) region {
	in := func(list string) bool { return slices.Contains(strings.Fields(list), code) }
	r := region{twelve: in(twelveHours), first: time.Monday}
	switch {
	case in(fromFriday):
		r.first = time.Friday
	case in(fromSaturday):
		r.first = time.Saturday
	case in(fromSunday):
		r.first = time.Sunday
	}
	return r
}

// adopt takes over what a locale says beside its region.
func (r *region) adopt(tag language.Tag) {
	switch tag.TypeForKey("hc") {
	case "h23", "h24":
		r.twelve = false
	case "h11", "h12":
		r.twelve = true
	}
	if i := slices.Index(weekdayNames, tag.TypeForKey("fw")); i >= 0 {
		r.first = time.Weekday(i)
	}
}

// weekdayNames are the days of the week as locales write them, from Sunday.
var weekdayNames = []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// regionExtension writes the user's own choices on Windows as a locale does: a format of times such as
// "h:mm tt", and a digit for the first day of the week, 0 for Monday. What is not known is left out.
func regionExtension(format, digit string) string {
	words := ""
	if len(digit) == 1 && digit[0] >= '0' && digit[0] <= '6' {
		words += "-fw-" + weekdayNames[(int(digit[0]-'0')+1)%7]
	}
	switch {
	case strings.Contains(format, "H"):
		words += "-hc-h23"
	case strings.Contains(format, "h"):
		words += "-hc-h12"
	}
	if words == "" {
		return ""
	}
	return "-u" + words
}

// FirstWeekday is the day that weeks begin with.
func (c *Catalogue) FirstWeekday() time.Weekday { return c.region.Load().first }

// TwelveHours reports whether the clock has twelve hours.
func (c *Catalogue) TwelveHours() bool { return c.region.Load().twelve }
