package huaweimeeting

import (
	"context"
	"io"
	"time"
)

// The public hosts. An enterprise may have one of its own.
const (
	HostChina         = "https://api.meeting.huaweicloud.com"
	HostInternational = "https://api-intl.meeting.huaweicloud.com"
)

// Config says which service is called, and as whom.
type Config struct {
	// URL is that of the service, such as HostChina. It may have a path.
	URL string
	// Name is what errors call the service; "" is "huawei-meeting".
	Name string
	// Auth is the account. The zero value is none: then only calls with a control token or with a
	// meeting's password work.
	Auth Auth
	// Language is a BCP 47 name for the language of the service's words: Chinese, or English for all
	// others. "" leaves it to the service.
	Language string
	// Now is the clock; nil is time.Now.
	Now func() time.Time
	// Random makes nonces and request IDs; nil is crypto/rand.Reader.
	Random io.Reader
}

// Auth is how Foyer logs in: with an App ID if one is set, else with an account. The secrets are asked
// for at every log-in and kept nowhere.
type Auth struct {
	// Account is such as "zhangsan@huawei".
	Account  string
	Password func(context.Context) (string, error)

	// AppID is that of a registered application, and UserID the user in whose name it acts; "" is the
	// enterprise's default administrator. CorpID is for applications of service providers only.
	AppID, UserID, CorpID string
	AppKey                func(context.Context) (string, error)
	// Form is how the signature is written; "" is NewForm.
	Form Form
}

// Form is one of the two forms in which the vendor documents the App ID's signature.
type Form string

// The forms: the newer one names the App ID beside the signature and asks for a long ticket.
const (
	NewForm Form = "new"
	OldForm Form = "old"
)

// Checked is what a log-in told.
type Checked struct {
	// Took is the time of the whole call.
	Took time.Duration
	// Account is the name of who is logged in.
	Account string
	// Expires is when the log-in ends; it is renewed before.
	Expires time.Time
}

// The codes of this package's own in fault.Error.Code; the others are the service's, such as
// "MMC.111072065", or transport's.
const (
	// CodeNoAccount: neither account nor App ID is set, and the call needs one.
	CodeNoAccount = "no-account"
	// CodeNoAccountSecret: the password or the app key is not set, or could not be had.
	CodeNoAccountSecret = "no-account-secret"
	// CodeBadAccount: the account has a colon or a control character, which cannot be sent.
	CodeBadAccount = "bad-account"
	// CodeLogInRefused: 401 at a log-in, without a code of the service's.
	CodeLogInRefused = "log-in-refused"
	// CodeAccountDisabled: 412 at a log-in.
	CodeAccountDisabled = "account-disabled"
	// CodeAccountLocked: 423 at a log-in.
	CodeAccountLocked = "account-locked"
	// CodeControlRefused: 401 for a control token.
	CodeControlRefused = "control-refused"
	// CodeForbidden: 403, without a code of the service's.
	CodeForbidden = "not-permitted"
	// CodeNoMeetingID and CodeBadMeetingID: there is no meeting ID, or it has other characters than
	// letters and digits.
	CodeNoMeetingID  = "no-meeting-id"
	CodeBadMeetingID = "bad-meeting-id"
	// CodeNoHostPassword: the call needs the meeting's password, and there is none.
	CodeNoHostPassword = "no-host-password"
	// CodeBadHostPassword and CodeBadControlToken: they have characters that no header can have.
	CodeBadHostPassword = "bad-host-password"
	CodeBadControlToken = "bad-control-token"
	// CodeNobody: there is nobody to invite, to hang up or to remove.
	CodeNobody = "nobody"
	// CodeTooMany: there are more attendees than meeting.MaxInvite; Words is that number.
	CodeTooMany = "too-many-attendees"
	// CodeBadLength: a meeting lasts 15 minutes to 24 hours.
	CodeBadLength = "bad-meeting-length"
	// CodeLongSubject: a subject has 128 characters at most.
	CodeLongSubject = "long-subject"
	// CodeNoAnswer: the service accepted the call, and its answer lacks what was asked for.
	CodeNoAnswer = "no-answer"
)
