package link

// Read finds every Webex target in text, and what looks like Webex but is none. Recognize tells
// what it knows.
func Read(text string) Reading {
	return Reading{}
}
