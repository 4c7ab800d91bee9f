package window

import (
	"fyne.io/fyne/v2/lang"

	"foyer/assets"
	"foyer/ui/text"
)

// SpeakToolkit lets Fyne's own texts, such as those of file dialogs, be in the language in use. Fyne knows
// no other language than the system's: it is given our words for that one.
func SpeakToolkit(say *text.Catalogue) error {
	words, err := assets.Toolkit.ReadFile("toolkit/" + say.Language().String() + ".json")
	if err != nil {
		return err
	}
	return lang.AddTranslationsForLocale(words, lang.SystemLocale())
}
