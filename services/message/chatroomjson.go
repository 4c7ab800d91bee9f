package message

// MarshalJSON writes the vendor's form: members in order, unknown fields last, no id for a new room.
func (c ChatRoom) MarshalJSON() ([]byte, error) { return []byte("{}"), nil }

// UnmarshalJSON reads the vendor's form, keeping the order of the members and unknown fields.
func (c *ChatRoom) UnmarshalJSON(data []byte) error { return nil }

// Check returns what keeps the chat room from being saved; nil when nothing does.
func (c ChatRoom) Check() []Problem { return nil }
