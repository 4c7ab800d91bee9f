package main

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"foyer/services/fault"
	"foyer/services/huaweimeeting"
	"foyer/services/meeting"
)

type meetingInviteCommand struct {
	meetingAccess
	File    string        `arg:"" optional:"" help:"${attendees}"`
	As      string        `enum:",csv,vcard,json,text" default:"" placeholder:"FORMAT" help:"${as_attendees}"`
	Check   bool          `help:"${check_attendees}"`
	Preview bool          `help:"${preview}"`
	Wait    time.Duration `default:"20s" placeholder:"TIME" help:"${wait}"`
}

// Run checks attendees, calls them into a meeting, and says what became of each.
func (c meetingInviteCommand) Run(a *app) error {
	access, reading, err := c.attendees(a)
	if err != nil {
		return err
	}
	list := a.review(reading)
	if c.Check {
		return c.showCheck(a, list)
	}
	list.tell(a)
	ready, at := list.table.Ready()
	switch {
	case list.isWrong():
		return wrong{a.words.T("cli.nothing-invited")}
	case len(ready) == 0:
		return wrong{a.words.T("cli.nobody-to-invite")}
	}
	return a.withMeetings(c.serviceFlag, func(host meeting.Host) error {
		if c.Preview {
			return c.preview(a, host, access, ready)
		}
		access, err := unlock(a.ctx, host, access)
		if err != nil {
			return err
		}
		return c.invite(a, host, access, list, ready, at)
	})
}

// showCheck prints what every row is like.
func (c meetingInviteCommand) showCheck(a *app, list checked) error {
	if a.JSON {
		if err := a.document(list.rows); err != nil {
			return err
		}
	} else {
		list.tell(a)
		s := list.table.Summary()
		a.print("%s\n", a.words.T("cli.checked", "Ready", s.Ready, "Wrong", s.Wrong+list.rejected, "NotCalled", s.NotCalled))
	}
	switch {
	case list.isWrong():
		return wrong{a.words.T("cli.to-correct")}
	case len(list.rows) == 0:
		return wrong{a.words.T("cli.nobody-to-invite")}
	}
	return nil
}

// preview prints the requests that would be sent, with their secrets masked.
func (c meetingInviteCommand) preview(a *app, host meeting.Host, access meeting.Access, ready []meeting.Attendee) error {
	for from := 0; from < len(ready); {
		to := min(from+a.chunk(), len(ready))
		r, err := host.Preview(a.ctx, access, ready[from:to])
		if err != nil {
			return err
		}
		from = to
		if a.JSON {
			j := requestJSON{Method: r.Method, URL: r.URL, Headers: map[string]string{}, Body: json.RawMessage(r.Body)}
			for _, h := range r.Header {
				j.Headers[h[0]] = h[1]
			}
			if err := a.document(j); err != nil {
				return err
			}
			continue
		}
		a.print("%s %s\n", r.Method, r.URL)
		for _, h := range r.Header {
			a.print("%s: %s\n", h[0], h[1])
		}
		a.print("\n%s\n", strings.TrimRight(r.Body, "\n"))
	}
	return nil
}

// requestJSON is a request as JSON.
type requestJSON struct {
	Method  string            `json:"method"`
	URL     string            `json:"url"`
	Headers map[string]string `json:"headers"`
	Body    json.RawMessage   `json:"body"`
}

// chunk is how many go into one request.
func (a *app) chunk() int {
	file, err := a.settings()
	if err != nil {
		return meeting.DefaultChunk
	}
	return file.Values().Meetings.Chunk
}

