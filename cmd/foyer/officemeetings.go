package main

import (
	"cmp"
	"context"
	"errors"
	"os"
	"time"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/huaweimeeting"
	"foyer/services/profile"
	"foyer/services/transport"
)

// The environment that overrides the settings of the meeting service, and the keyring.
const (
	meetingURLVariable      = "FOYER_MEETING_URL"
	meetingAccountVariable  = "FOYER_MEETING_ACCOUNT"
	meetingPasswordVariable = "FOYER_MEETING_PASSWORD"
)

// meetingKey is everything that the meeting service is made of. While it is the same, so is the service,
// which keeps its tokens.
type meetingKey struct {
	account profile.Huawei
	client  *transport.Client
}

// huawei is the account of the meeting service: that of the demo office, or what the environment and the
// settings say.
func (o *office) huawei() profile.Huawei {
	h := o.settings.values().Huawei
	if o.demo != nil {
		return profile.Huawei{URL: o.demo.office.HuaweiURL(), SignIn: "account", Account: o.demo.office.Account()}
	}
	h.URL = cmp.Or(os.Getenv(meetingURLVariable), h.URL, huaweimeeting.HostChina)
	if account := os.Getenv(meetingAccountVariable); account != "" {
		h.SignIn, h.Account = "account", account
	}
	return h
}

// meetingOverridden reports whether the environment of this process says something other than the
// settings.
func (o *office) meetingOverridden() bool {
	return o.demo == nil && cmp.Or(os.Getenv(meetingURLVariable), os.Getenv(meetingAccountVariable), os.Getenv(meetingPasswordVariable)) != ""
}

// meetings returns the meeting service, the same one as long as the settings are.
func (o *office) meetings(context.Context) (agent.MeetingService, error) {
	h := o.huawei()
	client, err := o.connection(o.settings.values())
	if err != nil {
		return nil, err
	}
	key := meetingKey{account: h, client: client}
	key.account.Name = ""
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.meetingService != nil && o.meetingKey == key {
		return o.meetingService, nil
	}
	service, err := huaweimeeting.New(client, huaweimeeting.Config{URL: h.URL, Name: agent.HuaweiMeeting, Auth: o.meetingAuth(h),
		Language: o.language, Now: time.Now})
	if err != nil {
		return nil, err
	}
	o.meetingKey, o.meetingService = key, meetingHost{service}
	return o.meetingService, nil
}

// meetingAuth says how to log in; the zero value where no account is set.
func (o *office) meetingAuth(h profile.Huawei) huaweimeeting.Auth {
	switch {
	case !h.IsSet():
		return huaweimeeting.Auth{}
	case h.SignIn == "app-id":
		return huaweimeeting.Auth{AppID: h.AppID, UserID: h.User, CorpID: h.Corporation, AppKey: o.appKey, Form: huaweimeeting.Form(h.Signature)}
	default:
		return huaweimeeting.Auth{Account: h.Account, Password: o.meetingSecret}
	}
}

// meetingSecret returns the account's password, appKey that of an App ID. They may ask the keyring.
func (o *office) meetingSecret(ctx context.Context) (string, error) {
	if o.demo != nil {
		return o.demo.office.AccountPassword(), nil
	}
	return o.keeper.Get(ctx, agent.HuaweiMeeting)
}

func (o *office) appKey(ctx context.Context) (string, error) {
	return o.keeper.Get(ctx, agent.HuaweiApp)
}

// meetingState says what is set, without asking the service or the keyring.
func (o *office) meetingState() agent.ServiceState {
	h := o.huawei()
	s := agent.ServiceState{Name: agent.HuaweiMeeting, Title: h.Name, URL: h.URL, Account: cmp.Or(h.Account, h.AppID), Health: agent.Untried, Demo: o.demo != nil}
	if h.SignIn == "app-id" {
		s.Account = h.AppID
	}
	if !h.IsSet() {
		s.Health = agent.Unset
	}
	s.OpenLock = !s.Demo && transport.Origin(h.URL) == transport.Origin(h.PlainHTTP)
	return s
}

// meetingHost is the adapter as the agent asks for it.
type meetingHost struct{ *huaweimeeting.Service }

var _ agent.MeetingService = meetingHost{}

// Check implements agent.MeetingService.
func (m meetingHost) Check(ctx context.Context) (agent.Checked, error) {
	c, err := m.Service.Check(ctx)
	return agent.Checked{At: time.Now(), Took: c.Took, Account: c.Account, Expires: c.Expires, OpenLock: m.OpenLock()}, err
}

// meetingSet returns what is set of the account, and what is missing. It may ask the keyring.
func (o *office) meetingSet(ctx context.Context) (string, error) {
	h := o.huawei()
	if !h.IsSet() {
		return h.URL, &fault.Error{Op: "connecting to Huawei Cloud Meeting", Service: agent.HuaweiMeeting, Kind: fault.NotConfigured, Code: huaweimeeting.CodeNoAccount}
	}
	read := o.meetingSecret
	if h.SignIn == "app-id" {
		read = o.appKey
	}
	_, err := read(ctx)
	if e, ok := errors.AsType[*fault.Error](err); ok && e.Service != agent.HuaweiMeeting {
		// In the service's name it is told of a password, not of a token.
		err = &fault.Error{Op: e.Op, Service: agent.HuaweiMeeting, Kind: e.Kind, Code: e.Code, Words: e.Words, Err: e.Err}
	}
	return h.URL, err
}
