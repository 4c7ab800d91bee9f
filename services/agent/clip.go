package agent

// Clip is what goes to the clipboard: always text, and HTML or a picture beside it where wanted.
type Clip struct {
	Text string `json:"text,omitempty"`
	HTML string `json:"html,omitempty"`
	PNG  []byte `json:"png,omitempty"`
}

// Copied says how a Clip reached the clipboard.
type Copied struct {
	// Rich reports that HTML or the picture is there too, not the text alone.
	Rich bool `json:"rich,omitempty"`
	// Note is a stable code that says why only the text is there, for "clipboard.<note>" in the
	// translations; empty when nothing is amiss.
	Note string `json:"note,omitempty"`
}
