package profile

import (
	"fmt"
	"strconv"

	"foyer/services/chord"
	"foyer/services/fault"
)

// wrong says what is wrong with a value that the setting cannot have: a code, and what it takes in place
// of it, which are the choices, or the lowest and the highest number.
func (k Key) wrong(value string) (code string, allowed []string) {
	switch k.Type {
	case Choice:
		return CodeBadChoice, k.Choices
	case Switch:
		return CodeBadChoice, []string{"true", "false"}
	case Number:
		return CodeBadNumber, []string{strconv.Itoa(k.Min), strconv.Itoa(k.Max)}
	case Proxy:
		if _, code = readProxy(value); code != "" {
			return code, nil
		}
	case Chord:
		return chord.CodeBad, nil
	}
	return CodeBadValue, nil
}

// refuse is the error about a value that the setting cannot have. It does not repeat the value, which may
// be a secret in the wrong place.
func (k Key) refuse(op, value string) error {
	code, allowed := k.wrong(value)
	return &fault.Error{Op: op, Service: service, Kind: fault.Invalid, Code: code, Words: k.Name, Allowed: allowed}
}

// warn is the warning about a value in the file that the setting cannot have.
func (k Key) warn(raw any) Warning {
	value := fmt.Sprint(raw)
	w := Warning{Key: k.Name, Value: value}
	if w.Code, w.Allowed = k.wrong(value); w.Code == CodeProxySecret {
		w.Value = ""
	}
	return w
}
