package profile

import (
	"strconv"
	"time"

	"foyer/services/chord"
	"foyer/services/link"
	"foyer/services/message"
)

// Settings are all values at one moment. Every field holds a valid value.
type Settings struct {
	// Format is what one click in the tray puts on the clipboard: URL, HTML, Markdown or rich text.
	Format link.Format
	// Template names the template for new links; "" is the built-in one.
	Template string
	// Templates are the user's own for the texts of links, MessageTemplates those for messages, in the
	// order of the file.
	Templates        []link.Template
	MessageTemplates []message.Template
	// Theme is "system", "light" or "dark".
	Theme string
	// TextSize is in percent, 100 to 200.
	TextSize int
	// Language is a BCP 47 tag, or "" for the system's.
	Language string
	// Width and Height are the window's, in device-independent pixels.
	Width, Height int
	// Welcome says that the welcome was not seen yet.
	Welcome bool
	// LinkCopied tells whether to notify when a link was copied, MessageFailed when messages failed
	// or nobody knows whether they arrived.
	LinkCopied, MessageFailed bool
	// Found tells whether to notify when watching the clipboard has found something.
	Found bool
	// Paste is what pastes space info from anywhere; none for nothing.
	Paste chord.Chord
	// WatchClipboard says that what is copied is looked at.
	WatchClipboard bool
	// KeepDays is how many days messages stay that are done with; 0 for ever.
	KeepDays int
	// Messengers are the Chat&Messenger servers, Accounts those of Huawei Cloud Meeting, in the order of their
	// numbers; there is one of each at least, be it with nothing set.
	Messengers []Messenger
	Accounts   []Huawei
	// Messenger is the one of Messengers that messages go through, RoomServer the one that rooms are read
	// from, and Huawei the account that people are called with.
	Messenger, RoomServer Messenger
	Huawei                Huawei
	// Meetings is how people are called into meetings.
	Meetings Meetings
	// Concurrency is how many messages are sent at the same time, 1 to 16.
	Concurrency int
	// Rooms is how the meeting rooms are read and shown.
	Rooms Rooms
	// Network holds for all services.
	Network Network
}

// Messenger is how to reach the Chat&Messenger server. Its token is a secret, so it is not here.
type Messenger struct {
	// ID is the name of its table, of its secret, and of it in the outbox.
	ID string
	// Name is the user's for it, "" without one. URL has no slash at its end; "" without a server.
	Name, URL string
	// Reads is "post" or "get".
	Reads string
	// PlainHTTP is the server that was allowed to get the token without encryption; "" for none.
	PlainHTTP string
	// Dialect holds what stands in place of the adapter's defaults, by name; nil when nothing does.
	Dialect map[string]string
}

// Network is how to talk to servers.
type Network struct {
	// Connect limits the wait for a connection, Whole that for a whole answer.
	Connect, Whole time.Duration
	// CAFile, CertFile and KeyFile are paths of PEM files, each "" for none.
	CAFile, CertFile, KeyFile string
	// Proxy is "" for that of the environment, "none", or an address.
	Proxy string
}

// settings returns everything but the services and the templates.
func settings(values map[string]string) Settings {
	return Settings{
		Format:         link.Format(values[LinksFormat]),
		Template:       values[LinksTemplate],
		Theme:          values[LookTheme],
		TextSize:       number(values[LookTextSize]),
		Language:       values[LookLanguage],
		Width:          number(values[WindowWidth]),
		Height:         number(values[WindowHeight]),
		Welcome:        values[WindowWelcome] == "true",
		LinkCopied:     values[NotifyCopied] == "true",
		MessageFailed:  values[NotifyFailed] == "true",
		Found:          values[NotifyFound] == "true",
		Paste:          readChord(values[ShortcutPaste]),
		WatchClipboard: values[ClipboardWatch] == "true",
		KeepDays:       number(values[OutboxKeep]),
		Meetings:       Meetings{Chunk: number(values[MeetingsChunk]), Columns: columns(values)},
		Concurrency:    number(values[MessagesConcurrency]),
		Rooms:          rooms(values),
		Network: Network{
			Connect:  seconds(values[NetworkConnect]),
			Whole:    seconds(values[NetworkTimeout]),
			CAFile:   values[NetworkCAFile],
			CertFile: values[NetworkCert],
			KeyFile:  values[NetworkKey],
			Proxy:    values[NetworkProxy],
		},
	}
}

// number reads a value that was checked when the file was read.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

func seconds(s string) time.Duration { return time.Duration(number(s)) * time.Second }

// readChord reads a value that was checked when the file was read.
func readChord(s string) chord.Chord {
	c, _ := chord.Parse(s)
	return c
}
