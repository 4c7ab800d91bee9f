package agent

import (
	"strconv"
	"strings"
	"time"

	"foyer/services/message"
)

// The kinds of services. They are the IDs of the first service of their kind, too: in settings, on the
// command line, in the outbox, and of its secret. Others have a number behind it, such as
// "chat-messenger-2".
const (
	ChatMessenger = "chat-messenger"
	HuaweiMeeting = "huawei-meeting"
)

// KindOf returns the kind of the service with that ID, "" for what is no ID.
func KindOf(id string) string {
	for _, kind := range []string{ChatMessenger, HuaweiMeeting} {
		rest, ok := strings.CutPrefix(id, kind)
		number, isNumbered := strings.CutPrefix(rest, "-")
		if n, err := strconv.Atoi(number); ok && (rest == "" || isNumbered && err == nil && n > 1) {
			return kind
		}
	}
	return ""
}

// HuaweiApp is the name of the secret of the first account's App ID, beside HuaweiMeeting, that of its
// password: whoever changes how to log in sends neither to where it does not belong.
const HuaweiApp = HuaweiMeeting + appSecret

const appSecret = "-app"

// AppSecret returns the name of the secret of an account's App ID, for the account's ID.
func AppSecret(id string) string { return id + appSecret }

// accountOf returns the ID of the Huawei Cloud Meeting account that a secret belongs to; ok is false for the
// secrets of others.
func accountOf(secret string) (id string, ok bool) {
	id = strings.TrimSuffix(secret, appSecret)
	return id, KindOf(id) == HuaweiMeeting
}

// Health is what is known of a service.
type Health string

// The healths.
const (
	// Unset: its URL or its token is missing.
	Unset Health = "unset"
	// Untried: it was not asked since the agent started.
	Untried Health = "untried"
	// Connected: its last answer was one.
	Connected Health = "connected"
	// Unreachable: the last try found no connection.
	Unreachable Health = "unreachable"
	// Refused: it answered and refused the token.
	Refused Health = "refused"
	// Faulty: it answered with a fault or with something that is no answer.
	Faulty Health = "faulty"
)

// ServiceState is what the agent knows of a service.
type ServiceState struct {
	// Name is its ID, Kind one of the kinds.
	Name string `json:"name"`
	Kind string `json:"kind"`
	// Uses is what it is in use for.
	Uses Uses `json:"uses,omitzero"`
	// Title is the user's name for it, such as an office; "" without one.
	Title string `json:"title,omitempty"`
	// Account is who logs in, "" for a service that knows nobody but its token.
	Account string `json:"account,omitempty"`
	URL     string `json:"url,omitempty"`
	Health  Health `json:"health"`
	// Since is when it came to this health; Next is when delivery tries again, the zero time when it
	// waits for nothing.
	Since time.Time `json:"since,omitzero"`
	Next  time.Time `json:"next,omitzero"`
	// Failure is why it is not connected.
	Failure *message.Failure `json:"failure,omitempty"`
	// OpenLock says that the token crosses a network that is not private without encryption.
	OpenLock bool `json:"openLock,omitempty"`
	// Demo says that it is the demo office.
	Demo bool `json:"demo,omitempty"`
}

// Uses is what a service is used for where nobody names another one.
type Uses struct {
	Messages bool `json:"messages,omitempty"`
	Rooms    bool `json:"rooms,omitempty"`
	Meetings bool `json:"meetings,omitempty"`
}

// Checked is the result of testing a service's connection.
type Checked struct {
	At   time.Time     `json:"at"`
	Took time.Duration `json:"took"`
	// Rooms is how many conference rooms it named; Unreadable is how many entries could not be read.
	Rooms      int `json:"rooms"`
	Unreadable int `json:"unreadable,omitempty"`
	// OpenLock as in ServiceState.
	OpenLock bool `json:"openLock,omitempty"`
	// Account is who is logged in, Expires until when.
	Account string    `json:"account,omitempty"`
	Expires time.Time `json:"expires,omitzero"`
}

// Keeping is where a secret is kept.
type Keeping string

// The places.
const (
	// KeptNowhere: there is no such secret.
	KeptNowhere Keeping = ""
	// KeptInKeyring: in the keyring of the operating system.
	KeptInKeyring Keeping = "keyring"
	// KeptInSession: in the agent's memory, until Foyer quits.
	KeptInSession Keeping = "session"
	// KeptInFile: in a file that only the user can read.
	KeptInFile Keeping = "file"
	// KeptInEnvironment: it comes from an environment variable and cannot be changed here.
	KeptInEnvironment Keeping = "environment"
)

// SecretState is what can be said of a secret without telling it.
type SecretState struct {
	Kept Keeping `json:"kept"`
	// Keyring says whether this computer has a keyring that answers; Words is why not.
	Keyring bool   `json:"keyring"`
	Words   string `json:"words,omitempty"`
}
