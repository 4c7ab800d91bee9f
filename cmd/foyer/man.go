package main

import (
	"runtime"
	"strconv"

	"github.com/alecthomas/kong"

	"foyer/cmd/internal/manual"
	"foyer/ui/text"
)

// manCommand prints the manual page. It is for those who make packages.
type manCommand struct{}

// Run prints the page in the user's language.
func (manCommand) Run(a *app, k *kong.Context) error {
	page := manual.Page{
		Version:  version,
		Brief:    a.words.T("packages.summary"),
		SeeAlso:  []string{"foyer-window(1)"},
		Titles:   manual.TitlesIn(a.words),
		Sections: []manual.Section{a.exitCodes(), a.environment(), a.files(), a.examples()},
	}
	return page.Write(a.out, k.Model)
}

func (a *app) exitCodes() manual.Section {
	s := manual.Section{Title: a.words.T("packages.man.exit-status")}
	for code, meaning := range []string{
		exitDone:          a.words.T("packages.man.exit.done"),
		exitFailed:        a.words.T("packages.man.exit.failed"),
		exitWrong:         a.words.T("packages.man.exit.wrong"),
		exitNotConfigured: a.words.T("packages.man.exit.not-configured"),
		exitRefused:       a.words.T("packages.man.exit.refused"),
		exitUnreachable:   a.words.T("packages.man.exit.unreachable"),
		exitPartly:        a.words.T("packages.man.exit.partly"),
	} {
		s.Items = append(s.Items, manual.Item{Term: strconv.Itoa(code), Meaning: meaning})
	}
	return s
}

func (a *app) environment() manual.Section {
	return manual.Section{Title: a.words.T("packages.man.environment"), Items: []manual.Item{
		{Term: "FOYER_CAM_URL, FOYER_CAM_TOKEN", Meaning: a.words.T("packages.man.environment.messenger")},
		{Term: "FOYER_MEETING_URL, FOYER_MEETING_ACCOUNT, FOYER_MEETING_PASSWORD", Meaning: a.words.T("packages.man.environment.meeting")},
		{Term: "LANGUAGE, LC_ALL, LC_MESSAGES, LANG", Meaning: a.words.T("packages.man.environment.language")},
	}}
}

func (a *app) files() manual.Section {
	config, data, state := "~/.config/foyer", "~/.local/share/foyer", "~/.local/state/foyer"
	if runtime.GOOS == "windows" {
		config, data, state = `%APPDATA%\Foyer`, `%LOCALAPPDATA%\Foyer`, `%LOCALAPPDATA%\Foyer`
	}
	return manual.Section{Title: a.words.T("packages.man.files"), Items: []manual.Item{
		{Term: config, Meaning: a.words.T("packages.man.files.settings")},
		{Term: data, Meaning: a.words.T("packages.man.files.data")},
		{Term: state, Meaning: a.words.T("packages.man.files.log")},
	}}
}

func (a *app) examples() manual.Section {
	return manual.Section{Title: a.words.T("packages.man.examples"), Items: []manual.Item{
		{Term: "foyer link person barbara@example.com --as html", Meaning: a.words.T("packages.man.example.link")},
		{Term: "foyer rooms free --from 14:00 --to 15:00 --people 6", Meaning: a.words.T("packages.man.example.rooms")},
		{Term: "source <(foyer completion bash)", Meaning: a.words.T("packages.man.example.completion")},
	}}
}

var _ manual.Words = (*text.Catalogue)(nil)
