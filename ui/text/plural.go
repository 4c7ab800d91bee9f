package text

import (
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// The names of the forms that words for numbers have, after CLDR.
const (
	formZero  = "zero"
	formOne   = "one"
	formTwo   = "two"
	formFew   = "few"
	formMany  = "many"
	formOther = "other"
)

var formNames = map[plural.Form]string{
	plural.Zero: formZero, plural.One: formOne, plural.Two: formTwo, plural.Few: formFew, plural.Many: formMany, plural.Other: formOther,
}

// formOf returns the form that a language uses for n things.
func formOf(tag language.Tag, n int) string {
	if n < 0 {
		n = -n
	}
	const enough = 10_000_000 // no rule looks further
	return formNames[plural.Cardinal.MatchPlural(tag, n%enough, 0, 0, 0, 0)]
}
