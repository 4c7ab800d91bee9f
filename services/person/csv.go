package person

import "io"

// ReadCSV reads a list of people.
func ReadCSV(r io.Reader) ([]Person, []RowError, error) { return nil, nil, nil }
