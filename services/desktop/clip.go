package desktop

// Clip is what one copy puts on the clipboard. Text is what plain-text programs paste; HTML and
// PNG are offered beside it, so that the pasting program takes the best it understands.
type Clip struct {
	Text string
	// HTML is a fragment in UTF-8, without head and body.
	HTML string
	// PNG is a picture, such as a QR code.
	PNG []byte
}

func (c Clip) rich() bool { return c.HTML != "" || len(c.PNG) > 0 }

func (c Clip) empty() bool { return c.Text == "" && !c.rich() }

// Held tells how a Clip sits on the clipboard.
type Held struct {
	// Rich is true when every part of the Clip is offered, false when only some of it is.
	Rich bool
	// Here is true when the content lives in this process and is gone when it exits.
	Here bool
	// Note says why the content is not Rich; empty when it is, and for plain text.
	Note Note
}

// Note is a stable code for why a Clip was not offered completely.
type Note string

// The notes.
const (
	// NoteNoDisplay: there is nobody to offer several kinds to; only plain text could be written.
	NoteNoDisplay Note = "rich-no-display"
	// NoteOneKind: this desktop lets a program in the background offer one kind of content only.
	NoteOneKind Note = "rich-one-kind"
	// NoteRefused: the desktop did not let Foyer offer rich content; plain text was written.
	NoteRefused Note = "rich-refused"
)
