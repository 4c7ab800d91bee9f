package desktop

// Notification is a short message in the desktop's own style.
type Notification struct {
	// Title and Body are plain text; they are escaped where the server reads markup.
	Title, Body string
	// Actions become buttons where the server has them. The key "default" stands for a click on the
	// notification itself and gets no button.
	Actions []Action
	// Urgent notifications stay until they are dismissed.
	Urgent bool
	// Tag names what the notification is about: a new one replaces the last one with the same tag, so
	// that repeated ones do not pile up. The empty tag is a tag like any other.
	Tag string
}

// Action is something to do about a notification.
type Action struct {
	// Key is handed to the handler; "default" is a click on the notification itself.
	Key string
	// Label is what the button says.
	Label string
}

const opNotify = "showing a notification"
