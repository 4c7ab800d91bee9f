package main

import (
	"errors"
	"strings"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/huaweimeeting"
	"foyer/services/secrets"
	"foyer/services/transport"
	"foyer/ui/tray"
)

// explain says in lines why something failed. Of the meeting service it says also what to do about it on
// a command line and, where Foyer knows no more, by which ID the service's operator finds the call.
func (a *app) explain(err error) []string {
	e, ok := errors.AsType[*fault.Error](err)
	if !ok || e.Service != agent.HuaweiMeeting {
		return []string{a.reason(err)}
	}
	lines := []string{strings.TrimSpace(a.reason(err) + " " + a.meetingStep(e))}
	_, isKnown := a.words.ReasonOf(err)
	if e.RequestID != "" && (!isKnown || a.Verbose || e.Kind == fault.Faulty || e.Kind == fault.UnknownOutcome) {
		lines = append(lines, a.words.T("cli.meeting-request", "ID", e.RequestID))
	}
	return lines
}

// reason is why something failed, as one sentence. A code of the meeting service's that is not documented
// comes with the service's words.
func (a *app) reason(err error) string {
	e, ok := errors.AsType[*fault.Error](err)
	switch {
	case ok && e.Service == "agent" && e.Kind == fault.Unreachable && e.Code == "":
		return a.words.T("cli.agent-gone")
	case !ok || e.Service != agent.HuaweiMeeting:
		return tray.Reason(a.words, err)
	case e.Kind == fault.NotConfigured && isSecretCode(e.Code):
		return a.words.Reason(&fault.Error{Service: e.Service, Kind: e.Kind, Code: huaweimeeting.CodeNoAccountSecret})
	default:
		return a.words.Reason(err)
	}
}

// isSecretCode reports whether the secret of the account is missing, or what could have it.
func isSecretCode(code string) bool {
	switch code {
	case huaweimeeting.CodeNoAccountSecret, secrets.CodeSilent:
		return true
	}
	return isNoKeyring(code)
}

// meetingStep is what to do about a failure of the meeting service. Where the window says which page of the
// settings to open, a command line says which command.
func (a *app) meetingStep(e *fault.Error) string {
	switch e.Code {
	case huaweimeeting.CodeNoAccount:
		return a.words.T("cli.meeting-step.account")
	case huaweimeeting.CodeNoHostPassword, "MMC.111070009", "MMC.111070111":
		return a.words.T("cli.meeting-step.host-password")
	case "MMC.111072005":
		return a.words.T("cli.meeting-step.start")
	case transport.CodeNoURL, transport.CodeNoHost, transport.CodeNoConnection, transport.CodeNotFound,
		transport.CodeHTMLPage, transport.CodeNotJSON, transport.CodeRedirected:
		return a.words.T("cli.meeting-step.url")
	case huaweimeeting.CodeBadAccount, huaweimeeting.CodeLogInRefused, transport.CodeTokenRefused, "USG.206010000", "USG.206010025",
		"USG.206010030", "USG.206030000", "USG.201040000", "MMC.118000000":
		return a.words.T("cli.meeting-step.log-in")
	case huaweimeeting.CodeAccountLocked:
		return a.words.T("cli.meeting-step.locked")
	case "USG.000000004", "USG.206020000", "MMC.118000001":
		return a.words.T("cli.meeting-step.check")
	case secrets.CodeUnusable:
		return a.words.T("cli.meeting-step.secret")
	}
	if isSecretCode(e.Code) {
		return a.words.T("cli.meeting-step.secret")
	}
	return a.words.Step(e)
}
