package agent

import "foyer/services/link"

// Pasted is what came of reading the clipboard and writing links back to it.
type Pasted struct {
	// Links are the links that were recognised, in the order of the text. A link that could not
	// be saved has Ref 0.
	Links []link.Saved `json:"links,omitempty"`
	// Unsaved counts the links that could not be saved, for instance because the disk is full.
	// They are on the clipboard all the same.
	Unsaved int `json:"unsaved,omitempty"`
	// Ambiguous counts the IDs of which nothing says which one is meant. None of them is guessed.
	Ambiguous int `json:"ambiguous,omitempty"`
	// Notices are things that were recognised and lead nowhere, such as a message id.
	Notices []link.Notice `json:"notices,omitempty"`
	// Format is how the links were written to the clipboard.
	Format link.Format `json:"format,omitempty"`
	// Copied says how they got there.
	Copied Copied `json:"copied"`
	// Undo takes all of it back, see Agent.Undo; 0 when nothing was changed.
	Undo uint64 `json:"undo,omitempty"`
}

// Nothing reports that nothing was recognised that could be copied; the clipboard and the saved
// links are as they were.
func (p Pasted) Nothing() bool { return len(p.Links) == 0 }
