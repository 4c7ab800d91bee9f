package main

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"time"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/huaweimeeting"
	"foyer/services/meeting"
)

// withMeetings reaches the meeting service as viaMeetings does, with the account that the user names.
func (a *app) withMeetings(named serviceFlag, do func(host meeting.Host) error) error {
	id, err := named.of(a, agent.HuaweiMeeting)
	if err != nil {
		return err
	}
	return a.viaMeetings(id,
		func(client agent.Client) error { return do(agent.MeetingHost{Client: client}) },
		func(service agent.MeetingService) error { return do(service) })
}

// viaMeetings is viaAgent for what the meeting service does with an account, "" for the one in use; the agent
// has logged in already.
func (a *app) viaMeetings(account string, byAgent func(agent.Client) error, here func(agent.MeetingService) error) error {
	overridden := func(o *office) bool { return o.meetingOverridden(account) }
	return a.viaAgent(account, overridden, byAgent, func(p *post) error {
		service, err := p.office.meetings(a.ctx, account)
		if err != nil {
			return err
		}
		err = here(service)
		// The service keeps a limited number of log-ins; nobody would use this one again.
		ctx, cancel := context.WithTimeout(context.WithoutCancel(a.ctx), logOutTime)
		defer cancel()
		if out := service.LogOut(ctx); out != nil {
			a.log().Info("logging out", "error", out)
		}
		return err
	})
}

// logOutTime is how long a command waits at its end for the service to take its log-in back.
const logOutTime = 3 * time.Second

// meetingAccess are the flags that open a meeting.
type meetingAccess struct {
	ID       string `arg:"" help:"${meeting_id}"`
	Password bool   `name:"password-stdin" xor:"secret" help:"${host_password_stdin}"`
	Token    bool   `name:"token-stdin" xor:"secret" help:"${token_stdin}"`
	serviceFlag
}

// access reads the secret from the standard input, if one is announced.
func (m meetingAccess) access(a *app) (meeting.Access, error) {
	access := meeting.Access{ID: m.ID}
	if !m.Password && !m.Token {
		return access, nil
	}
	secret, err := a.secretInput()
	if err == nil && secret == "" {
		err = wrong{a.words.T("cli.no-secret")}
	}
	return m.with(access, secret), err
}

func (m meetingAccess) with(access meeting.Access, secret string) meeting.Access {
	if m.Token {
		access.Token = secret
	} else {
		access.Password = secret
	}
	return access
}

// unlock completes an access without a secret by what the account may see of the meeting.
func unlock(ctx context.Context, host meeting.Host, access meeting.Access) (meeting.Access, error) {
	if access.Password != "" || access.Token != "" {
		return access, nil
	}
	detail, err := host.Detail(ctx, access.ID)
	e, ok := errors.AsType[*fault.Error](err)
	switch {
	case ok && e.Code == huaweimeeting.CodeNoAccount, err == nil && detail.HostPassword == "":
		return access, &fault.Error{Op: "opening the meeting", Service: agent.HuaweiMeeting, Kind: fault.NotConfigured, Code: huaweimeeting.CodeNoHostPassword}
	case err != nil:
		return access, err
	}
	access.Password = detail.HostPassword
	return access, nil
}

type meetingListCommand struct {
	Words string `arg:"" optional:"" help:"${text}"`
	serviceFlag
}

// Run lists the meetings that have not ended.
func (c meetingListCommand) Run(a *app) error {
	return a.withMeetings(c.serviceFlag, func(host meeting.Host) error {
		page, err := host.List(a.ctx, meeting.Query{Words: c.Words, Limit: meeting.MaxInvite})
		if err != nil {
			return err
		}
		rows := make([]meetingJSON, len(page.Meetings))
		for i, m := range page.Meetings {
			rows[i] = meetingOf(m)
		}
		if a.JSON {
			return a.document(rows)
		}
		cells := make([][]string, len(rows))
		for i, m := range page.Meetings {
			cells[i] = []string{m.ID, a.words.T("cli.phase." + string(m.Phase)), a.localTime(m.Start), m.Subject, m.Host}
		}
		if page.Count > len(rows) {
			a.say("foyer: %s", a.words.T("cli.meetings-more", "Shown", len(rows), "All", page.Count))
		}
		return a.table(cells)
	})
}

// meetingJSON is a meeting as JSON. The host password is not in it.
type meetingJSON struct {
	ID      string `json:"id"`
	Subject string `json:"subject,omitempty"`
	State   string `json:"state"` // scheduled, starting, running, over, unknown
	Start   string `json:"start,omitempty"`
	End     string `json:"end,omitempty"`
	Host    string `json:"host,omitempty"`
	JoinURL string `json:"joinUrl,omitempty"`
	Online  int    `json:"online,omitempty"`
	// Control says that the secret given opens the meeting, Role as what.
	Control bool   `json:"control,omitempty"`
	Role    string `json:"role,omitempty"`
}

func meetingOf(m meeting.Meeting) meetingJSON {
	return meetingJSON{ID: m.ID, Subject: m.Subject, State: string(m.Phase), Start: stamp(m.Start), End: stamp(m.End), Host: m.Host,
		JoinURL: m.JoinURL, Online: m.Online}
}

func (a *app) localTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return a.words.DateClock(t.Local())
}

type meetingShowCommand struct {
	meetingAccess
}

// Run says what a meeting is and whether it runs: by the account, by the secret, or by both.
func (c meetingShowCommand) Run(a *app) error {
	access, err := c.access(a)
	if err != nil {
		return err
	}
	return a.withMeetings(c.serviceFlag, func(host meeting.Host) error {
		shown, err := show(a.ctx, host, access)
		if err != nil {
			return err
		}
		if a.JSON {
			return a.document(shown)
		}
		start, online := "", ""
		if at, err := time.Parse(time.RFC3339, shown.Start); err == nil {
			start = a.localTime(at)
		}
		if shown.Online > 0 {
			online = strconv.Itoa(shown.Online)
		}
		rows := [][]string{
			{a.words.T("cli.meeting-id"), shown.ID}, {a.words.T("cli.meeting-subject"), shown.Subject},
			{a.words.T("cli.meeting-state"), a.words.T("cli.phase." + shown.State)}, {a.words.T("cli.meeting-start"), start},
			{a.words.T("cli.meeting-host"), shown.Host}, {a.words.T("cli.meeting-online"), online}, {a.words.T("cli.meeting-join"), shown.JoinURL},
		}
		return a.table(slices.DeleteFunc(rows, func(row []string) bool { return row[1] == "" }))
	})
}

// show asks the account first. Who has none, or one that may not see the meeting, learns from a secret
// whether it runs.
func show(ctx context.Context, host meeting.Host, access meeting.Access) (meetingJSON, error) {
	hasSecret := access.Password != "" || access.Token != ""
	detail, err := host.Detail(ctx, access.ID)
	shown := meetingOf(detail)
	if err != nil {
		if kind := fault.KindOf(err); !hasSecret || kind != fault.NotConfigured && kind != fault.Refused {
			return shown, err
		}
		shown = meetingJSON{ID: access.ID}
	}
	if !hasSecret || err == nil && detail.Phase == meeting.Scheduled {
		return shown, nil
	}
	control, err := host.Open(ctx, access)
	if err != nil {
		return shown, err
	}
	shown.State, shown.Control, shown.Role = string(meeting.Running), true, "participant"
	if control.Host {
		shown.Role = "host"
	}
	return shown, nil
}
