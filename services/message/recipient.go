package message

// Recipient is somebody to write to, as read from text.
type Recipient struct {
	// Address is the e-mail address; "" when it is not Valid.
	Address string
	// Name is on one line; "" when the text has none.
	Name string
	// Raw is what stood in the text.
	Raw string
	// Valid says that Address is an e-mail address.
	Valid bool
}

// ReadRecipients reads the recipients that people type and paste.
func ReadRecipients(text string) []Recipient { return nil }
