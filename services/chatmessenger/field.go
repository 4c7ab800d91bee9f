package chatmessenger

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"foyer/services/fault"
)

// Field is one field of a Dialect, for settings and diagnostics.
type Field struct {
	// Key is the last part of the setting's key, in lower case with hyphens.
	Key string
	// Value and Default are written as in the settings file; lists are separated by commas.
	Value, Default string
	// Doc is one line in English for the diagnostics report.
	Doc string
}

// entry is a row of the table of fields. at returns a *string, a *bool or a *Names.
type entry struct {
	key, doc string
	// mayBeEmpty says that nothing is a value of this field.
	mayBeEmpty bool
	at         func(*Dialect) any
}

var entries = []entry{
	{"token-header", "header of the token", false, func(d *Dialect) any { return &d.TokenHeader }},
	{"token-prefix", "what stands before the token", true, func(d *Dialect) any { return &d.TokenPrefix }},
	{"exact-header", "writes the header in exactly this case", false, func(d *Dialect) any { return &d.ExactHeader }},
	{"empty-users", "sends an empty list of mentions to a chat room", false, func(d *Dialect) any { return &d.EmptyUsers }},
	{"bulk-room", "chat room in files for sendMessages", false, func(d *Dialect) any { return &d.BulkRoom }},
	{"bulk-envelope", "opening confirmation in sendMessages", true, func(d *Dialect) any { return &d.BulkEnvelope }},
	{"accepted", "bare words that mean success", true, func(d *Dialect) any { return &d.Accepted }},
	{"errors", "where answers say what went wrong", false, func(d *Dialect) any { return &d.Errors }},
	{"quick-call-expires", "form field of createQuickCall: end in milliseconds", false, func(d *Dialect) any { return &d.QuickCallExpires }},
	{"quick-call-password", "form field of createQuickCall: password", false, func(d *Dialect) any { return &d.QuickCallPassword }},
	{"quick-call-url", "URL in the answer of createQuickCall", true, func(d *Dialect) any { return &d.QuickCallURL }},
	{"chat-room", "form field of updateChatRoom", false, func(d *Dialect) any { return &d.ChatRoom }},
	{"status-param", "form field of getConferenceRoomStatus: day or month", false, func(d *Dialect) any { return &d.StatusParam }},
	{"room-list", "list of conference rooms", false, func(d *Dialect) any { return &d.Room.List }},
	{"room-bookings", "bookings of a room", false, func(d *Dialect) any { return &d.Room.Bookings }},
	{"room-id", "id of a room", true, func(d *Dialect) any { return &d.Room.ID }},
	{"room-name", "name of a room", false, func(d *Dialect) any { return &d.Room.Name }},
	{"room-capacity", "seats of a room", true, func(d *Dialect) any { return &d.Room.Capacity }},
	{"room-place", "place of a room", true, func(d *Dialect) any { return &d.Room.Place }},
	{"room-note", "note on a room", true, func(d *Dialect) any { return &d.Room.Note }},
	{"room-equipment", "equipment of a room", true, func(d *Dialect) any { return &d.Room.Equipment }},
	{"room-color", "colour of a room", true, func(d *Dialect) any { return &d.Room.Color }},
	{"room-order", "place of a room in the list", true, func(d *Dialect) any { return &d.Room.Order }},
	{"room-hidden", "flags of a room that is not shown", true, func(d *Dialect) any { return &d.Room.Hidden }},
	{"room-shown", "flags of a room that is shown", true, func(d *Dialect) any { return &d.Room.Shown }},
	{"booking-id", "id of a booking", true, func(d *Dialect) any { return &d.Booking.ID }},
	{"booking-title", "title of a booking", true, func(d *Dialect) any { return &d.Booking.Title }},
	{"booking-start", "start of a booking", false, func(d *Dialect) any { return &d.Booking.Start }},
	{"booking-end", "end of a booking", false, func(d *Dialect) any { return &d.Booking.End }},
	{"booking-day", "day of a booking whose times name none", true, func(d *Dialect) any { return &d.Booking.Day }},
	{"booking-all-day", "flags of a booking of whole days", true, func(d *Dialect) any { return &d.Booking.AllDay }},
	{"booking-owner", "who booked", true, func(d *Dialect) any { return &d.Booking.Owner }},
	{"booking-owner-mail", "e-mail address of who booked", true, func(d *Dialect) any { return &d.Booking.OwnerMail }},
	{"booking-members", "who takes part", true, func(d *Dialect) any { return &d.Booking.Members }},
	{"booking-note", "note on a booking", true, func(d *Dialect) any { return &d.Booking.Note }},
	{"booking-private", "flags of a private booking", true, func(d *Dialect) any { return &d.Booking.Private }},
	{"booking-public", "flags of a public booking", true, func(d *Dialect) any { return &d.Booking.Public }},
	{"booking-url", "URL of a booking's web conference", true, func(d *Dialect) any { return &d.Booking.URL }},
}

// Fields returns all fields in a fixed order.
func (d Dialect) Fields() []Field {
	standard := DefaultDialect()
	all := make([]Field, len(entries))
	for i, e := range entries {
		all[i] = Field{Key: e.key, Value: show(e.at(&d)), Default: show(e.at(&standard)), Doc: e.doc}
	}
	return all
}

// With returns d with other values for some keys. Errors are *fault.Error of kind Invalid with the key in
// Words: CodeDialectKey for an unknown key, CodeDialectValue for a value that cannot be.
func (d Dialect) With(values map[string]string) (Dialect, error) {
	const op = "reading the dialect"
	for _, key := range slices.Sorted(maps.Keys(values)) {
		i := slices.IndexFunc(entries, func(e entry) bool { return e.key == key })
		if i < 0 {
			return Dialect{}, &fault.Error{Op: op, Service: serviceName, Kind: fault.Invalid, Code: CodeDialectKey, Words: key}
		}
		if !entries[i].set(&d, values[key]) {
			return Dialect{}, &fault.Error{Op: op, Service: serviceName, Kind: fault.Invalid, Code: CodeDialectValue, Words: key}
		}
	}
	return d, nil
}

func show(field any) string {
	switch field := field.(type) {
	case *bool:
		return strconv.FormatBool(*field)
	case *Names:
		return field.String()
	case *string:
		return *field
	}
	return ""
}

// headerName is what RFC 9110 calls a token.
var headerName = regexp.MustCompile("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")

// set reports whether value can be. It never writes through to another Dialect's lists.
func (e entry) set(d *Dialect, value string) bool {
	isText := !strings.ContainsFunc(value, func(r rune) bool { return r < ' ' || r == 0x7f })
	switch field := e.at(d).(type) {
	case *bool:
		on, err := strconv.ParseBool(strings.TrimSpace(value))
		*field = on
		return err == nil
	case *Names:
		*field = readNames(value)
		return isText && (e.mayBeEmpty || len(*field) > 0)
	case *string:
		*field = value
		if e.key == "token-header" {
			return headerName.MatchString(value)
		}
		return isText && (e.mayBeEmpty || strings.TrimSpace(value) != "")
	}
	return false
}
