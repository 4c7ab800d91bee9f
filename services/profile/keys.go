package profile

// The names of the settings.
const (
	LinksFormat   = "links.format"
	LinksTemplate = "links.template"
	LookTheme     = "look.theme"
	LookTextSize  = "look.text-size"
	LookLanguage  = "look.language"
	WindowWidth   = "window.width"
	WindowHeight  = "window.height"
	WindowWelcome = "window.welcome"
	NotifyCopied  = "notifications.link-copied"
	NotifyFailed  = "notifications.failed"
	NotifyRooms   = "notifications.rooms"
	NotifyFound   = "notifications.found"

	ShortcutPaste  = "shortcuts.paste"
	ClipboardWatch = "clipboard.watch"
	OutboxKeep     = "outbox.keep-days"

	MessengerName  = "chat-messenger.name"
	MessengerURL   = "chat-messenger.url"
	MessengerReads = "chat-messenger.reads"
	MessengerPlain = "chat-messenger.plain-http"

	HuaweiName      = "huawei-meeting.name"
	HuaweiURL       = "huawei-meeting.url"
	HuaweiSignIn    = "huawei-meeting.sign-in"
	HuaweiAccount   = "huawei-meeting.account"
	HuaweiAppID     = "huawei-meeting.app-id"
	HuaweiUser      = "huawei-meeting.user"
	HuaweiCorp      = "huawei-meeting.corporation"
	HuaweiSignature = "huawei-meeting.signature"
	HuaweiPlain     = "huawei-meeting.plain-http"

	MeetingsChunk   = "meetings.chunk"
	MeetingsColumns = "meetings.columns"

	MessagesConcurrency = "messages.concurrency"

	// The services in use, by their IDs.
	MessagesService = "messages.service"
	MeetingsService = "meetings.service"
	RoomsService    = "rooms.service"

	RoomsPolling     = "rooms.polling"
	RoomsPoll        = "rooms.poll"
	RoomsZone        = "rooms.zone"
	RoomsWatched     = "rooms.watched"
	RoomsHidePrivate = "rooms.hide-private"
	RoomsFilter      = "rooms.filter"
	RoomsZoom        = "rooms.zoom"

	NetworkConnect = "network.connect-timeout"
	NetworkTimeout = "network.timeout"
	NetworkCAFile  = "network.ca-file"
	NetworkCert    = "network.client-cert"
	NetworkKey     = "network.client-key"
	NetworkProxy   = "network.proxy"
)

