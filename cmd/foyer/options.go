package main

import (
	"strings"

	"github.com/alecthomas/kong"

	"foyer/ui/text"
)

// options are the flags and commands. Their help is in the translations, as "cli.help.<name>".
type options struct {
	Profile string `placeholder:"DIR" help:"${profile}"`
	JSON    bool   `name:"json" help:"${json}"`
	Verbose bool   `short:"v" help:"${verbose}"`
	Version bool   `help:"${version}"`

	Start  startCommand  `cmd:"" default:"1" hidden:""`
	Link   linkCommands  `cmd:"" help:"${link}"`
	Paste  pasteCommand  `cmd:"" help:"${paste}"`
	Show   showCommand   `cmd:"" help:"${show}"`
	Quit   quitCommand   `cmd:"" help:"${quit}"`
	Doctor doctorCommand `cmd:"" help:"${doctor}"`
	Config configCommand `cmd:"" help:"${config}"`
	Hold   holdCommand   `cmd:"" hidden:"" name:"hold-clipboard"`
}

type linkCommands struct {
	Parse   parseCommand   `cmd:"" help:"${link_parse}"`
	Space   spaceCommand   `cmd:"" help:"${link_space}"`
	Person  personCommand  `cmd:"" help:"${link_person}"`
	Meeting meetingCommand `cmd:"" help:"${link_meeting}"`
	Bulk    bulkCommand    `cmd:"" help:"${link_bulk}"`
	List    listCommand    `cmd:"" help:"${link_list}"`
	Save    saveCommand    `cmd:"" help:"${link_save}"`
	Remove  removeCommand  `cmd:"" help:"${link_remove}"`
	Open    openCommand    `cmd:"" help:"${link_open}"`
}

type configCommand struct {
	Get  configGetCommand  `cmd:"" help:"${config_get}"`
	Set  configSetCommand  `cmd:"" help:"${config_set}"`
	List configListCommand `cmd:"" help:"${config_list}"`
}

// helped names everything that has a help text: the variables in the tags above and below.
func helped() []string {
	return []string{"profile", "json", "verbose", "version", "link", "paste", "show", "quit", "doctor", "config",
		"link-parse", "link-space", "link-person", "link-meeting", "link-bulk", "link-list", "link-save", "link-remove", "link-open",
		"config-get", "config-set", "config-list",
		"file", "text", "as", "as-table", "output", "id-or-text", "email", "sip", "csv", "to-save", "pin", "ref", "ref-or-url", "page", "key", "value"}
}

// helpTexts makes the translations known to kong, whose variables have no dashes.
func helpTexts(words *text.Catalogue) kong.Vars {
	vars := kong.Vars{}
	for _, name := range helped() {
		vars[strings.ReplaceAll(name, "-", "_")] = words.T("cli.help." + name)
	}
	return vars
}
