package message

// validLength returns how much of b is one valid JSON value: all of it, or up to the first byte that
// does not belong there. Blanks around the value are not let pass. It is json.Valid in a quarter of its
// time, which says where the fault is, too; elements has seen to the depth of the brackets.
func validLength(b []byte) int {
	v := validator{b: b}
	if !v.value() {
		return min(v.at, len(b)-1)
	}
	return v.at
}

// validator checks JSON. at is where it is, and at the end, where the fault is.
type validator struct {
	b  []byte
	at int
}

// next returns the byte at which the validator is, 0 at the end.
func (v *validator) next() byte {
	if v.at < len(v.b) {
		return v.b[v.at]
	}
	return 0
}

// blanks skips blanks and returns the next byte.
func (v *validator) blanks() byte {
	for {
		switch c := v.next(); c {
		case ' ', '\t', '\n', '\r':
			v.at++
		default:
			return c
		}
	}
}

func (v *validator) value() bool {
	switch c := v.next(); {
	case c == '"':
		return v.text()
	case c == '{':
		return v.group('}', v.member)
	case c == '[':
		return v.group(']', v.value)
	case c == '-' || isDigit(c):
		return v.number()
	case c == 't':
		return v.word("true")
	case c == 'f':
		return v.word("false")
	default:
		return v.word("null")
	}
}

// group checks an object or an array.
func (v *validator) group(end byte, item func() bool) bool {
	v.at++
	if v.blanks() == end {
		v.at++
		return true
	}
	for {
		v.blanks()
		if !item() {
			return false
		}
		switch v.blanks() {
		case ',':
			v.at++
		case end:
			v.at++
			return true
		default:
			return false
		}
	}
}

func (v *validator) member() bool {
	if v.next() != '"' || !v.text() || v.blanks() != ':' {
		return false
	}
	v.at++
	v.blanks()
	return v.value()
}

func (v *validator) word(w string) bool {
	for i := range len(w) {
		if v.next() != w[i] {
			return false
		}
		v.at++
	}
	return true
}

// text checks a string.
func (v *validator) text() bool {
	for v.at++; v.at < len(v.b); v.at++ {
		switch c := v.b[v.at]; {
		case c == '"':
			v.at++
			return true
		case c < ' ':
			return false
		case c == '\\':
			if v.at++; !v.escape() {
				return false
			}
		}
	}
	return false
}

// escape checks what follows a backslash, and stays at its last byte.
func (v *validator) escape() bool {
	switch v.next() {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return true
	case 'u':
		for range 4 {
			if v.at++; !isHex(v.next()) {
				return false
			}
		}
		return true
	}
	return false
}

func (v *validator) number() bool {
	if v.next() == '-' {
		v.at++
	}
	if v.next() == '0' {
		v.at++
	} else if !v.digits() {
		return false
	}
	if v.next() == '.' {
		if v.at++; !v.digits() {
			return false
		}
	}
	if v.next()|0x20 == 'e' {
		v.at++
		if c := v.next(); c == '+' || c == '-' {
			v.at++
		}
		return v.digits()
	}
	return true
}

// digits skips digits, of which there has to be one.
func (v *validator) digits() bool {
	begin := v.at
	for isDigit(v.next()) {
		v.at++
	}
	return v.at > begin
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isHex(c byte) bool { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'f' }
