package meeting

// Row is an attendee with where it came from. Line counts from 1, and is 0 for one that was typed.
type Row struct {
	Attendee
	Line int
}

// Reading is what was read from text or a file.
type Reading struct {
	Rows     []Row
	Rejected []Rejected
	// Header has the cells of the first row of a table, if they are names of columns.
	Header []string
	// Mapping is the one that was used: every cell of Header, folded, and its column, "" for none.
	Mapping Mapping
	// Unread counts what stood under names that are no field of an attendee: columns of a table, members
	// of JSON, and single cells for which their row had no place. Nothing was taken from what is counted.
	Unread map[string]int
}

// Mapping says which header cell, folded by FoldHeader, is which column; "" leaves a column out.
type Mapping map[string]Column

// Rejected is what could not be read.
type Rejected struct {
	Line int
	// Text is what stood there, shortened if it is very long.
	Text string
	// Cells are its cells when it came from a table.
	Cells  []string
	Reason Reason
}

// Reason is why something could not be read. Its value is part of the key of its sentence.
type Reason string

// The reasons.
const (
	ReasonNoWay     Reason = "no-way"     // text or a card with neither a number nor an address
	ReasonAddress   Reason = "address"    // what looks like an address and is none
	ReasonNumber    Reason = "number"     // what looks like a number and is none
	ReasonExtension Reason = "extension"  // a number with an extension, which cannot be called
	ReasonRole      Reason = "role"       // a role that there is not
	ReasonQuotes    Reason = "quotes"     // a quote that does not end
	ReasonLong      Reason = "long"       // a row of more than 64 KiB
	ReasonCard      Reason = "card"       // no vCard that can be read
	ReasonEncoding  Reason = "encoding"   // a vCard with a field in an encoding that cannot be read
	ReasonJSON      Reason = "json"       // no JSON, from here on
	ReasonWrongType Reason = "wrong-type" // a JSON member of another type than the API's, or no object
	ReasonTooMany   Reason = "too-many"   // the first row beyond MaxRows; nothing behind it was read
)

// MaxRows is how many rows are read at most.
const MaxRows = 50_000
