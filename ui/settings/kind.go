package settings

import (
	"strings"

	"foyer/services/agent"
)

// kind is what differs between the cards of services: words, the names of settings, and the way to the
// agent.
type kind struct {
	// id is that of the service, of is the ID of the first one of its kind.
	id, of                       string
	icon, name, about, demoAbout string
	urlHint                      string
	// usualURL stands for an empty field; "" where there is none.
	usualURL    string
	secretWords secretWords
	// remove is the menu's word for removing the secret, removed what is said then, forgetAbout what
	// forgetting the service means.
	remove, removed, forgetAbout string
	hasAccount                   bool
	keys                         serviceKeys
	// more are further settings with what they are when the service is forgotten.
	more [][2]string
	port func(ServiceValues) Service
}

// serviceKeys are the settings that every service has.
type serviceKeys struct{ url, name, plain string }

// key is the name of the service's own setting, for the name of that of the first of its kind.
func (k kind) key(first string) string { return k.id + strings.TrimPrefix(first, k.of) }

// kindOf is that of the service with that ID.
func (p *Page) kindOf(id string) kind {
	k := p.messengerKind()
	if agent.KindOf(id) == agent.HuaweiMeeting {
		k = p.meetingKind()
	}
	k.id = id
	k.keys = serviceKeys{url: k.key(k.keys.url), name: k.key(k.keys.name), plain: k.key(k.keys.plain)}
	for i := range k.more {
		k.more[i][0] = k.key(k.more[i][0])
	}
	if p.config.Several != nil {
		k.port = func(v ServiceValues) Service { return p.config.Several.Service(id, v.SignIn == SignInApp) }
	}
	return k
}

// messengerKind is Chat&Messenger.
func (p *Page) messengerKind() kind {
	say := p.config.Say
	return kind{
		of: agent.ChatMessenger, icon: "message", name: say.T("services.name"), about: say.T("services.about"), demoAbout: say.T("services.demo-about"),
		urlHint:     say.T("services.url-hint"),
		secretWords: secretWords{say.T("services.token-hint"), say.T("services.token-new"), say.T("services.kept.environment")},
		remove:      say.T("services.menu.remove-token"), removed: say.T("services.token-removed"), forgetAbout: say.T("services.forget-about"),
		keys: serviceKeys{url: KeyServiceURL, name: KeyServiceName, plain: KeyServicePlain},
		more: [][2]string{{KeyServiceReads, ReadsPost}},
		port: func(ServiceValues) Service { return p.config.Services },
	}
}

// meetingKind is Huawei Cloud Meeting.
func (p *Page) meetingKind() kind {
	say := p.config.Say
	return kind{
		of: agent.HuaweiMeeting, icon: "meeting", name: say.T("meeting-service.name"), about: say.T("meeting-service.about"), demoAbout: say.T("meeting-service.demo-about"),
		urlHint: MeetingsChina, usualURL: MeetingsChina,
		secretWords: secretWords{say.T("meeting-service.password-hint"), say.T("meeting-service.password-new"), say.T("meeting-service.kept-environment")},
		remove:      say.T("meeting-service.remove"), removed: say.T("meeting-service.removed"), forgetAbout: say.T("meeting-service.forget-about"),
		hasAccount: true,
		keys:       serviceKeys{url: KeyMeetingURL, name: KeyMeetingName, plain: KeyMeetingPlain},
		more: [][2]string{{KeyMeetingSignIn, SignInAccount}, {KeyMeetingAccount, ""}, {KeyMeetingAppID, ""}, {KeyMeetingUser, ""},
			{KeyMeetingCorporation, ""}, {KeyMeetingSignature, SignatureNew}},
		port: func(v ServiceValues) Service { return p.config.Meetings(v.SignIn == SignInApp) },
	}
}

// nothing is what is set where nothing was set, but for how Chat&Messenger is read.
func (k kind) nothing(now ServiceValues) ServiceValues {
	if k.hasAccount {
		return ServiceValues{ID: now.ID, Used: now.Used, URL: k.usualURL, SignIn: SignInAccount, Signature: SignatureNew}
	}
	return ServiceValues{ID: now.ID, Used: now.Used, Reads: now.Reads}
}

// reset lists every setting with its value when the service is forgotten.
func (k kind) reset() [][2]string {
	return append([][2]string{{k.keys.url, k.usualURL}, {k.keys.name, ""}, {k.keys.plain, ""}}, k.more...)
}
