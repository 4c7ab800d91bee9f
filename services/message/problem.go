package message

// Problem is one reason why a message, a row of a batch or a chat room cannot be used as it is. The
// sentence for it is made where it is shown.
type Problem struct {
	// Code is one of the Problem codes.
	Code string
	// Subject is what is wrong: the address, the value, the line; "" when the code says it all.
	Subject string
}

// Codes of problems.
const (
	// ProblemNoRecipient: there is neither a person nor a chat room.
	ProblemNoRecipient = "no-recipient"
	// ProblemBadAddress: Subject is no e-mail address.
	ProblemBadAddress = "bad-address"
	// ProblemAddressComma: Subject has a comma, with which the service separates addresses.
	ProblemAddressComma = "address-comma"
	// ProblemNoText: the text is empty or blank.
	ProblemNoText = "no-text"
	// ProblemNotText: the text has bytes that are no characters.
	ProblemNotText = "not-text"
	// ProblemRoomNotText: the name of the chat room has bytes that are no characters.
	ProblemRoomNotText = "room-not-text"
	// ProblemTooLong: the text is longer than MaxText.
	ProblemTooLong = "too-long"
	// ProblemRoomReserved: the chat room is called Direct, which means direct messages.
	ProblemRoomReserved = "room-reserved"
	// ProblemRoomAndPeople: it has people to write to and a chat room.
	ProblemRoomAndPeople = "room-and-people"
	// ProblemNoRoom: it has mentions and no chat room, or the name of the chat room is blank.
	ProblemNoRoom = "no-room"

	// ProblemTwoRooms: the row names another chat room, Subject, too.
	ProblemTwoRooms = "two-rooms"
	// ProblemBadEnvelope: Subject means neither yes nor no.
	ProblemBadEnvelope = "bad-envelope"
	// ProblemBadValue: the member Subject of the JSON object has a value of the wrong type.
	ProblemBadValue = "bad-value"
	// ProblemBadJSON: the row is no JSON object; Subject is the line of the fault.
	ProblemBadJSON = "bad-json"
	// ProblemBadQuotes: a quoted cell does not end, or something stands behind its end. Subject is its line.
	ProblemBadQuotes = "bad-quotes"
	// ProblemManyCells: the row has more cells than there are columns; Subject is the first one too many.
	ProblemManyCells = "too-many-cells"
	// ProblemLongRow: the row is longer than Foyer reads.
	ProblemLongRow = "row-too-long"

	// ProblemNoName: the chat room has no name.
	ProblemNoName = "no-name"
	// ProblemBadMember: Subject is no user id.
	ProblemBadMember = "bad-member"
	// ProblemMemberTwice: the member Subject is there twice.
	ProblemMemberTwice = "member-twice"
)
