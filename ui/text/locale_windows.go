package text

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// SystemLanguages returns the languages in which Windows speaks to the user, most wanted first. The
// environment is not asked: shells that come from Unix set it, whatever the user reads.
func SystemLanguages() []string {
	names, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil {
		return nil
	}
	return names
}

// What GetLocaleInfoEx is asked for.
const (
	localeName         = 0x5c // LOCALE_SNAME
	localeTimeFormat   = 0x1003
	localeFirstWeekday = 0x100c // a digit, 0 for Monday
)

// SystemRegion returns the locale of the user's regional format, with the clock and the first day of the
// week that were chosen for it as "-u-fw-mon-hc-h23".
func SystemRegion() []string {
	name := localeInfo(localeName)
	if name == "" {
		return nil
	}
	return []string{name + regionExtension(localeInfo(localeTimeFormat), localeInfo(localeFirstWeekday))}
}

var getLocaleInfo = windows.NewLazySystemDLL("kernel32.dll").NewProc("GetLocaleInfoEx")

// localeInfo asks for something of the user's regional format; "" when there is no answer.
func localeInfo(what uint32) string {
	var buffer [128]uint16
	n, _, _ := getLocaleInfo.Call(0, uintptr(what), uintptr(unsafe.Pointer(&buffer[0])), uintptr(len(buffer)))
	if n == 0 {
		return ""
	}
	return windows.UTF16ToString(buffer[:])
}