// Keys returns all settings but those of dialects and of further services of a kind, in the order of the
// file.
func Keys() []Key {
	return []Key{
		{
			Name: LinksFormat, Type: Choice, Default: "richtext", Choices: []string{"url", "html", "markdown", "richtext"},
			Doc: "What one click in the tray puts on the clipboard: url, html, markdown or richtext.",
		},
		{
			Name: LinksTemplate, Type: Text,
			Doc: "The name of the template for the text of new links; empty for the built-in one.\nTemplates of your own are [[links.templates]] tables with name, space, person and meeting.",
		},
		{
			Name: LookTheme, Type: Choice, Default: "system", Choices: []string{"system", "light", "dark"},
			Doc: "system, light or dark.",
		},
		{
			Name: LookTextSize, Type: Number, Default: "100", Min: 100, Max: 200,
			Doc: "The size of text in percent, 100 to 200.",
		},
		{
			Name: LookLanguage, Type: Text,
			Doc: "A language tag such as en or pt-BR; empty for the system's language.",
		},
		{
			Name: WindowWidth, Type: Number, Default: "1000", Min: 720, Max: 16384,
			Doc: "The size of the window when it was last closed.",
		},
		{
			Name: WindowHeight, Type: Number, Default: "700", Min: 520, Max: 16384,
		},
		{
			Name: WindowWelcome, Type: Switch, Default: "true",
			Doc: "Show the welcome at the next start: true or false.",
		},
		{
			Name: NotifyCopied, Type: Switch, Default: "true",
			Doc: "Tell when a link was copied: true or false.",
		},
		{
			Name: NotifyFailed, Type: Switch, Default: "true",
			Doc: "Tell when messages failed or nobody knows whether they arrived: true or false.",
		},
		{
			Name: NotifyRooms, Type: Switch, Default: "true",
			Doc: "Tell when a room that is watched becomes free, and when a booking that is watched starts or\nmoves: true or false.",
		},
		{
			Name: NotifyFound, Type: Switch, Default: "true",
			Doc: "Tell when watching the clipboard has found something that Webex copied: true or false.",
		},
		{
			Name: ShortcutPaste, Type: Chord, Default: "Ctrl+Alt+K",
			Doc: "What pastes space info from anywhere, such as Ctrl+Alt+K; empty for nothing. Ctrl+Shift+K is\nWebex's own.",
		},
		{
			Name: ClipboardWatch, Type: Switch, Default: "false",
			Doc: "Look at what is copied, and offer the link when it is space info: true or false. Nothing is\nsaved before you say so.",
		},
		{
			Name: OutboxKeep, Type: Number, Default: "90", Min: 0, Max: 3650,
			Doc: "How many days messages stay in the outbox after they were sent or failed, 1 to 3650; 0 for\never. What waits, and what nobody knows the end of, always stays.",
		},
		{
			Name: MessengerName, Type: Text,
			Doc: "Your own name for the Chat&Messenger server, such as that of an office.",
		},
		{
			Name: MessengerURL, Type: URL,
			Doc: "The server URL, as Chat&Messenger's admin screen shows it next to the API token.\nThe token itself is not here: it is in the system's keyring.",
		},
		{
			Name: MessengerReads, Type: Choice, Default: "post", Choices: []string{"post", "get"},
			Doc: "How to ask for what changes nothing: post or get.\nWhat a server names differently goes into [chat-messenger.dialect]; foyer doctor lists what there is.",
		},
		{
			Name: MessengerPlain, Type: URL,
			Doc: "The server that may be sent the API token without encryption, although it is not in a\nprivate network: http://, host and port. Foyer asks before it writes this.",
		},
		{
			Name: HuaweiName, Type: Text,
			Doc: "Your own name for the Huawei Cloud Meeting account, such as that of an office.",
		},
		{
			Name: HuaweiURL, Type: URL, Default: "https://api.meeting.huaweicloud.com",
			Doc: "The host of its API: https://api.meeting.huaweicloud.com, or\nhttps://api-intl.meeting.huaweicloud.com for accounts outside of mainland China.",
		},
		{
			Name: HuaweiSignIn, Type: Choice, Default: "account", Choices: []string{"account", "app-id"},
			Doc: "How Foyer logs in: account, with a password, or app-id, with an App key. Password and key\nare not here: they are in the system's keyring.",
		},
		{
			Name: HuaweiAccount, Type: Text,
			Doc: "The account, such as name@company; empty to work with control tokens only.",
		},
		{
			Name: HuaweiAppID, Type: Text,
			Doc: "For app-id: the App ID, the user it acts for (empty for the default administrator), the\ncorporation (only where one App ID serves several), and the form of the signature: new, or\nold, which older pages of the vendor describe.",
		},
		{
			Name: HuaweiUser, Type: Text,
		},
		{
			Name: HuaweiCorp, Type: Text,
		},
		{
			Name: HuaweiSignature, Type: Choice, Default: "new", Choices: []string{"new", "old"},
		},
		{
			Name: HuaweiPlain, Type: URL,
			Doc: "The host that may be sent passwords without encryption, although it is not in a private\nnetwork: http://, host and port. Foyer asks before it writes this.",
		},
		{
			Name: MeetingsService, Type: Service, Choices: []string{KindHuawei},
			Doc: "Which account calls people, where there are several: its table's name, such as huawei-meeting-2;\nempty for the first that is set up.",
		},
		{
			Name: MeetingsChunk, Type: Number, Default: "100", Min: 1, Max: 500,
			Doc: "How many people are called with one request, 1 to 500. The service documents no limit.",
		},
		{
			Name: MeetingsColumns, Type: List,
			Doc: "What the columns of your files hold, each heading=field. Foyer writes this.",
		},
		{
			Name: MessagesService, Type: Service, Choices: []string{KindMessenger},
			Doc: "Which server messages go through, where there are several: its table's name, such as\nchat-messenger-2; empty for the first that is set up.",
		},
		{
			Name: MessagesConcurrency, Type: Number, Default: "4", Min: 1, Max: 16,
			Doc: "How many messages are sent at the same time, 1 to 16; to one destination always one.\nTemplates of your own are [[messages.templates]] tables with name and text.",
		},
		{
			Name: RoomsService, Type: Service, Choices: []string{KindMessenger},
			Doc: "Which server the meeting rooms are read from, as messages.service.",
		},
		{
			Name: RoomsPolling, Type: Switch, Default: "true",
			Doc: "Read the meeting rooms of the day again and again: true or false.",
		},
		{
			Name: RoomsPoll, Type: Number, Default: "60", Min: 15, Max: 900,
			Doc: "How often to read them, 15 to 900 seconds.",
		},
		{
			Name: RoomsZone, Type: Zone,
			Doc: "The time zone of the office and its server, such as Asia/Tokyo; empty for that of this computer.",
		},
		{
			Name: RoomsWatched, Type: List, Default: "",
			Doc: "The rooms and bookings to tell of. Foyer writes this.",
		},
		{
			Name: RoomsHidePrivate, Type: Switch, Default: "false",
			Doc: "Leave out what private bookings are about: true or false.",
		},
		{
			Name: RoomsFilter, Type: Text,
			Doc: "What the rooms were chosen by last, and how many minutes a column of the day stands for,\n15 to 120. Foyer writes both.",
		},
		{
			Name: RoomsZoom, Type: Number, Default: "60", Min: 15, Max: 120,
		},
		{
			Name: NetworkConnect, Type: Number, Default: "5", Min: 1, Max: 60,
			Doc: "How long to wait for a connection, 1 to 60 seconds.",
		},
		{
			Name: NetworkTimeout, Type: Number, Default: "30", Min: 5, Max: 300,
			Doc: "How long to wait for a whole answer, 5 to 300 seconds.",
		},
		{
			Name: NetworkCAFile, Type: Text,
			Doc: "A PEM file with the certificates of authorities to trust beside the system's.",
		},
		{
			Name: NetworkCert, Type: Text,
			Doc: "PEM files with the certificate and the key to present to servers that ask for one.",
		},
		{
			Name: NetworkKey, Type: Text,
		},
		{
			Name: NetworkProxy, Type: Proxy,
			Doc: "The proxy for all services: empty for the one of the environment (HTTPS_PROXY and so on), none,\nor its address, such as http://proxy.example.com:3128.",
		},
	}
}
