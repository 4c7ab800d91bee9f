package agent

import "time"

// Status is what a running agent says of itself.
type Status struct {
	Version string `json:"version"`
	PID     int    `json:"pid"`
	// Started is when the agent was ready to answer, UTC.
	Started time.Time `json:"started"`
	// Windows counts the windows that are subscribed.
	Windows int `json:"windows"`
	// Visible reports whether one of them is in sight.
	Visible bool `json:"visible"`
	// Tray reports whether the icon is in a tray.
	Tray bool `json:"tray"`
	// Shortcut is what became of the shortcut for pasting, nil before the desktop was asked.
	Shortcut *ShortcutState `json:"shortcut,omitempty"`
	// Watching is whether what is copied is looked at, nil before the desktop was asked.
	Watching *WatchingState `json:"watching,omitempty"`
	// Services is what the agent knows of the services.
	Services []ServiceState `json:"services,omitempty"`
	// Rooms is what the agent knows of the meeting rooms, nil where there are none to read.
	Rooms *RoomsState `json:"rooms,omitempty"`
	// Problem is a code that says why the outbox cannot be delivered although the services might take
	// it, such as "disk-full"; "" when all is well.
	Problem string `json:"problem,omitempty"`
}
