package settings

import (
	"strings"

	"foyer/services/agent"
	"foyer/ui/style"
	"foyer/ui/widget"
)

// The codes of failures that the page answers with a question.
const (
	codePlain   = "plain-http"
	codeNoBus   = "no-session-bus"
	keyringCode = "keyring"
)

// isAboutKeyring reports whether a secret was not stored because of the keyring.
func isAboutKeyring(err error) bool {
	code := codeOf(err)
	return code == codeNoBus || strings.Contains(code, keyringCode)
}

// ownsToken reports whether there is a token that can be removed here.
func (s *service) ownsToken() bool {
	return s.secret.Kept != agent.KeptNowhere && s.secret.Kept != agent.KeptInEnvironment
}

// place is where a token can be kept when the keyring does not take it.
type place struct {
	keep         agent.Keeping
	words, about string
}

// askKeeping asks where to keep a token that the keyring did not take. It stays in this sheet until
// then, and goes with it.
func (s *service) askKeeping(secret string, why error) {
	say := s.page.config.Say
	places := []place{
		{agent.KeptInSession, say.T("services.keep-session"), say.T("services.keep-session-about")},
		{agent.KeptInFile, say.T("services.keep-file"), say.T("services.keep-file-about", "Warning", widget.Strong(say.T("services.keep-file-warning")))},
	}
	if isThere(why) {
		places = append([]place{{agent.KeptInKeyring, say.T("services.keep-again"), say.T("services.keep-again-about")}}, places...)
	}
	words := make([]string, len(places))
	for i, p := range places {
		words[i] = p.words
	}
	about := widget.NewBanner(widget.Notice, "")
	show := func(i int) {
		tone := widget.Notice
		if places[i].keep == agent.KeptInFile {
			tone = widget.Caution
		}
		about.Set(tone, places[i].about)
	}
	var sheet *widget.Sheet
	choice := widget.NewSegments(words, func(i int) {
		show(i)
		sheet.Refresh()
		sheet.Reveal(about)
	})
	sheet = widget.NewSheet(say.T("services.keep-title"), say.T("widget.cancel"), say.T("services.keep-do"), func() {
		sheet.Close()
		s.storeToken(secret, places[choice.Selected()].keep)
		s.page.focus(s.test)
	}, widget.Part{Object: widget.NewProse(joined(say.Reason(why), say.T("services.keep-why")), style.Body, style.Ink)},
		widget.Part{Above: style.GroupGap, Object: choice, Left: true},
		widget.Part{Above: style.FieldGap, Object: about})
	show(0)
	s.open(sheet, choice)
}

// isThere reports whether there is a keyring that might take the token after all.
func isThere(err error) bool {
	return strings.HasPrefix(codeOf(err), keyringCode)
}

// joined puts sentences behind each other.
func joined(sentences ...string) string { return strings.Join(sentences, " ") }

// oneLine returns words on one line, cut to a number of characters.
func oneLine(words string, limit int) string {
	words = strings.Join(strings.Fields(words), " ")
	if r := []rune(words); len(r) > limit {
		words = strings.TrimSpace(string(r[:limit]))
	}
	return words
}
