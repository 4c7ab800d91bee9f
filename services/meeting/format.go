package meeting

// Format is how a list of attendees is written.
type Format string

// The formats.
const (
	FormatCSV   Format = "csv"
	FormatVCard Format = "vcard"
	FormatJSON  Format = "json"
	FormatText  Format = "text"
)
