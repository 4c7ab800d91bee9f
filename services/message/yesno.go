package message

import "strings"

// yesNoWords are how spreadsheets and people write yes and no, in small letters. Spreadsheets export
// their truth values in the user's language.
var yesNoWords = map[string]bool{
	"": false, "0": false, "no": false, "n": false, "false": false, "off": false, "-": false,
	"1": true, "yes": true, "y": true, "true": true, "on": true, "x": true, "✓": true, "✔": true,
	"nein": false, "falsch": false, "ja": true, "wahr": true,
	"non": false, "faux": false, "oui": true, "vrai": true,
	"falso": false, "sí": true, "si": true, "sì": true, "verdadero": true, "vero": true, "verdadeiro": true,
	"nee": false, "onwaar": false, "waar": true, "não": false, "sim": true, "nie": false, "fałsz": false, "tak": true, "prawda": true,
	"нет": false, "ложь": false, "да": true, "истина": true, "ні": false, "так": true,
	"いいえ": false, "はい": true, "×": false, "○": true, "否": false, "是": true,
}

// yesOrNo reads yes or no.
func yesOrNo(s string) (yes, ok bool) {
	yes, ok = yesNoWords[strings.ToLower(tidy(s))]
	return yes, ok
}
