package text

import (
	"os"
	"strings"

	"golang.org/x/text/language"
)

// FromEnvironment returns the languages that the environment asks for, most wanted first, as
// gettext does: LANGUAGE, then LC_ALL, LC_MESSAGES and LANG. "C" and "POSIX" ask for none.
func FromEnvironment() []string {
	var wanted []string
	for _, name := range strings.Split(os.Getenv("LANGUAGE"), ":") {
		if name != "" {
			wanted = append(wanted, name)
		}
	}
	for _, variable := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if name := os.Getenv(variable); name != "" {
			wanted = append(wanted, name)
		}
	}
	return wanted
}

// parseLocale reads a BCP 47 tag or a POSIX locale such as "zh_CN.UTF-8" or "de_DE@euro".
func parseLocale(name string) (language.Tag, bool) {
	name, _, _ = strings.Cut(name, ".")
	name, _, _ = strings.Cut(name, "@")
	if name == "" || name == "C" || name == "POSIX" {
		return language.Und, false
	}
	tag, err := language.Parse(strings.ReplaceAll(name, "_", "-"))
	return tag, err == nil
}
