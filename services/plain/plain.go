// Package plain turns whatever bytes people paste, drop or export into clean text: it undoes
// UTF-16, byte order marks and the Windows code page of old spreadsheets, and makes single lines
// of names. It knows nothing about what the text says.
package plain

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const sniffed = 4096

// Decode returns b as UTF-8. UTF-16 is known by its byte order mark, or by its zero bytes where
// the mark is missing; bytes that are no UTF-8 are read as Windows-1252, as Excel writes them.
func Decode(b []byte) string {
	if order, ok := utf16Order(b[:min(len(b), sniffed)]); ok {
		text, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(b)
		if err == nil {
			return string(text)
		}
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	return Text(string(b))
}

// Text returns s as it is when it is UTF-8, and read as Windows-1252 when it is not.
func Text(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	text, err := charmap.Windows1252.NewDecoder().String(s)
	if err != nil {
		return strings.ToValidUTF8(s, "\ufffd")
	}
	return text
}

// NewReader returns a reader of r's text without a byte order mark, with UTF-16 turned into
// UTF-8. Bytes that are no UTF-8 pass unchanged: give whole lines to Text.
func NewReader(r io.Reader) io.Reader {
	buffered := bufio.NewReaderSize(r, sniffed)
	head, _ := buffered.Peek(sniffed) // A failure shows again at the first Read.
	if order, ok := utf16Order(head); ok {
		return unicode.UTF16(order, unicode.UseBOM).NewDecoder().Reader(buffered)
	}
	if bytes.HasPrefix(head, []byte("\ufeff")) {
		_, _ = buffered.Discard(len("\ufeff"))
	}
	return buffered
}

// utf16Order tells whether head begins a UTF-16 text, and in which byte order.
func utf16Order(head []byte) (unicode.Endianness, bool) {
	switch {
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}):
		return unicode.LittleEndian, true
	case bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		return unicode.BigEndian, true
	case bytes.IndexByte(head, 0) < 0:
		return unicode.LittleEndian, false
	}
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	// Latin text has a zero in every other byte, and text of other scripts at least in its blanks,
	// digits and line ends.
	few := max(1, len(head)/20)
	switch {
	case zeros[1] > few && zeros[0]*8 <= zeros[1]:
		return unicode.LittleEndian, true
	case zeros[0] > few && zeros[1]*8 <= zeros[0]:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}
