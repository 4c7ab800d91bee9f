package text

import (
	"os"
	"strings"
)

// Wanted returns the languages to use, most wanted first: the one that the user chose, "" for none, and
// those of the system.
func Wanted(chosen string) []string {
	if chosen == "" {
		return SystemLanguages()
	}
	return append([]string{chosen}, SystemLanguages()...)
}

// FromEnvironment returns the languages that the environment asks for, most wanted first, as
// gettext does: LANGUAGE, then LC_ALL, LC_MESSAGES and LANG. "C" and "POSIX" ask for none.
func FromEnvironment() []string {
	var wanted []string
	for _, name := range strings.Split(os.Getenv("LANGUAGE"), ":") {
		if name != "" {
			wanted = append(wanted, name)
		}
	}
	return append(wanted, set("LC_ALL", "LC_MESSAGES", "LANG")...)
}

// RegionFromEnvironment returns the locales that say how times are written, the deciding one first:
// LC_ALL, LC_TIME and LANG.
func RegionFromEnvironment() []string { return set("LC_ALL", "LC_TIME", "LANG") }

// set returns the values of those variables that are set.
func set(variables ...string) (values []string) {
	for _, variable := range variables {
		if value := os.Getenv(variable); value != "" {
			values = append(values, value)
		}
	}
	return values
}
