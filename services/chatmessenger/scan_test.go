package chatmessenger

import (
	"bytes"
	"encoding/json"
	"testing"
)

// reference reads an object or an array with encoding/json.
func reference(document []byte) (names []string, values []json.RawMessage, bracket byte) {
	document = bytes.TrimSpace(document)
	if len(document) == 0 || !json.Valid(document) || document[0] != '{' && document[0] != '[' {
		return nil, nil, 0
	}
	stream := json.NewDecoder(bytes.NewReader(document))
	_, _ = stream.Token()
	for stream.More() {
		if document[0] == '{' {
			name, _ := stream.Token()
			text, _ := name.(string)
			names = append(names, text)
		}
		var value json.RawMessage
		_ = stream.Decode(&value)
		values = append(values, value)
	}
	return names, values, document[0]
}

// FuzzMembers proves that parts are found as encoding/json finds them, in whatever is JSON, and that
// nothing else makes the search fail.
func FuzzMembers(f *testing.F) {
	for _, s := range []string{
		`{}`, `[]`, ` { "a" : 1 , "b":[1,{"c":"}"}] } `, `["\"",",]",{"x":[]},null,-1.5e3,true]`, `{"\u0061\\":"\\"}`, `{"a":1,}`, `[1,]`, `[,]`, `{"a"}`, `{1:2}`, `["`, `[:]`, `[1 2]`, "\"\xff\"", `{"é":"会"}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, document []byte) {
		object, isObject := members(document)
		list, isArray := elements(document)
		names, values, bracket := reference(document)
		if !json.Valid(document) {
			return
		}
		if isObject != (bracket == '{') || isArray != (bracket == '[') || isObject && len(object) != len(values) || isArray && len(list) != len(values) {
			t.Fatalf("%q: object %v of %d, array %v of %d; want %q of %d", document, isObject, len(object), isArray, len(list), bracket, len(values))
		}
		for i, v := range values {
			if isArray && !bytes.Equal(list[i], v) || isObject && (object[i].name != names[i] || !bytes.Equal(object[i].value, v)) {
				t.Fatalf("%q: part %d", document, i)
			}
		}
	})
}
