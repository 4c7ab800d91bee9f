package huaweimeeting

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"foyer/services/plain"
)

// The types of members of answers. They take whatever comes, since numbers come as texts and texts as
// null, and one odd member is no reason to lose all others.

// text is a text, or a number or a truth value as written; "" for everything else.
type text string

func (t *text) UnmarshalJSON(b []byte) error {
	switch b[0] {
	case '"':
		var s string
		_ = json.Unmarshal(b, &s)
		*t = text(s)
	case '{', '[', 'n':
		*t = ""
	default:
		*t = text(b)
	}
	return nil
}

// line returns the text as one line without control characters.
func (t text) line() string { return plain.Line(string(t)) }

// number is a whole number, also one that comes as a text; not ok for everything else.
type number struct {
	n  int64
	ok bool
}

func (n *number) UnmarshalJSON(b []byte) error {
	var t text
	_ = t.UnmarshalJSON(b)
	f, err := strconv.ParseFloat(strings.TrimSpace(string(t)), 64)
	if err != nil || math.IsNaN(f) || math.Abs(f) > 1<<53 {
		*n = number{}
		return nil
	}
	*n = number{n: int64(f), ok: true}
	return nil
}

// is reports whether the number is n. The service writes yes as 1.
func (n number) is(want int64) bool { return n.ok && n.n == want }

// flag is a truth value: true, 1, or one of these as a text.
type flag bool

func (f *flag) UnmarshalJSON(b []byte) error {
	var t text
	_ = t.UnmarshalJSON(b)
	switch strings.ToLower(strings.TrimSpace(string(t))) {
	case "true", "1", "y", "yes":
		*f = true
	default:
		*f = false
	}
	return nil
}

// list are the objects of an array; one that is none is left out. A lone object is a list of one.
type list[T any] []T

func (l *list[T]) UnmarshalJSON(b []byte) error {
	*l = nil
	for _, one := range elements(b) {
		var value T
		if len(one) > 0 && one[0] == '{' && json.Unmarshal(one, &value) == nil {
			*l = append(*l, value)
		}
	}
	return nil
}

// texts are the texts of an array; a lone text is a list of one.
type texts []string

func (l *texts) UnmarshalJSON(b []byte) error {
	*l = nil
	for _, one := range elements(b) {
		var t text
		_ = json.Unmarshal(one, &t)
		if s := t.line(); s != "" {
			*l = append(*l, s)
		}
	}
	return nil
}

// elements are those of an array, or what is no array itself.
func elements(b []byte) (all []json.RawMessage) {
	if b[0] != '[' {
		return []json.RawMessage{b}
	}
	_ = json.Unmarshal(b, &all) // into none of b itself, which is read on
	return all
}

// one is an object; anything else leaves it as it is.
type one[T any] struct{ value T }

func (o *one[T]) UnmarshalJSON(b []byte) error {
	if b[0] == '{' {
		_ = json.Unmarshal(b, &o.value)
	}
	return nil
}
