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

// account is the meeting service for one account, with everything that it is made of. While that is the
// same, so is the service, which keeps its tokens.
type account struct {
	settings profile.Huawei
	client   *transport.Client
	service  agent.MeetingService
}

// huawei is the account of the meeting service with that ID, "" for the one in use: that of the demo office,
// or what the environment and the settings say. The environment speaks for the one in use alone.
func (o *office) huawei(id string) profile.Huawei {
	v := o.settings.values()
	if o.demo != nil {
		return profile.Huawei{ID: agent.HuaweiMeeting, URL: o.demo.office.HuaweiURL(), SignIn: "account", Account: o.demo.office.Account()}
	}
	if id == "" {
		id = v.Huawei.ID
	}
	h, _ := v.AccountOf(id)
	h.ID = id
	h.URL = cmp.Or(h.URL, huaweimeeting.HostChina)
	if id != v.Huawei.ID {
		return h
	}
	h.URL = cmp.Or(os.Getenv(meetingURLVariable), h.URL)
	if account := os.Getenv(meetingAccountVariable); account != "" {
		h.SignIn, h.Account = "account", account
	}
	return h
}

// meetingOverridden reports whether the environment of this process says something other than the
// settings, for the account with that ID.
func (o *office) meetingOverridden(id string) bool {
	return o.demo == nil && o.variable(o.huawei(id).ID) == meetingPasswordVariable &&
		cmp.Or(os.Getenv(meetingURLVariable), os.Getenv(meetingAccountVariable), os.Getenv(meetingPasswordVariable)) != ""
}

// meetings returns the meeting service with an account, "" for the one in use: the same as long as the
// settings are.
func (o *office) meetings(_ context.Context, id string) (agent.MeetingService, error) {
	h := o.huawei(id)
	client, err := o.connection(o.settings.values())
	if err != nil {
		return nil, err
	}
	made := account{settings: h, client: client}
	made.settings.Name = ""
	o.mu.Lock()
	defer o.mu.Unlock()
	if old := o.accounts[h.ID]; old.service != nil && old.settings == made.settings && old.client == made.client {
		return old.service, nil
	}
	service, err := huaweimeeting.New(client, huaweimeeting.Config{URL: h.URL, Name: agent.HuaweiMeeting, Auth: o.meetingAuth(h),
		Language: o.language, Now: time.Now})
	if err != nil {
		return nil, err
	}
	made.service = meetingHost{service}
	o.accounts[h.ID] = made
	return made.service, nil
}

// meetingAuth says how to log in; the zero value where no account is set.
func (o *office) meetingAuth(h profile.Huawei) huaweimeeting.Auth {
	secret := func(ctx context.Context) (string, error) { return o.meetingSecret(ctx, h) }
	switch {
	case !h.IsSet():
		return huaweimeeting.Auth{}
	case h.SignIn == "app-id":
		return huaweimeeting.Auth{AppID: h.AppID, UserID: h.User, CorpID: h.Corporation, AppKey: secret, Form: huaweimeeting.Form(h.Signature)}
	default:
		return huaweimeeting.Auth{Account: h.Account, Password: secret}
	}
}

// meetingSecret returns the account's password, or the key of its App ID. It may ask the keyring.
func (o *office) meetingSecret(ctx context.Context, h profile.Huawei) (string, error) {
	if o.demo != nil {
		return o.demo.office.AccountPassword(), nil
	}
	return o.keeper.Get(ctx, secretOf(h))
}

// secretOf names the secret that an account logs in with.
func secretOf(h profile.Huawei) string {
	if h.SignIn == "app-id" {
		return agent.AppSecret(h.ID)
	}
	return h.ID
}

// meetingState says what is set of an account, without asking the service or the keyring.
func (o *office) meetingState(id string, inUse bool) agent.ServiceState {
	h := o.huawei(id)
	s := agent.ServiceState{Name: h.ID, Kind: agent.HuaweiMeeting, Title: h.Name, URL: h.URL, Account: cmp.Or(h.Account, h.AppID), Health: agent.Untried,
		Demo: o.demo != nil, Uses: agent.Uses{Meetings: inUse}}
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

// meetingSet returns what is set of an account, and what is missing. It may ask the keyring.
func (o *office) meetingSet(ctx context.Context, id string) (string, error) {
	h := o.huawei(id)
	if !h.IsSet() {
		return h.URL, &fault.Error{Op: "connecting to Huawei Cloud Meeting", Service: agent.HuaweiMeeting, Kind: fault.NotConfigured, Code: huaweimeeting.CodeNoAccount}
	}
	_, err := o.meetingSecret(ctx, h)
	if e, ok := errors.AsType[*fault.Error](err); ok && e.Service != agent.HuaweiMeeting {
		// In the service's name it is told of a password, not of a token.
		err = &fault.Error{Op: e.Op, Service: agent.HuaweiMeeting, Kind: e.Kind, Code: e.Code, Words: e.Words, Err: e.Err}
	}
	return h.URL, err
}
