package meeting

import (
	"slices"
	"strings"
)

// Types are the types that the service knows, the reserved ones last.
var Types = [...]Type{Normal, Terminal, Outside, Mobile, IdeaHub, Board, HWVision, Telepresence, Telephone}

// known tells whether the service knows t.
func (t Type) known() bool { return slices.Contains(Types[:], t) }

// reserved tells whether the service's page knows t and calls it reserved.
func (t Type) reserved() bool { return t == Telepresence || t == Telephone }

// roleWords are the roles as lists write them, in small letters: the service's numbers, and words.
var roleWords = map[string]Role{
	"0": Participant, "1": Chair, "2": Reserved,

	"participant": Participant, "attendee": Participant, "guest": Participant, "member": Participant, "general": Participant,
	"uczestnik": Participant, "uczestniczka": Participant, "gość": Participant, "participante": Participant, "invitado": Participant,
	"teilnehmer": Participant, "teilnehmerin": Participant, "gast": Participant,
	"与会者": Participant, "參與者": Participant, "参会者": Participant, "来宾": Participant, "嘉宾": Participant, "参加者": Participant, "ゲスト": Participant,

	"host": Chair, "chair": Chair, "chairman": Chair, "chairperson": Chair, "moderator": Chair, "organizer": Chair, "organiser": Chair,
	"gospodarz": Chair, "prowadzący": Chair, "prowadząca": Chair, "moderatorka": Chair, "anfitrión": Chair, "anfitriona": Chair, "moderador": Chair, "moderadora": Chair,
	"gastgeber": Chair, "gastgeberin": Chair, "moderatorin": Chair, "leiter": Chair, "leiterin": Chair,
	"主持人": Chair, "主席": Chair, "主持": Chair, "ホスト": Chair, "主催者": Chair, "司会": Chair,
}

// readRole reads a role; "" is none. ok is false for what is no role.
func readRole(s string) (role Role, ok bool) {
	s = strings.ToLower(trimmed(narrow(s)))
	if s == "" {
		return NoRole, true
	}
	role, ok = roleWords[s]
	return role, ok
}
