package settings

import (
	"foyer/ui/text"
	"foyer/ui/window"
)

// topics are the help about sections; about all others there is that about services.
var topics = map[string]text.Topic{
	SectionShortcuts: text.HelpShortcuts, SectionStart: text.HelpShortcuts, SectionRooms: text.HelpRooms, SectionTexts: text.HelpLinks,
	SectionMessageTexts: text.HelpMessages, SectionData: text.HelpData, SectionAbout: text.HelpCommands,
}

// Help explains the section in sight.
func (p *Page) Help() window.Help {
	if topic, ok := topics[p.Section()]; ok {
		return window.Help{Topic: topic}
	}
	return window.Help{Topic: text.HelpServices}
}
