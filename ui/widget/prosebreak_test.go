package widget

import (
	"strings"
	"testing"
)

func TestLinesEndWhereTheScriptLetsThem(t *testing.T) {
	for sentence, want := range map[string]string{
		"two words":                "two |words",
		"a  b":                     "a  |b",
		"日本語":                      "日|本|語",
		"トークンは、管理":                 "トー|ク|ン|は、|管|理",
		"URLと「設定」を開く。Foyer":        "URL|と|「設|定」|を|開|く。|Foyer",
		"（連絡先）です":                  "（連|絡|先）|で|す",
		"ちょっと待って":                  "ちょっ|と|待っ|て",
		"100％です":                   "100％|で|す",
		"保存" + Strong("済み") + "、次": "保|存|" + string(strongBegins) + "済|み" + string(strongEnds) + "、|次",
	} {
		if got := strings.Join(words(sentence), "|"); got != want {
			t.Errorf("%q: got %q, want %q", sentence, got, want)
		}
	}
}
