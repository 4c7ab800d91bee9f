package main

import (
	"strings"

	"foyer/assets"
	"foyer/services/profile"
	"foyer/ui/text"
)

// loadWords reads the sentences in the language that is set in the profile that the arguments name, else
// in the system's. It comes before the arguments are understood, whose help is in that language, too; a
// profile that cannot be read changes nothing.
func loadWords(args []string) (*text.Catalogue, error) {
	words, err := text.Load(assets.Translations, text.Wanted(profile.ChosenLanguage(profileOf(args)))...)
	if err == nil {
		words.UseRegion(text.SystemRegion()...)
	}
	return words, err
}

// profileOf finds in unread arguments which profile they are about: the folder, "" for the user's own, and
// whether its demo office is meant.
func profileOf(args []string) (folder string, demo bool) {
	for i, arg := range args {
		switch value, given := strings.CutPrefix(arg, "--profile="); {
		case arg == "--":
			return folder, demo
		case given:
			folder = value
		case arg == "--profile" && i+1 < len(args):
			folder = args[i+1]
		case arg == "--demo":
			demo = true
		}
	}
	return folder, demo
}
