package chatmessenger

// Dialect holds every name that the vendor does not document, so that a server that differs can be
// served by settings: chat-messenger.dialect.<key>. undocumented: all of it but the header's name.
type Dialect struct {
	TokenHeader string
	// TokenPrefix stands before the token in the header.
	TokenPrefix string
	// ExactHeader writes the header's name in exactly this case, for a server that minds.
	ExactHeader bool
	// EmptyUsers sends an empty list of mentions to a chat room without any, instead of none.
	EmptyUsers bool
	// BulkRoom is the key of the chat room in files for sendMessages, which Foyer reads and never sends.
	BulkRoom string
	// BulkEnvelope is the key in sendMessages that asks for an opening confirmation; "" sends none.
	BulkEnvelope string
	// Accepted are bare words in an answer that mean success; JSON and nothing do in any case.
	Accepted Names
	// Errors are where an answer says what went wrong.
	Errors Names
	// QuickCallExpires and QuickCallPassword are the form fields of createQuickCall.
	QuickCallExpires, QuickCallPassword string
	// QuickCallURL is where its URL may stand; any other URL is taken, too.
	QuickCallURL Names
	// ChatRoom is the form field of updateChatRoom.
	ChatRoom string
	// StatusParam is the form field of getConferenceRoomStatus.
	StatusParam string
	// Room and Booking are the names in the answers about conference rooms.
	Room    RoomNames
	Booking BookingNames
}

// RoomNames are the names in a list of conference rooms.
type RoomNames struct {
	// List is where the rooms stand, Bookings where a room's bookings do.
	List, Bookings                                                   Names
	ID, Name, Capacity, Place, Note, Equipment, Color, Order, Hidden Names
	// Shown are flags that say the opposite of Hidden.
	Shown Names
}

// BookingNames are the names in a booking.
type BookingNames struct {
	ID, Title, Start, End Names
	// Day is the day of times that are but a time of day.
	Day                                                   Names
	AllDay, Owner, OwnerMail, Members, Note, Private, URL Names
	// Public are flags that say the opposite of Private.
	Public Names
}

// DefaultDialect returns what Foyer assumes.
func DefaultDialect() Dialect {
	return Dialect{
		TokenHeader:       "x-cam-apiToken",
		EmptyUsers:        true,
		BulkRoom:          "sendTo",
		BulkEnvelope:      "isOpened",
		Errors:            Names{"errors"},
		QuickCallExpires:  "expireDate",
		QuickCallPassword: "password",
		QuickCallURL:      Names{"url", "URL", "quickCallUrl", "quickCallURL", "callUrl", "webUrl", "link", "joinUrl"},
		ChatRoom:          "chatRoom",
		StatusParam:       "yyyyMMdd",
		Room: RoomNames{
			List:      Names{"conferenceRooms", "conferenceRoomStatus", "conferenceRoomMaster", "rooms", "data", "result"},
			Bookings:  Names{"reservedSchedules", "schedules", "reservations", "reserved"},
			ID:        Names{"id", "roomId", "conferenceRoomId", "conferenceId", "uid", "key"},
			Name:      Names{"name", "roomName", "conferenceRoomName", "conferenceName", "title", "displayName"},
			Capacity:  Names{"capacity", "seats", "maxUsers", "limit", "number"},
			Place:     Names{"place", "location", "floor", "building", "area"},
			Note:      Names{"note", "memo", "description", "remarks", "comment"},
			Equipment: Names{"equipment", "facilities", "equipments"},
			Color:     Names{"color"},
			Order:     Names{"order", "sort", "sortOrder", "displayOrder", "index"},
			Hidden:    Names{"isDeleted", "deleted", "disabled"},
			Shown:     Names{"isValid"},
		},
		Booking: BookingNames{
			ID:        Names{"id", "scheduleId", "reserveId", "key"},
			Title:     Names{"title", "subject", "name", "summary", "scheduleName"},
			Start:     Names{"start", "startDate", "startTime", "startDateTime", "from", "begin", "fromDate"},
			End:       Names{"end", "endDate", "endTime", "endDateTime", "to", "until", "toDate"},
			Day:       Names{"date", "yyyyMMdd", "day", "startDate"},
			AllDay:    Names{"allDay", "isAllDay", "allday"},
			Owner:     Names{"createUserName", "userName", "ownerName", "reserveUserName", "owner", "organizer", "createUser", "createUserId", "userId"},
			OwnerMail: Names{"createUserEmail", "createUserMail", "userEmail", "ownerEmail", "organizerEmail", "reserveUserEmail", "email", "mail"},
			Members:   Names{"members", "users", "participants", "attendees", "memberUids", "userIds"},
			Note:      Names{"note", "memo", "description", "content", "detail"},
			Private:   Names{"isPrivate", "private", "secret"},
			Public:    Names{"isPublic"},
			URL:       Names{"url", "webConferenceUrl", "meetingUrl"},
		},
	}
}