// invite calls the ready rows, waits until the meeting says what became of them or patience ends, and
// prints a line for each row of the list.
func (c meetingInviteCommand) invite(a *app, host meeting.Host, access meeting.Access, list checked, ready []meeting.Attendee, at []int) error {
	// Who is in already is not taken for somebody who is being called; not to know it is no reason to
	// call nobody.
	before, unread := host.Presence(a.ctx, access)
	began := time.Now()
	var report meeting.Report
	if isShut(unread) {
		report = meeting.Report{Fates: slices.Repeat([]meeting.Fate{meeting.FateNotSent}, len(ready)), Err: unread}
	} else {
		report = c.call(a, host, access, ready)
	}
	if err := a.rememberInvited(ready, report); err != nil {
		a.log().Warn("remembering people", "error", err)
	}
	follow := meeting.NewFollow(ready, began)
	if unread == nil {
		follow.Before(before)
	}
	if report.Looked != nil {
		follow.See(*report.Looked)
	}
	watched := c.watch(a.ctx, host, access, follow, report)
	results := make([]resultJSON, len(list.rows))
	for i := range results {
		row := list.table.Row(i)
		results[i] = resultJSON{Row: i + 1, Name: row.Name, Phone: row.Phone, Fate: string(meeting.StatusNotCalled)}
	}
	for n, i := range at {
		r := &results[i]
		r.Fate = string(report.Fates[n])
		switch report.Fates[n] {
		case meeting.FateRefused:
			r.Error = a.reason(report.Err)
		case meeting.FateNotSent:
		default:
			r.State = string(follow.Standing(n).State)
			if report.Fates[n] == meeting.FateUnclear && r.State == string(meeting.SeenWaiting) {
				r.State = "" // the meeting has said nothing of somebody who may never have been called
			}
		}
	}
	if err := a.showResults(results); err != nil {
		return err
	}
	if watched != nil && report.Err == nil {
		a.say("foyer: %s", a.words.T("cli.not-watched", "Words", a.explain(watched)[0]))
	}
	return c.verdict(a, report, len(ready), len(results))
}

// isShut reports whether a meeting does not open. Its password is not tried a second time, as the service
// locks a meeting after some tries. That one may not see who is in is no reason to call nobody.
func isShut(err error) bool {
	e, ok := errors.AsType[*fault.Error](err)
	if !ok || e.Kind != fault.Refused {
		return false
	}
	switch e.Code {
	case huaweimeeting.CodeForbidden, "MMC.111070002", "MMC.111070010", "MMC.111072070", "MMC.111072071":
		return false
	}
	return true
}

// call sends the invitation, and tells how far it has come when it takes several requests.
func (c meetingInviteCommand) call(a *app, host meeting.Host, access meeting.Access, ready []meeting.Attendee) meeting.Report {
	chunk, told := a.chunk(), 0
	return meeting.Invite(a.ctx, host, access, ready, chunk, func(p meeting.Progress) {
		if p.Total > chunk && p.Accepted > told {
			a.say("foyer: %s", a.words.T("cli.inviting", "Sent", p.Accepted, "Total", p.Total))
		}
		told = p.Accepted
	})
}

// pollTime is how often the meeting is asked who is in.
const pollTime = 2 * time.Second

// watch asks who is in the meeting until everybody who may have been called has an outcome. The error
// is why the meeting could not be asked.
func (c meetingInviteCommand) watch(ctx context.Context, host meeting.Host, access meeting.Access, follow *meeting.Follow, report meeting.Report) error {
	called := report.Count(meeting.FateAccepted) + report.Count(meeting.FateSeen) + report.Count(meeting.FateUnclear)
	if called == 0 || c.Wait <= 0 {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, c.Wait)
	defer cancel()
	tick := time.NewTicker(pollTime)
	defer tick.Stop()
	var last error
	for {
		presence, err := host.Presence(ctx, access)
		if err == nil {
			follow.See(presence)
			last = nil
		} else if ctx.Err() == nil {
			last = err
		}
		if last == nil && settled(follow, report) {
			return nil
		}
		select {
		case <-ctx.Done():
			return last
		case <-tick.C:
		}
	}
}

// settled reports whether nobody who may have been called is still on the way.
func settled(follow *meeting.Follow, report meeting.Report) bool {
	for i, fate := range report.Fates {
		if fate == meeting.FateRefused || fate == meeting.FateNotSent {
			continue
		}
		switch follow.Standing(i).State {
		case meeting.SeenWaiting, meeting.SeenCalling, meeting.SeenJoining, "":
			return false
		}
	}
	return true
}
