package main

import (
	"slices"

	"foyer/services/meeting"
)

type meetingPeopleCommand struct {
	meetingAccess
}

// presenceJSON is who is in a meeting, as JSON.
type presenceJSON struct {
	At      string        `json:"at"` // RFC 3339, UTC
	People  []peopleJSON  `json:"people"`
	Invited []invitedJSON `json:"invited"`
}

type peopleJSON struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Phone string `json:"phone,omitempty"`
	State string `json:"state"` // in, calling, joining, unclear
	Host  bool   `json:"host,omitempty"`
	Muted bool   `json:"muted,omitempty"`
	Video bool   `json:"video,omitempty"`
	Hand  bool   `json:"hand,omitempty"`
}

type invitedJSON struct {
	Name    string `json:"name"`
	Phone   string `json:"phone,omitempty"`
	Account string `json:"account,omitempty"`
}

func presenceOf(p meeting.Presence) presenceJSON {
	j := presenceJSON{At: stamp(p.At), People: []peopleJSON{}, Invited: []invitedJSON{}}
	for _, one := range p.Participants {
		j.People = append(j.People, peopleJSON{ID: one.PID, Name: one.Name, Phone: one.Phone, State: string(one.State),
			Host: slices.Contains(p.Hosts, one.PID), Muted: one.Muted, Video: one.Video, Hand: one.Hand})
	}
	for _, one := range p.Invited {
		j.Invited = append(j.Invited, invitedJSON{Name: one.Name, Phone: one.Phone, Account: one.AccountID})
	}
	return j
}

// Run lists who is in a meeting.
func (c meetingPeopleCommand) Run(a *app) error {
	access, err := c.access(a)
	if err != nil {
		return err
	}
	return a.withMeetings(c.serviceFlag, func(host meeting.Host) error {
		access, err := unlock(a.ctx, host, access)
		if err != nil {
			return err
		}
		p, err := host.Presence(a.ctx, access)
		if err != nil {
			return err
		}
		people := presenceOf(p)
		if a.JSON {
			return a.document(people)
		}
		rows := make([][]string, len(people.People))
		for i, one := range people.People {
			rows[i] = []string{a.words.T("cli.in-meeting." + one.State), one.Name, one.Phone, ""}
			if one.Host {
				rows[i][3] = a.words.T("cli.host")
			}
		}
		if len(people.People) == 0 {
			a.say("foyer: %s", a.words.T("cli.nobody-in"))
		}
		return a.table(rows)
	})
}
