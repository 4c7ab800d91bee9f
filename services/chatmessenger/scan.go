package chatmessenger

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// The documents that come here were read as JSON before. So their parts need only be found, which is
// many times faster than decoding what is around them again at every level; what is no JSON after all
// comes out as no object and no array.

// within returns what begins with the one bracket, without the other one; false for anything else. What
// is in it begins at 1.
func within(document json.RawMessage, open, shut byte) ([]byte, bool) {
	document = bytes.TrimSpace(document)
	if len(document) < 2 || document[0] != open || document[len(document)-1] != shut {
		return nil, false
	}
	return document[:len(document)-1], true
}

// upToComma returns what stands from a place to the next comma, and where that is; false for what cannot
// stand there.
func upToComma(inside []byte, at int) (part []byte, comma int, ok bool) {
	start := at
	for at < len(inside) && inside[at] != ',' {
		next := skip(inside, at)
		if next == at {
			return nil, 0, false
		}
		at = blanks(inside, next)
	}
	return bytes.TrimSpace(inside[start:at]), at, true
}

// skip returns where the value, or the colon, that begins at a place ends: the place itself if there is
// none.
func skip(text []byte, at int) int {
	if at >= len(text) {
		return at
	}
	switch text[at] {
	case '"':
		return skipText(text, at)
	case '{', '[':
		return skipNested(text, at)
	case '}', ']', ',':
		return at
	case ':':
		return at + 1
	}
	for at < len(text) && strings.IndexByte(",:]}\" \t\r\n", text[at]) < 0 {
		at++
	}
	return at
}

func skipText(text []byte, at int) int {
	for from := at + 1; from < len(text); {
		quote := bytes.IndexByte(text[from:], '"')
		if quote < 0 {
			break
		}
		quote += from
		escape := quote
		for escape > from && text[escape-1] == '\\' {
			escape--
		}
		if (quote-escape)%2 == 0 { // the last one is not escaped itself
			return quote + 1
		}
		from = quote + 1
	}
	return len(text)
}

func skipNested(text []byte, at int) int {
	for depth := 0; at < len(text); {
		switch text[at] {
		case '"':
			at = skipText(text, at)
			continue
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		if at++; depth == 0 {
			return at
		}
	}
	return len(text)
}

func blanks(text []byte, at int) int {
	for at < len(text) && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n') {
		at++
	}
	return at
}

// unquote reads a JSON string; false for anything else.
func unquote(value []byte) (string, bool) {
	if len(value) < 2 || value[0] != '"' || value[len(value)-1] != '"' {
		return "", false
	}
	inside := value[1 : len(value)-1]
	if bytes.IndexByte(inside, '\\') < 0 && bytes.IndexByte(inside, '"') < 0 && utf8.Valid(inside) {
		return string(inside), true
	}
	var text string
	err := json.Unmarshal(value, &text)
	return text, err == nil
}
