package meeting

import "io"

// Read reads a list in a format; m is for tables.
func Read(r io.Reader, f Format, m Mapping) (Reading, error) {
	switch f {
	case FormatVCard:
		return ReadVCard(r)
	case FormatJSON:
		return ReadJSON(r)
	case FormatCSV:
		return ReadCSV(r, m)
	}
	text, err := readInput(r)
	if err != nil {
		return Reading{}, err
	}
	return readPasted(text, true), nil
}
