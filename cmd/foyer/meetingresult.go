package main

import (
	"context"
	"errors"
	"strconv"

	"foyer/services/meeting"
	"foyer/services/store"
)

// resultJSON is what became of a row, as JSON.
type resultJSON struct {
	Row   int    `json:"row"`
	Name  string `json:"name"`
	Phone string `json:"phone,omitempty"`
	// Fate is accepted, refused, unclear, seen, not-sent; not-called for a row without a phone.
	Fate string `json:"fate"`
	// State is what the meeting says: waiting, calling, joining, in, no-answer, left; "" when it was not called.
	State string `json:"state,omitempty"`
	Error string `json:"error,omitempty"`
}

// showResults prints a line for each row.
func (a *app) showResults(results []resultJSON) error {
	if a.JSON {
		for _, r := range results {
			if err := a.document(r); err != nil {
				return err
			}
		}
		return nil
	}
	rows := make([][]string, len(results))
	for i, r := range results {
		word := a.words.T("cli.fate-not-called")
		switch {
		case r.Error != "":
			word = a.words.Fate(meeting.Fate(r.Fate)) + ": " + r.Error
		case r.State != "" && r.Fate == string(meeting.FateUnclear):
			word = a.words.Fate(meeting.FateUnclear)
		case r.State != "":
			word = a.words.Seen(meeting.Seen(r.State))
		case r.Fate != string(meeting.StatusNotCalled):
			word = a.words.Fate(meeting.Fate(r.Fate))
		}
		rows[i] = []string{strconv.Itoa(r.Row), r.Name, r.Phone, word}
	}
	return a.table(rows)
}

// rememberInvited keeps who was called for suggestions.
func (a *app) rememberInvited(ready []meeting.Attendee, report meeting.Report) error {
	var called []meeting.Attendee
	for i, fate := range report.Fates {
		if fate == meeting.FateAccepted || fate == meeting.FateSeen {
			called = append(called, ready[i])
		}
	}
	if len(called) == 0 {
		return nil
	}
	return a.withStore(func(s *store.Store) error { return s.RememberInvited(context.WithoutCancel(a.ctx), called) })
}

// verdict is the command's end: nothing when everybody was called, the reason when nobody was, else that
// a part was.
func (c meetingInviteCommand) verdict(a *app, report meeting.Report, ready, all int) error {
	accepted := report.Count(meeting.FateAccepted) + report.Count(meeting.FateSeen)
	unclear := report.Count(meeting.FateUnclear)
	c.sayWhy(a, report.Err, unclear > 0)
	switch {
	case accepted == all && report.Err != nil:
		a.say("foyer: %s", a.words.T("cli.invited-seen", "All", all))
		return nil
	case accepted == all:
		return nil
	case accepted == 0 && unclear == 0 && report.Err != nil:
		return said{report.Err}
	case accepted == ready && report.Err == nil:
		return partly{a.words.T("cli.invited-partly", "Invited", accepted, "All", all)}
	case unclear > 0:
		if report.Looked != nil {
			a.say("foyer: %s", a.words.T("cli.invite-looked", "Unclear", unclear))
		}
		return partly{a.words.T("cli.invited-unclear", "Invited", accepted, "Unclear", unclear, "All", all)}
	default:
		return partly{a.words.T("cli.invited-rest", "Invited", accepted, "All", all)}
	}
}

// sayWhy writes why not everybody was called, if there is a reason. Where it is unclear whether somebody
// was, it says to look: trying again, which helps otherwise, would call people twice.
func (meetingInviteCommand) sayWhy(a *app, err error, unclear bool) {
	switch {
	case err == nil:
	case isCancelled(err):
		a.say("foyer: %s", a.words.T("cli.invite-stopped"))
	default:
		lines := a.explain(err)
		if unclear {
			lines[0] = a.reason(err) + " " + a.words.T("cli.meeting-step.look")
		}
		for _, line := range lines {
			a.say("foyer: %s", line)
		}
	}
}

// said is an error whose words have been written already.
type said struct{ error }

func (s said) Unwrap() error { return s.error }

// isSaid reports whether nothing is left to say.
func isSaid(err error) bool {
	_, ok := errors.AsType[said](err)
	return ok
}
