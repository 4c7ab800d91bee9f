package chatmessenger

import (
	"encoding/json"
	"strings"
)

// complaint returns what an answer says under `errors`, and whether it says anything there. The shape
// is not documented, so any is understood; words may be "" all the same. An array of answers complains
// if one of them does.
func (d Dialect) complaint(document json.RawMessage) (words string, found bool) {
	answers := []json.RawMessage{document}
	if list, ok := elements(document); ok {
		answers = list
	}
	var all []string
	for _, answer := range answers {
		members, _ := members(answer)
		for _, name := range d.Errors {
			value, ok := members.named(name)
			if !ok || isNothing(value) {
				continue
			}
			found = true
			all = append(all, sentences(value, deepest)...)
		}
	}
	return strings.Join(all, "; "), found
}

// isNothing: the vendor's sample asks whether errors is true in the sense of JavaScript, and an empty
// list is no error.
func isNothing(value json.RawMessage) bool {
	switch strings.TrimSpace(string(value)) {
	case "", "null", "false", "0", `""`:
		return true
	}
	if list, ok := elements(value); ok {
		return len(list) == 0
	}
	object, ok := members(value)
	return ok && len(object) == 0
}

// said are the members of an error that hold its words, and detail those that tell more of it.
var (
	said   = Names{"message", "error", "description", "detail", "title", "reason"}
	detail = Names{"code", "field"}
)

// sentences returns the words of an error of any shape.
func sentences(value json.RawMessage, depth int) []string {
	if depth == 0 {
		return nil
	}
	if list, ok := elements(value); ok {
		var all []string
		for _, element := range list {
			all = append(all, sentences(element, depth-1)...)
		}
		return all
	}
	object, ok := members(value)
	if !ok {
		if text := scalar(value); text != "" {
			return []string{text}
		}
		return nil
	}
	if words, ok := object.text(said); ok {
		var more []string
		for _, name := range detail {
			if text, ok := object.text(Names{name}); ok {
				more = append(more, text)
			}
		}
		if len(more) > 0 {
			words += " (" + strings.Join(more, ", ") + ")"
		}
		return []string{words}
	}
	var all []string
	for _, m := range object {
		if words := strings.Join(sentences(m.value, depth-1), ", "); words != "" {
			all = append(all, m.name+": "+words)
		}
	}
	return all
}

// remark returns the words of an error answer that has none under `errors`, such as those that web
// frameworks make.
func remark(document json.RawMessage) string {
	object, ok := members(document)
	if !ok {
		return strings.Join(sentences(document, deepest), "; ")
	}
	words, _ := object.text(said)
	return words
}
