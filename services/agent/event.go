package agent

// What says what an event is about. The values go over the socket.
type What string

// What happens.
const (
	// LinksChanged: the saved links in the database are not what they were.
	LinksChanged What = "links"
	// SettingsChanged: the settings file is not what it was.
	SettingsChanged What = "settings"
	// OutboxChanged: the outbox in the database is not what it was. Told to the agent, it also means
	// that something may be due.
	OutboxChanged What = "outbox"
	// ServicesChanged: the state of a service is not what it was.
	ServicesChanged What = "services"
	// RoomsChanged: what is known of a day's or a month's meeting rooms, or how old that is, is not what
	// it was.
	RoomsChanged What = "rooms"
	// DesktopChanged: what became of the shortcut or of watching the clipboard, or what that has found,
	// is not what it was.
	DesktopChanged What = "desktop"
	// OutOfSight: nobody sees a window any more. Only those who Watch are told.
	OutOfSight What = "out-of-sight"
	// ShowPage asks a window to come to the front, at Event.Page.
	ShowPage What = "show"
	// Quitting: the agent ends, and asks the windows to end too.
	Quitting What = "quit"
)

// The pages that ShowPage may name beside those of the rail. An empty page means: as you are.
const (
	// PageLinks is the list of saved links.
	PageLinks = "links"
	// PageNewLink is the Links page with the empty paste box focused.
	PageNewLink = "new-link"
	// PageChoose is the Links page with the clipboard's text in the paste box, since it holds
	// several IDs and a person has to choose. The window reads the clipboard itself.
	PageChoose = "choose"
	// PageSearch is whatever page there is, with the search box focused.
	PageSearch = "search"
	// PageWelcome is what the first start shows, whatever the page.
	PageWelcome = "welcome"
	// PageSettings is the settings page.
	PageSettings = "settings"
	// PageData is the settings page at the data.
	PageData = "data"
	// PageServices is the settings page at its services.
	PageServices = "services"
	// PageShortcuts is the settings page at its shortcuts.
	PageShortcuts = "settings/shortcuts"
	// PageMessages is the Messages page, with the recipients focused.
	PageMessages = "messages"
	// PageOutbox is the Outbox page.
	PageOutbox = "outbox"
	// PageMeetings is the Meetings page.
	PageMeetings = "meetings"
	// PageRooms is the Rooms page.
	PageRooms = "rooms"
)

// Event is something that subscribers want to know.
type Event struct {
	What What   `json:"event"`
	Page string `json:"page,omitempty"`
}

// Role says who subscribes.
type Role string

// The roles. Only windows are sent ShowPage.
const (
	// RoleWindow is the window program; ShowPage goes to the one that subscribed last.
	RoleWindow Role = "window"
	// RoleVisible is a window as long as it is in sight: whoever looks at it needs no notification.
	RoleVisible Role = "visible"
	// RoleWatcher is anybody else who wants to know of changes.
	RoleWatcher Role = "watcher"
)
