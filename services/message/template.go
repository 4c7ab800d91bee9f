package message

// Template is a text with fields in braces, such as {name}; {{ and }} are literal braces.
type Template struct {
	// Name is how the user calls the template.
	Name string `json:"name" toml:"name"`
	// Text may have several lines.
	Text string `json:"text" toml:"text"`
}

// Fields returns the names of the fields in the order in which they appear, each once, in small letters.
func (t Template) Fields() []string { return nil }

// Fill returns the text with the values put in, by the names that Fields returns. A field without a
// value in the map stays as it is; a value of "" takes it away.
func (t Template) Fill(values map[string]string) string { return t.Text }

// Check returns a *fault.Error of kind Invalid for the first brace that is no field.
func (t Template) Check() error { return nil }
