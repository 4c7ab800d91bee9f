package link

import (
	"strings"
	"testing"

	"foyer/services/fault"
)

func TestOpenableMakesLinksAgainFromTheirParts(t *testing.T) {
	for raw, want := range map[string]string{
		" WEBEXTEAMS://IM?Space=" + strings.ToUpper(uuidA) + "%3E ":                     "webexteams://im?space=" + uuidA,
		"webexteams://im?space=" + uuidA + "&amp;message=" + uuidB + "&x=$(reboot)":     "webexteams://im?space=" + uuidA + "&message=" + uuidB,
		"ciscospark://im?email=a%2Bb%40x.example":                                       "webexteams://im?email=a%2Bb@x.example",
		"webexteams://im?space=0000aa-a0a0":                                             "webexteams://im?space=0000aa-a0a0",
		"webexteams://meet?sip=o'neil@x.example":                                        "webexteams://meet?sip=o%27neil@x.example",
		"webexteams://meet?url=https%3A%2F%2Fx.webex.com%2Fmeet%2Fy":                    "https://x.webex.com/meet/y",
		"webextel:+49 (30) 12-34":                                                       "webextel:+4930" + "1234",
		"webextel://a@x.example":                                                        "webextel:a@x.example",
		"webextel://login?telephone=%2B4930&x-success=https://evil.example":             "webextel:+4930",
		"https://X.WEBEX.COM:443/x/j.php?MTID=m1&a=\"b\"c":                              "https://x.webex.com/x/j.php?MTID=m1&a=%22b%22c",
		"https://web.webex.com/spaces/" + uuidA + "#a b":                                "https://web.webex.com/spaces/" + uuidA + "#a%20b",
		"https://help.webex.com/en-us/article/n5yzg8y":                                  "https://help.webex.com/en-us/article/n5yzg8y",
		"https://eurl.io/#aB-c":                                                         "https://eurl.io/#aB-c",
		"mailto:a@x.example, b@y.example?subject=Hi%20there&attach=/etc/passwd&bcc=c@z": "mailto:a@x.example,b@y.example?subject=Hi%20there",
		"mailto:a@x.example?cc=b@y.example&body=1%0A2":                                  "mailto:a@x.example?cc=b@y.example&body=1%0A2",
	} {
		got, err := Openable(raw)
		if err != nil || got != want {
			t.Errorf("%q: %q, %v, want %q", raw, got, err, want)
		}
	}
}

func TestOpenableRefusesEverythingElse(t *testing.T) {
	for _, raw := range []string{
		"", "x", uuidA, "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "http://x.webex.com/meet/y", "ssh://x.webex.com", "sip:a@x.example", "tel:1",
		"https://evil.example/", "https://webex.com.evil.example/meet/x", "https://evilwebex.com/meet/x", "https://x.webex.com@evil.example/", "https://x.webex.com:8443/",
		"https://x.webex.com\\@evil.example/", "https://eurl.io/", "https://eurl.io.evil.example/#x", "https:/x.webex.com/", "https:x.webex.com",
		"webexauth://login?email=a@x.example", "https://cisco.webex.com/logout?ulc-success=x", "https://idbroker.webex.com/idb/x", "https://x.webex.com/a/%6cogin",
		"webexteams://im", "webexteams://im?email=", "webexteams://im?space=a%20b", "webexteams://run?x=y", "webextel:", "webextel:;ls", "mailto:", "mailto:?subject=x",
		"webexteams://im?space=" + uuidA + "\nx", "https://x.webex.com/\x00", "webexteams://im?space=" + strings.Repeat("a", maxOpenable),
	} {
		if got, err := Openable(raw); err == nil || fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q became %q, %v", raw, got, err)
		}
	}
}
