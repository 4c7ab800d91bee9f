package link

import (
	"foyer/services/fault"
	"foyer/services/plain"
)

// Output is one written link. Which parts are set depends on the Format.
type Output struct {
	// Text is what programs get that take plain text only: the link in the format asked for, SVG
	// source, a vCard. For RichText it is "label: link", and for QR the bare link.
	Text string
	// HTML is the anchor of RichText.
	HTML string
	// PNG is the picture of QR.
	PNG []byte
}

// Write writes t in format f with the given label, or with the default label when it is empty.
// The link is made from t's parts, never copied. It fails with a *fault.Error of kind Invalid when
// t has no such form (a person has no room id) or when its parts make no link.
func Write(t Target, f Format, label string) (Output, error) {
	url, err := canonical(t)
	if err != nil {
		return Output{}, err
	}
	if !t.Offers(f) {
		return Output{}, invalid("writing a link", "no-such-format", string(t.Kind)+" as "+string(f))
	}
	if label = plain.Line(label); label == "" {
		label = defaultLabel(t)
	}
	switch f {
	case HTML:
		return Output{Text: anchor(url, label)}, nil
	case Markdown:
		return Output{Text: markdownLink(url, label)}, nil
	case RichText:
		return Output{Text: labelled(url, label), HTML: anchor(url, label)}, nil
	case QR:
		png, err := qrPNG(url)
		return Output{Text: url, PNG: png}, err
	case SVG:
		svg, err := qrSVG(url, label)
		return Output{Text: svg}, err
	case RoomID:
		return Output{Text: roomID(t)}, nil
	case WebLink:
		return Output{Text: "https://web.webex.com/spaces/" + roomID(t)}, nil
	case VCard:
		card, err := vcardText(t, url)
		return Output{Text: card}, err
	}
	return Output{Text: url}, nil
}

// canonical returns the link of t, made from its parts and checked.
func canonical(t Target) (string, error) {
	if t.Kind == Person && t.Email == "" {
		return "", invalid("writing a link", "no-address", "")
	}
	return Openable(t.link())
}

// labelled is the plain half of rich text. The link stands last, with nothing behind it, so that
// programs which make links of what they know do not take a bracket or full stop into it.
func labelled(url, label string) string {
	switch label[len(label)-1] {
	case ':', '?', '!', '.', ',', ';':
		return label + " " + url
	}
	return label + ": " + url
}

func invalid(op, code, words string) error {
	return &fault.Error{Op: op, Kind: fault.Invalid, Code: code, Words: words}
}
