package link

import "foyer/services/plain"

// Reading is what a text holds.
type Reading struct {
	// Targets are in the order of the text, each once.
	Targets []Target
	// Notices are what was recognised and is no target, in the order of the text, each once.
	Notices []Notice
}

// Notice is something from Webex that is no target, so that a person can be told what was found
// instead.
type Notice struct {
	Kind NoticeKind
	// Value is the id or link, without anything secret.
	Value string
}

// NoticeKind is a stable code; the sentences live in the translations under "notice.<code>".
type NoticeKind string

// The kinds of notice.
const (
	// NoticeMessageID is the REST id of a message.
	NoticeMessageID NoticeKind = "message-id"
	// NoticePersonID is the REST id of a person.
	NoticePersonID NoticeKind = "person-id"
	// NoticeTeamID is the REST id of a team.
	NoticeTeamID NoticeKind = "team-id"
	// NoticeMembershipID is the REST id of a membership.
	NoticeMembershipID NoticeKind = "membership-id"
	// NoticeOtherID is the REST id of something else.
	NoticeOtherID NoticeKind = "other-id"
	// NoticeSignIn is a link that signs in or out. Foyer never opens it; Value has no parameters.
	NoticeSignIn NoticeKind = "sign-in-link"
	// NoticeCall is a link that calls a telephone number.
	NoticeCall NoticeKind = "call-link"
	// NoticeBroken is a Webex link whose id or address is missing or incomplete.
	NoticeBroken NoticeKind = "broken-link"
)

// Recognize finds every Webex target in text: copied space info in any language, links in any
// of their spellings, space UUIDs, REST room ids and e-mail addresses. It never fails; text
// without a target yields nil. Contradictions inside one block are reported in Target.Warnings.
// Text beyond 1 MiB is ignored.
func Recognize(text string) []Target {
	return Read(text).Targets
}

// RecognizeBytes is Recognize for bytes of unknown encoding, such as a file's.
func RecognizeBytes(b []byte) []Target {
	return Recognize(Decode(b))
}

// Decode returns b as UTF-8: UTF-16 with or without a byte order mark, and Windows-1252 where b
// is no UTF-8.
func Decode(b []byte) string {
	return plain.Decode(b)
}
