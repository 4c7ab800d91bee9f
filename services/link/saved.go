package link

import "time"

// Saved is a target that the user keeps.
type Saved struct {
	Target
	// Ref numbers the saved link; it is never reused.
	Ref int64
	// Label is the user's own text for this link; empty means the template decides.
	Label string
	// Template names the template chosen for this link; empty means the default.
	Template string
	// Phone is kept for people who came from a list that had one.
	Phone string
	// Pinned links come first, in the tray too.
	Pinned bool
	// Saved and Used are UTC; Used is zero until the link was copied or opened.
	Saved, Used time.Time
	// Source says where it came from: "space info", "link", "typed" or a file's name.
	Source string
}

// Last returns the later of Used and Saved: the time by which recent links are ordered.
func (s Saved) Last() time.Time {
	if s.Used.After(s.Saved) {
		return s.Used
	}
	return s.Saved
}
