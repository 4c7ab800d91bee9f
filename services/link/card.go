package link

import (
	"strings"

	"foyer/services/person"
)

// vcardText writes the card of a person with the message and the meeting link.
func vcardText(t Target, url string) (string, error) {
	links := []string{url}
	if meeting, ok := t.Meet(); ok {
		links = append(links, meeting.URL)
	}
	var b strings.Builder
	err := person.WriteVCard(&b, person.Person{Name: t.Name, Email: t.Email, SIP: t.SIP}, links)
	return b.String(), err
}
