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
	Demo    bool   `help:"${demo}"`
	Verbose bool   `short:"v" help:"${verbose}"`
	Version bool   `help:"${version}"`

	Start startCommand `cmd:"" default:"1" help:"${start}"`
	Link  linkCommands `cmd:"" help:"${link}"`
	Paste pasteCommand `cmd:"" help:"${paste}"`

	Send      sendCommand      `cmd:"" help:"${send}"`
	Outbox    outboxCommands   `cmd:"" help:"${outbox}"`
	QuickCall quickCallCommand `cmd:"" name:"quickcall" help:"${quickcall}"`
	ChatRoom  chatRoomCommands `cmd:"" name:"chatroom" help:"${chatroom}"`
	Rooms     roomsCommands    `cmd:"" help:"${rooms}"`
	Meeting   meetingCommands  `cmd:"" help:"${meeting}"`
	Service   serviceCommands  `cmd:"" help:"${service}"`
	Secret    secretCommands   `cmd:"" help:"${secret}"`
	DemoRoom  demoCommands     `cmd:"" name:"demo" help:"${demo_office}"`

	Show   showCommand   `cmd:"" help:"${show}"`
	Quit   quitCommand   `cmd:"" help:"${quit}"`
	Doctor doctorCommand `cmd:"" help:"${doctor}"`
	Help   helpCommand   `cmd:"" help:"${help}"`

	Autostart autostartCommand `cmd:"" help:"${autostart}"`

	Config configCommand `cmd:"" help:"${config}"`

	Backup  backupCommand  `cmd:"" help:"${backup}"`
	Restore restoreCommand `cmd:"" help:"${restore}"`
	Export  exportCommand  `cmd:"" help:"${export}"`
	Report  reportCommand  `cmd:"" help:"${report}"`
	Erase   eraseCommand   `cmd:"" help:"${erase}"`

	Hold holdCommand `cmd:"" hidden:"" name:"hold-clipboard"`

	Completion completionCommand `cmd:"" help:"${completion}"`
	Complete   completeCommand   `cmd:"" hidden:"" name:"complete-words"`
	Man        manCommand        `cmd:"" hidden:""`
}

type linkCommands struct {
	Parse   parseCommand       `cmd:"" help:"${link_parse}"`
	Space   spaceCommand       `cmd:"" help:"${link_space}"`
	Person  personCommand      `cmd:"" help:"${link_person}"`
	Meeting linkMeetingCommand `cmd:"" help:"${link_meeting}"`
	Bulk    bulkCommand        `cmd:"" help:"${link_bulk}"`
	List    listCommand        `cmd:"" help:"${link_list}"`
	Save    saveCommand        `cmd:"" help:"${link_save}"`
	Remove  removeCommand      `cmd:"" help:"${link_remove}"`
	Open    openCommand        `cmd:"" help:"${link_open}"`
}

type meetingCommands struct {
	List   meetingListCommand   `cmd:"" help:"${meeting_list}"`
	Show   meetingShowCommand   `cmd:"" help:"${meeting_show}"`
	People meetingPeopleCommand `cmd:"" help:"${meeting_people}"`
	Invite meetingInviteCommand `cmd:"" help:"${meeting_invite}"`
}

type configCommand struct {
	Get  configGetCommand  `cmd:"" help:"${config_get}"`
	Set  configSetCommand  `cmd:"" help:"${config_set}"`
	List configListCommand `cmd:"" help:"${config_list}"`
}

type outboxCommands struct {
	List    outboxListCommand    `cmd:"" help:"${outbox_list}"`
	Retry   outboxRetryCommand   `cmd:"" help:"${outbox_retry}"`
	Arrived outboxArrivedCommand `cmd:"" help:"${outbox_arrived}"`
	Discard outboxDiscardCommand `cmd:"" help:"${outbox_discard}"`
	Move    outboxMoveCommand    `cmd:"" help:"${outbox_move}"`
	Deliver outboxDeliverCommand `cmd:"" help:"${outbox_deliver}"`
}

type chatRoomCommands struct {
	Save chatRoomSaveCommand `cmd:"" help:"${chatroom_save}"`
}

type serviceCommands struct {
	List   serviceListCommand   `cmd:"" help:"${service_list}"`
	Check  serviceCheckCommand  `cmd:"" help:"${service_check}"`
	Add    serviceAddCommand    `cmd:"" help:"${service_add}"`
	Remove serviceRemoveCommand `cmd:"" help:"${service_remove}"`
	Use    serviceUseCommand    `cmd:"" help:"${service_use}"`
}

type secretCommands struct {
	Set    secretSetCommand    `cmd:"" help:"${secret_set}"`
	State  secretStateCommand  `cmd:"" help:"${secret_state}"`
	Remove secretRemoveCommand `cmd:"" help:"${secret_remove}"`
}

type demoCommands struct {
	Serve demoServeCommand `cmd:"" help:"${demo_serve}"`
}

// helped names everything that has a help text: the variables in the tags above and below.
func helped() []string {
	return []string{"profile", "json", "verbose", "version", "link", "paste", "show", "quit", "doctor", "help", "topic", "config",
		"link-parse", "link-space", "link-person", "link-meeting", "link-bulk", "link-list", "link-save", "link-remove", "link-open",
		"config-get", "config-set", "config-list",
		"demo", "send", "outbox", "outbox-list", "outbox-retry", "outbox-arrived", "outbox-discard", "outbox-deliver",
		"quickcall", "chatroom", "chatroom-save", "rooms", "rooms-list", "rooms-show", "rooms-now", "rooms-free",
		"rooms-period", "as-rooms", "rooms-from", "rooms-to", "rooms-people", "rooms-words", "service", "service-list", "service-check", "service-add", "service-remove", "service-use",
		"service-flag", "service-kind", "new-service-name", "service-url", "yes", "use-for", "outbox-move", "move-to",
		"meeting", "meeting-list", "meeting-show", "meeting-people", "meeting-invite", "meeting-id", "host-password-stdin", "token-stdin", "attendees",
		"as-attendees", "check-attendees", "preview", "wait",
		"secret", "secret-set", "secret-state", "secret-remove", "demo-office", "demo-serve",
		"to", "room", "mention", "envelope", "now", "batch", "check", "bulk", "message", "state", "message-ids", "expires",
		"password-stdin", "room-file", "named-service", "named-secret", "keep", "addr",
		"file", "text", "as", "as-table", "output", "id-or-text", "email", "sip", "csv", "to-save", "pin", "ref", "ref-or-url", "page", "key", "value",
		"completion", "shell", "start-page",
		"start", "start-hidden", "start-shown", "autostart", "autostart-how",
		"backup", "backup-file", "restore", "restore-file", "export", "export-file", "report", "report-file", "erase", "erase-yes"}
}

// helpTexts makes the translations known to kong, whose variables have no dashes.
func helpTexts(words *text.Catalogue) kong.Vars {
	vars := kong.Vars{}
	for _, name := range helped() {
		vars[strings.ReplaceAll(name, "-", "_")] = words.T("cli.help." + name)
	}
	return vars
}
