package link

// Format is a way to write a link. The values are those of the command line and of the settings.
type Format string

// The formats.
const (
	// URL is the bare link.
	URL Format = "url"
	// HTML is an anchor element.
	HTML Format = "html"
	// Markdown is [label](link).
	Markdown Format = "markdown"
	// RichText is an anchor for programs that take text/html, and "label: link" for the others.
	RichText Format = "richtext"
	// QR is the link as a QR code in a PNG picture.
	QR Format = "qr"
	// SVG is the link as a QR code in an SVG picture.
	SVG Format = "svg"
	// RoomID is the id of a space in Webex's REST API.
	RoomID Format = "roomid"
	// VCard is a person's card with the links as IMPP.
	VCard Format = "vcard"
	// WebLink is the https form of a space link. Webex documents it nowhere: offer it as
	// unofficial, for mail programs and pages that drop webexteams links.
	WebLink Format = "web"
	// CSV is for tables only.
	CSV Format = "csv"
)

// Formats lists the formats of a single link in the order in which they are offered.
func Formats() []Format {
	return []Format{URL, HTML, Markdown, RichText, QR, SVG, RoomID, VCard, WebLink}
}

// Caveats are what should be said beside links in this format: WarnUnofficial for WebLink.
func (f Format) Caveats() []Warning {
	if f == WebLink {
		return []Warning{WarnUnofficial}
	}
	return nil
}

// Offers tells whether t can be written as f.
func (t Target) Offers(f Format) bool {
	switch f {
	case URL, HTML, Markdown, RichText, QR, SVG:
		return true
	case RoomID, WebLink:
		return t.Kind == Space && isUUID(t.ID)
	case VCard:
		return t.Kind == Person
	}
	return false
}
