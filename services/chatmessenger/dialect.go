package chatmessenger

// Dialect holds every name that the vendor does not document, so that a server that differs can be
// served by settings: chat-messenger.dialect.<key>.
type Dialect struct{}

// Field is one field of a Dialect, for settings and diagnostics.
type Field struct {
	// Key is the last part of the setting's key, in lower case with hyphens.
	Key string
	// Value and Default are written as in the settings file; lists are separated by commas.
	Value, Default string
	// Doc is one line in English for the diagnostics report.
	Doc string
}

// DefaultDialect returns what Foyer assumes.
func DefaultDialect() Dialect { return Dialect{} }

// Fields returns all fields in a fixed order.
func (d Dialect) Fields() []Field { return nil }

// With returns d with other values for some keys. Errors are *fault.Error of kind Invalid with the key in
// Words: an unknown key, or a value that cannot be.
func (d Dialect) With(values map[string]string) (Dialect, error) { return d, nil }
