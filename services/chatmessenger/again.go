package chatmessenger

import "encoding/json"

// again is what a decoder uses again for each of thousands of bookings, instead of making it anew.
type again struct {
	booking object
	list    []json.RawMessage
	// texts are the names of people, who book and take part again and again, as they were written.
	texts map[string]string
}

// members reads the members of a booking. They are there until the next one is read.
func (a *again) members(value json.RawMessage) (object, bool) {
	inside, ok := within(value, '{', '}')
	if !ok {
		return nil, false
	}
	o, ok := a.booking[:0].read(inside)
	if ok {
		a.booking = o
	}
	return o, ok
}

// elements reads a JSON array. They are there until the next one is read.
func (a *again) elements(value json.RawMessage) ([]json.RawMessage, bool) {
	list, ok := elementsInto(a.list[:0], value)
	if ok {
		a.list = list
	}
	return list, ok
}

// scalar is like the function of that name.
func (a *again) scalar(value json.RawMessage) string {
	text, ok := a.texts[string(value)]
	if ok {
		return text
	}
	text = scalar(value)
	if a.texts == nil {
		a.texts = map[string]string{}
	}
	a.texts[string(value)] = text
	return text
}
