package agent

// ShortcutState is what became of the shortcut that pastes space info from anywhere.
type ShortcutState struct {
	// Chord is the combination of the settings, such as "Ctrl+Alt+K"; "" for none.
	Chord string `json:"chord,omitempty"`
	// State says whether pressing it does anything.
	State Holding `json:"state"`
	// Detail is a fact that is not translated, such as the keys that the desktop asks for instead.
	Detail string `json:"detail,omitempty"`
	// Advice is a stable code; its sentence is the translation "advice.<code>". "" when all is well.
	Advice string `json:"advice,omitempty"`
}

// WatchingState is whether what is copied is looked at.
type WatchingState struct {
	// On is what the settings say.
	On bool `json:"on"`
	// State says whether it works: HoldOff, HoldHeld, HoldUnsupported or HoldFailed.
	State Holding `json:"state"`
	// Detail is a fact that is not translated.
	Detail string `json:"detail,omitempty"`
	// Advice is a stable code; its sentence is the translation "advice.<code>". "" when all is well.
	Advice string `json:"advice,omitempty"`
}

// Holding says whether the desktop gives something to Foyer.
type Holding string

// The states.
const (
	// HoldOff: nobody wants it.
	HoldOff Holding = "off"
	// HoldHeld: it works.
	HoldHeld Holding = "held"
	// HoldTaken: another program has it.
	HoldTaken Holding = "taken"
	// HoldUnsupported: this desktop cannot do it.
	HoldUnsupported Holding = "unsupported"
	// HoldFailed: it should work, and does not.
	HoldFailed Holding = "failed"
)

// ShortcutIs notes what became of the shortcut, for the status, and tells everybody who subscribed.
func (a *Agent) ShortcutIs(s ShortcutState) {
	if was := a.shortcut.Swap(&s); was == nil || *was != s {
		a.hub.publish(Event{What: DesktopChanged})
	}
}

// WatchingIs notes what became of watching the clipboard, for the status, and tells everybody who
// subscribed.
func (a *Agent) WatchingIs(s WatchingState) {
	if was := a.watching.Swap(&s); was == nil || *was != s {
		a.hub.publish(Event{What: DesktopChanged})
	}
}
