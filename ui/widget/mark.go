package widget

import "foyer/ui/style"

// State is what a room or a message can be in. It is told by shape and colour together, never by
// colour alone; the words go beside it.
type State string

// The states of a room, and of a message in the outbox.
const (
	RoomFree       State = "room-free"        // hollow circle
	RoomStartsSoon State = "room-starts-soon" // half circle
	RoomInUse      State = "room-in-use"      // full circle
	RoomUnknown    State = "room-unknown"     // dash

	MessageQueued  State = "message-queued"  // clock
	MessageSending State = "message-sending" // arrow
	MessageSent    State = "message-sent"    // tick
	MessageFailed  State = "message-failed"  // cross
	MessageUnknown State = "message-unknown" // diamond with question mark

	Warned State = "warning" // triangle: doubtful, stale
)

// States lists all states.
func States() []State {
	return []State{RoomFree, RoomStartsSoon, RoomInUse, RoomUnknown,
		MessageQueued, MessageSending, MessageSent, MessageFailed, MessageUnknown, Warned}
}

// Drawing returns the name of the state's shape.
func (s State) Drawing() string { return string(s) }

// Color returns the colour of the state's shape and words.
func (s State) Color() style.Name {
	switch s {
	case RoomFree, MessageSent:
		return style.Free
	case RoomStartsSoon, MessageUnknown, Warned:
		return style.Soon
	case RoomInUse, MessageFailed:
		return style.InUse
	case MessageSending:
		return style.Accent
	case MessageQueued:
		return style.Ink2
	}
	return style.Unknown
}

// Tint returns the colour of the ground under words about the state, "" for states without one.
func (s State) Tint() style.Name {
	switch s.Color() {
	case style.Free:
		return style.FreeTint
	case style.Soon:
		return style.SoonTint
	case style.InUse:
		return style.InUseTint
	case style.Unknown:
		return style.UnknownTint
	}
	return ""
}

// NewMark returns the shape of a state in its colour, as large as the icons of a row.
func NewMark(s State) *Icon { return NewIcon(s.Drawing(), style.IconRow, s.Color()) }

// SetState makes an icon the mark of a state. Stale leaves the colour out and keeps the shape, for
// what was so when it was last known.
func (i *Icon) SetState(s State, stale bool) {
	c := s.Color()
	if stale {
		c = style.Unknown
	}
	i.Set(s.Drawing(), c)
}
