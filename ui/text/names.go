package text

import "golang.org/x/text/language"

// ownNames are what the speakers of languages call them, which is the same in every language.
var ownNames = map[string]string{"en": "English", "pl": "Polski", "zh-Hans": "简体中文", "es": "Español", "ja": "日本語", "de": "Deutsch"}

// OwnName returns what the speakers of a language call it; its tag where that is not known.
func OwnName(tag language.Tag) string {
	if name := ownNames[tag.String()]; name != "" {
		return name
	}
	return tag.String()
}

// Choices lists the languages that there are in the order in which they are offered.
func (c *Catalogue) Choices() []language.Tag {
	var all []language.Tag
	for _, name := range []string{"en", "pl", "zh-Hans", "es", "ja", "de"} {
		for _, tag := range c.tags {
			if tag.String() == name {
				all = append(all, tag)
			}
		}
	}
	return all
}
