package manual

// Words answers with sentences in the reader's language, as text.Catalogue does.
type Words interface {
	T(key string, pairs ...any) string
}

// TitlesIn returns the headings in a language.
func TitlesIn(words Words) Titles {
	return Titles{
		Name:        words.T("packages.man.name"),
		Synopsis:    words.T("packages.man.synopsis"),
		Description: words.T("packages.man.description"),
		Options:     words.T("packages.man.options"),
		Commands:    words.T("packages.man.commands"),
		SeeAlso:     words.T("packages.man.see-also"),
	}
}
