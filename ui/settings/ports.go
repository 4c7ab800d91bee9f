// Package settings is the Settings page: the services that Foyer is connected to, how links are
// copied and Foyer looks, the texts of links, and where data lie. It knows the domain, and reaches
// the settings, the agent and the clipboard through the ports below. What it changes is stored at
// once; only what cannot be taken back is asked about.
package settings

import (
	"context"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"foyer/services/agent"
	"foyer/services/link"
	"foyer/services/message"
	"foyer/ui/style"
	"foyer/ui/task"
	"foyer/ui/text"
)

// The settings that the page changes, by their names in the settings file.
const (
	KeyFormat   = "links.format"
	KeyTemplate = "links.template"
	KeyTheme    = "look.theme"
	KeyTextSize = "look.text-size"
	KeyCopied   = "notifications.link-copied"
	KeyFailed   = "notifications.failed"
	KeyFound    = "notifications.found"
	KeyShortcut = "shortcuts.paste"
	KeyWatch    = "clipboard.watch"

	KeyProxy   = "network.proxy"
	KeyCAFile  = "network.ca-file"
	KeyCert    = "network.client-cert"
	KeyCertKey = "network.client-key"
	KeyConnect = "network.connect-timeout"
	KeyTimeout = "network.timeout"

	// KeyLogIn stands for what happens at log-in, which is no setting of Foyer's, and KeyMessageTemplates
	// for all templates for messages.
	KeyLogIn            = "log-in"
	KeyMessageTemplates = "messages.templates"

	KeyServiceName  = "chat-messenger.name"
	KeyServiceURL   = "chat-messenger.url"
	KeyServiceReads = "chat-messenger.reads"
	KeyServicePlain = "chat-messenger.plain-http"
	KeyRoomsPolling = "rooms.polling"
	KeyRoomsPoll    = "rooms.poll"
	KeyRoomsZone    = "rooms.zone"
	KeyRoomsPrivate = "rooms.hide-private"
	KeyRoomsTell    = "notifications.rooms"

	// KeyServiceDialect stands for the whole dialect.
	KeyServiceDialect = "chat-messenger.dialect"
)

// The settings of Huawei Cloud Meeting.
const (
	KeyMeetingName        = "huawei-meeting.name"
	KeyMeetingURL         = "huawei-meeting.url"
	KeyMeetingSignIn      = "huawei-meeting.sign-in"
	KeyMeetingAccount     = "huawei-meeting.account"
	KeyMeetingAppID       = "huawei-meeting.app-id"
	KeyMeetingUser        = "huawei-meeting.user"
	KeyMeetingCorporation = "huawei-meeting.corporation"
	KeyMeetingSignature   = "huawei-meeting.signature"
	KeyMeetingPlain       = "huawei-meeting.plain-http"
)

// The values of KeyMeetingSignIn and of KeyMeetingSignature.
const (
	SignInAccount = "account"
	SignInApp     = "app-id"
	SignatureNew  = "new"
	SignatureOld  = "old"
)

// The hosts of Huawei Cloud Meeting that everybody can use.
const (
	MeetingsChina         = "https://api.meeting.huaweicloud.com"
	MeetingsInternational = "https://api-intl.meeting.huaweicloud.com"
)

// The values of KeyServiceReads.
const (
	ReadsPost = "post"
	ReadsGet  = "get"
)

// Values are the settings that the page shows, as they are at the moment.
type Values struct {
	// Format is what one click in the tray copies.
	Format link.Format
	Theme  style.Mode
	// TextSize is in percent, 100 to 200.
	TextSize int
	// Language is a tag, or "" for the system's.
	Language string
	// LinkCopied tells whether to notify when a link was copied.
	LinkCopied bool
	// Templates are the user's own; Template names the one for new links, "" for the built-in one.
	Templates []link.Template
	Template  string
	// MessageFailed tells whether to notify when messages failed.
	MessageFailed bool
	// Service is what is set for the first Chat&Messenger; what else there is to know of it, Services says.
	Service ServiceValues
	// Meetings is what is set for the first Huawei Cloud Meeting.
	Meetings ServiceValues
	// Several are all services, where Config.Several is one.
	Several []ServiceValues
	// Rooms is how meeting rooms are read and shown.
	Rooms RoomValues
	// Found tells whether to notify when watching the clipboard has found something, WatchClipboard whether
	// it is watched.
	Found, WatchClipboard bool
	// KeepDays is how many days messages stay that are done with; 0 for ever.
	KeepDays int
	// Shortcut pastes space info from anywhere, such as "Ctrl+Alt+K"; "" for none.
	Shortcut string
	// MessageTemplates are the user's own for messages.
	MessageTemplates []message.Template
	// Network is how servers are reached.
	Network NetworkValues
}

// DefaultShortcut is the shortcut of a Foyer that was never told another.
const DefaultShortcut = "Ctrl+Alt+K"

// NetworkValues are the settings of the network.
type NetworkValues struct {
	// Connect limits the wait for a connection, Whole that for a whole answer; both are whole seconds.
	Connect, Whole time.Duration
	// Proxy is "" for that of the environment, ProxyNone, or an address.
	Proxy string
	// CAFile, CertFile and KeyFile are paths of PEM files, each "" for none.
	CAFile, CertFile, KeyFile string
}

