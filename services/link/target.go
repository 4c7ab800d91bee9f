// Package link knows what a Webex link is: it finds links, space info, IDs and addresses in any
// text, and writes them as URL, HTML, Markdown, rich text, QR code, REST room id or vCard. It is
// pure: no network, no disk, no clock. It does not open anything and does not know where links
// are kept.
package link

// Kind says what a Target leads to.
type Kind string

// The kinds of target. The values appear in JSON and in the database.
const (
	// Space is a Webex space, or one message in it.
	Space Kind = "space"
	// Person is somebody to write to in a 1:1 space.
	Person Kind = "person"
	// Meeting is a call to a SIP address, or a Webex meeting on the web.
	Meeting Kind = "meeting"
)

// Warning is a stable code for something in the pasted text that a person should know about.
// The sentences shown for the codes live in the translations under "warning.<code>".
type Warning string

// The warnings.
const (
	// WarnIDMismatch: the labelled space ID and the link of one block name different spaces; the ID won.
	WarnIDMismatch Warning = "id-mismatch"
	// WarnAmbiguous: the text holds several unlabelled IDs, and nothing says which one is meant.
	WarnAmbiguous Warning = "ambiguous"
	// WarnNotUUID: a space ID that was given explicitly is no UUID. It is written as it is.
	WarnNotUUID Warning = "not-a-uuid"
	// WarnOlderForm: the link is in a form that Webex's current help no longer lists.
	WarnOlderForm Warning = "older-form"
	// WarnUnofficial: the link is in a form that Webex documents nowhere.
	WarnUnofficial Warning = "unofficial"
	// WarnShortLink: a short link, whose space cannot be known without asking its server.
	WarnShortLink Warning = "short-link"
)

// Target is one thing that a Webex link can lead to.
type Target struct {
	Kind Kind `json:"kind"`
	// ID is the space's UUID in lower case, or the ID as it was given when WarnNotUUID is set.
	ID string `json:"id,omitempty"`
	// Name is the space's or person's name, without line breaks; it may be empty.
	Name string `json:"name,omitempty"`
	// Email is the address of a person.
	Email string `json:"email,omitempty"`
	// SIP is the SIP address of a meeting, or of a person who has one.
	SIP string `json:"sip,omitempty"`
	// URL is the canonical link, written from the parsed parts, never copied from the input.
	URL string `json:"url,omitempty"`
	// Message is the UUID of one message in the space, for links to a message.
	Message string `json:"message,omitempty"`
	// Participants and ExternalParticipants are nil when the text does not tell.
	Participants         *int `json:"participants,omitempty"`
	ExternalParticipants *int `json:"externalParticipants,omitempty"`
	// Type is the conversation type, lower case where it is known ("group"), verbatim where not.
	Type string `json:"type,omitempty"`
	// Cluster is the cluster that a REST room id named, such as "us" or "urn:TEAM:us-west-2_r";
	// empty when unknown. It cannot be recovered from a UUID.
	Cluster string `json:"-"`
	// Extras are the lines of a space-info block that have no meaning here, kept in order.
	Extras []string `json:"-"`
	// Warnings are codes, most important first.
	Warnings []Warning `json:"warnings,omitempty"`
}
