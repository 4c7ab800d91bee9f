package desktop

import "unicode/utf16"

// fitUTF16 fills a fixed field of a Windows structure with text and its final zero. Text that does not
// fit is cut between characters and ends with "…".
func fitUTF16(field []uint16, text string) {
	units := utf16.Encode([]rune(text))
	if room := len(field) - 1; len(units) > room {
		units = units[:room-1]
		if last := len(units) - 1; last >= 0 && utf16.IsSurrogate(rune(units[last])) && units[last] < 0xdc00 {
			units = units[:last] // the first half of a pair
		}
		units = append(units, '…')
	}
	clear(field)
	copy(field, units)
}