// ProxyNone is the value of KeyProxy that means none at all.
const ProxyNone = "none"

// RoomValues are the settings of meeting rooms.
type RoomValues struct {
	// Polling says that today is read again and again, Poll how often: 15 seconds to 15 minutes.
	Polling bool
	Poll    time.Duration
	// Zone is the name of the office's time zone; "" for that of this computer.
	Zone string
	// HidePrivate leaves out what private bookings are about; Tell tells whether to notify of what is watched.
	HidePrivate, Tell bool
}

// ServiceValues are the settings of a service, but for a dialect.
type ServiceValues struct {
	// ID is which it is, "" for the first of its kind. Used is what it is in use for.
	ID   string
	Used agent.Uses
	// Name is the user's for it, URL the server's; "" for none.
	Name, URL string
	// Reads is ReadsPost or ReadsGet, of Chat&Messenger.
	Reads string
	// SignIn is SignInAccount or SignInApp, of a service with accounts. Account is for the first, the
	// others are for the second; Signature is SignatureNew or SignatureOld.
	SignIn, Account, AppID, User, Corporation, Signature string
}

// Preferences keeps the settings. A change that cannot be stored is a *fault.Error; what Values
// returns then is what holds.
type Preferences interface {
	Values() Values
	Set(ctx context.Context, key, value string) error
	// SetTemplates replaces the user's templates. Each has a name of its own and no broken text.
	SetTemplates(ctx context.Context, templates []link.Template) error
	// SetMessageTemplates does the same for those for messages.
	SetMessageTemplates(ctx context.Context, templates []message.Template) error
}

// Service is one service as the agent knows it. Errors are *fault.Error.
type Service interface {
	// State says what is set and how the last call went, without asking the service.
	State(ctx context.Context) (agent.ServiceState, error)
	// Check asks the service, with what is set at the moment. It ends with ctx.
	Check(ctx context.Context) (agent.Checked, error)
	// SetSecret keeps the API token in one place and removes it from all others. It may take as long as
	// a person takes to unlock the keyring.
	SetSecret(ctx context.Context, value string, keep agent.Keeping) error
	RemoveSecret(ctx context.Context) error
	SecretState(ctx context.Context) (agent.SecretState, error)
}

// Services is Chat&Messenger, and the demo office. Errors are *fault.Error.
type Services interface {
	Service
	// StartDemo opens the demo office, in a Foyer of its own.
	StartDemo(ctx context.Context) error
	// Dialect lists what can be named differently, in the order in which it is shown. It does not wait.
	Dialect() []DialectField
	// SetDialect replaces the dialect: the defaults hold for what is not in values.
	SetDialect(ctx context.Context, values map[string]string) error
}

// DialectField is one name in the dialect of a service.
type DialectField struct {
	// Key is its name in the settings file, without a prefix.
	Key string
	// Value is what holds, Default what holds without a setting.
	Value, Default string
}

// Place is where something of Foyer's lies on this computer.
type Place struct {
	Kind PlaceKind
	Path string
}

// PlaceKind says what lies at a Place.
type PlaceKind string

// The kinds of place.
const (
	Database PlaceKind = "database"
	Settings PlaceKind = "settings"
	Log      PlaceKind = "log"
)

// Desk is the desktop around the window.
type Desk interface {
	// CopyText puts plain text on the clipboard so that it outlives the window.
	CopyText(ctx context.Context, text string) error
	// Places lists where data lie, in the order in which they are shown.
	Places() []Place
}

// Config is what the page is made of.
type Config struct {
	Say         *text.Catalogue
	Preferences Preferences
	// Services is nil where there are none: then there is no section for them.
	Services Services
	// Meetings is Huawei Cloud Meeting with the password of an account, or with the key of an App ID;
	// nil where there is none. It goes with Services.
	Meetings func(app bool) Service
	// Several manages several services of a kind, and stands in for the two above; nil where there is one of
	// each.
	Several Several
	Desk    Desk
	// Data looks after all that the user has in Foyer; nil where nobody does.
	Data Data
	// LogIn is nil where nothing is started at log-in, as in the demo office; Surroundings and Certificates
	// are nil where nobody can say.
	LogIn        LogIn
	Surroundings Surroundings
	Certificates Certificates
	// Window is for dialogs that ask for a file; nil leaves their buttons out.
	Window func() fyne.Window
	// Help opens the help about a topic; nil leaves the links out.
	Help  func(topic text.Topic)
	About About
	Log   *slog.Logger
	// After is how the page waits; nil is by the clock.
	After task.After
	// Now is the clock; nil is the system's.
	Now func() time.Time
	// Do is how results reach the UI goroutine; nil is fyne.Do.
	Do func(func())
	// Changed is called on the UI goroutine when a setting was stored, so that the window can
	// follow it without an agent that tells; nil is nothing to call.
	Changed func(key string)
	// Renamed is called after a template got another name, so that saved links that use it can
	// follow; nil leaves them with the built-in text.
	Renamed func(ctx context.Context, from, to string) error
	// Font looks for what Chinese and Japanese are drawn with; nil where nobody can say.
	Font func(context.Context) (Font, error)
}
