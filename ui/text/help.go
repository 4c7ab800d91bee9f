package text

import "strings"

// Topic is a page of the help.
type Topic string

// The topics, in the order of the list.
const (
	HelpLinks     Topic = "links"
	HelpRooms     Topic = "rooms"
	HelpMessages  Topic = "messages"
	HelpMeetings  Topic = "meetings"
	HelpOutbox    Topic = "outbox"
	HelpServices  Topic = "services"
	HelpShortcuts Topic = "shortcuts"
	HelpData      Topic = "data"
	HelpDemo      Topic = "demo"
	HelpCommands  Topic = "commands"
)

// Topics lists all topics.
func Topics() []Topic {
	return []Topic{HelpLinks, HelpRooms, HelpMessages, HelpMeetings, HelpOutbox, HelpServices, HelpShortcuts, HelpData, HelpDemo, HelpCommands}
}

// HelpTitle returns what a topic is called.
func (c *Catalogue) HelpTitle(t Topic) string { return c.T("help." + string(t) + ".title") }

// HelpText returns the paragraphs of a topic.
func (c *Catalogue) HelpText(t Topic) []string {
	return strings.Split(c.T("help."+string(t)+".text"), "\n")
}
