package text_test

// sameWords are those that are the same as in English for good: by language and key, or by language and
// words; "*" stands for every language, with a key.
var sameWords = map[string]bool{
	// Names and units.
	"* services.said-status": true, "* links.as-menu.vcard": true, "* meetings.type.ideahub": true, "* meetings.type.hwvision": true, "* meetings.column.sms": true,
	"* rooms.minutes": true, "* rooms.hours-minutes": true, "* room-settings.minutes": true, "* outbox.minutes": true, "* meetings.minutes": true,

	"de Host": true, "de Name": true, "de Name…": true, "de Person": true, "de Meeting": true, "de Meetings": true, "de Link": true, "de Links": true, "de Client": true,
	"de Whiteboard": true, "de Text": true, "de Proxy": true, "de Filter…": true, "de Administrator": true, "de System": true, "de System ({{.Language}})": true, "de Status {{.Status}}": true,
	"de April": true, "de August": true, "de September": true, "de November": true,
	"de in {{.Minutes}} min": true, "de in {{.Hours}} h {{.Minutes}} min": true,
	"es General": true, "es Proxy": true,
	"pl Link": true, "pl E-mail": true, "pl Administrator": true, "pl System": true, "pl Status {{.Status}}": true,
	// What is typed as an answer, where the language has no word on the keyboard.
	"ja cli.yes": true, "zh-Hans cli.yes": true,
}
