package link

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseWebRefusesHostsThatHide(t *testing.T) {
	for rest, want := range map[string]webAddress{
		"//x.webex.com":               {host: "x.webex.com"},
		"//X.Webex.COM:443/a/b?c=d#e": {"x.webex.com", "/a/b", "c=d", "e"},
		"//x.webex.com?c=d":           {host: "x.webex.com", query: "c=d"},
		"//x.webex.com#e?f":           {host: "x.webex.com", fragment: "e?f"},
		"//x.webex.com/a@b":           {host: "x.webex.com", path: "/a@b"},
		"//eurl.io/#/a?b":             {"eurl.io", "/", "", "/a?b"},
	} {
		got, ok := parseWeb(rest)
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(webAddress{})); !ok || diff != "" {
			t.Errorf("%q: %v %s", rest, ok, diff)
		}
	}
	for _, rest := range []string{
		"", "x.webex.com", "/x.webex.com", "//", "///x.webex.com", "//user@x.webex.com/", "//x.webex.com:8443/", "//x.webex.com:/", "//x.webex.com./", "//.webex.com/",
		"//x..webex.com/", "//-x.webex.com/", "//x_.webex.com/", "//wébex.com/", "//x.webex.com%2f/", "//[::1]/",
	} {
		if got, ok := parseWeb(rest); ok {
			t.Errorf("%q read as %+v", rest, got)
		}
	}
}

func TestWithinADomain(t *testing.T) {
	for host, want := range map[string]bool{
		"webex.com": true, "x.webex.com": true, "x.my.webex.com": true, "evilwebex.com": false, "webex.com.evil.example": false, "x-webex.com": false, "": false, "com": false,
	} {
		if got := isWithin(host, "webex.com"); got != want {
			t.Errorf("%q: %v", host, got)
		}
	}
}

func TestGoogleInAnyCountry(t *testing.T) {
	for host, want := range map[string]bool{
		"www.google.com": true, "google.de": true, "www.google.co.uk": true, "www.google.com.au": true,
		"google.evil.example": false, "www.google.com.evil.example": false, "mygoogle.com": false, "google": false,
	} {
		if got := isGoogle(host); got != want {
			t.Errorf("%q: %v", host, got)
		}
	}
}

func TestMeetingsAreToldFromOtherPages(t *testing.T) {
	for rest, want := range map[string]bool{
		"//x.webex.com/x/j.php?MTID=m1":                 true,
		"//x.webex.com/x/j.php?mtid=m1":                 true,
		"//x.webex.com/x/e.php?MTID=m1":                 true,
		"//x.webex.com/x/k2/j.php?MTID=m1":              true,
		"//x.webex.com/x/j.php":                         false,
		"//x.webex.com/x/ldr.php?RCID=1":                false,
		"//x.webex.com/meet/ann":                        true,
		"//x.webex.com/x/meet/ann":                      true,
		"//x.webex.com/meet/":                           false,
		"//x.webex.com/meet":                            false,
		"//x.webex.com/a/b/c/meet/ann":                  false,
		"//x.webex.com/join/ann":                        true,
		"//x.webex.com/m/" + uuidA:                      true,
		"//x.webex.com/wbxmjs/joinservice/sites/x":      true,
		"//x.webex.com/joinservice/sites/x":             false,
		"//x.webex.com/webappng/sites/x/meeting/info/1": true,
		"//x.webex.com/webappng/sites/x/dashboard":      false,
		"//x.webex.com/":                                false,
		"//x.webex.com":                                 false,
	} {
		a, ok := parseWeb(rest)
		if !ok {
			t.Fatal(rest)
		}
		if got := a.isMeeting(); got != want {
			t.Errorf("%q: %v", rest, got)
		}
	}
}

func TestSigningInAndOutIsKnown(t *testing.T) {
	for rest, want := range map[string]bool{
		"//cisco.webex.com/logout?ulc-success=x": true,
		"//cisco.webex.com/x?ULC-Error=y":        true,
		"//x.webex.com/x/login.php":              true,
		"//x.webex.com/%6cogout":                 true,
		"//idbroker-eu.webex.com/idb/oauth2":     true,
		"//x.webex.com/meet/login-team":          false,
		"//x.webex.com/meet/ann?x=logout":        false,
	} {
		a, ok := parseWeb(rest)
		if !ok {
			t.Fatal(rest)
		}
		if got := a.signsIn(); got != want {
			t.Errorf("%q: %v", rest, got)
		}
	}
}

func TestCleanURLKeepsWhatIsEncoded(t *testing.T) {
	for s, want := range map[string]string{
		"/a-b._~/c@d:e=f&g+h?i": "/a-b._~/c@d:e=f&g+h?i",
		"/%2f%2F":               "/%2F%2F",
		"/100%":                 "/100%25",
		"/%zz":                  "/%25zz",
		"/a b\"'()<>;,*!$":      "/a%20b%22%27%28%29%3C%3E%3B%2C%2A%21%24",
		"/ü":                    "/%C3%BC",
		"":                      "",
	} {
		if got := cleanURL(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
		if again := cleanURL(cleanURL(s)); again != want {
			t.Errorf("%q: %q the second time", s, again)
		}
	}
}

func TestParamsAreFoundInAnySpelling(t *testing.T) {
	for query, want := range map[string]string{
		"space=x":             "x",
		"SPACE=x":             "x",
		"a=b&space=x&space=y": "x",
		"space=&space=y":      "y",
		"space= x ":           "x",
		" space =x":           "x",
		"space=%20a%2Bb%20":   "a+b",
		"space=a+b":           "a+b",
		"space=a=b==":         "a=b==",
		"roomid=x":            "x",
		"spaceid":             "",
		"spaces=x":            "",
		"":                    "",
		"&&=&space=x":         "x",
		"space=%zz":           "%zz",
		"space=%ff":           "\ufffd",
	} {
		if got := param(query, spaceKeys...); got != want {
			t.Errorf("%q: %q, want %q", query, got, want)
		}
	}
}

func TestIDsAreUnsealed(t *testing.T) {
	const conversationID = "aHR0cHM6Ly9jb252LWEud2J4Mi5jb20vY29udmVyc2F0aW9uL2FwaS92MS9jb252ZXJzYXRpb25zL2I2OWEwYzUwLTNmYTgtMTFmMC1iN2Q2LTVkMTdiNzI2NTYxYg"
	for text, want := range map[string]sealed{
		seal("us/ROOM/" + uuidA):                             {"ROOM", "us", uuidA},
		seal("us/ROOM/B69A0C50-3FA8-11F0-B7D6-5D17B726561B"): {"ROOM", "us", uuidA},
		seal("us/room/"+uuidA) + "==":                        {"ROOM", "us", uuidA},
		seal("urn:TEAM:eu-central-1_k/ROOM/" + uuidA):        {"ROOM", "urn:TEAM:eu-central-1_k", uuidA},
		seal("us/PEOPLE/" + uuidA):                           {"PEOPLE", "us", uuidA},
		seal("us/MEMBERSHIP/" + uuidA + ":" + uuidB):         {"MEMBERSHIP", "us", uuidA + ":" + uuidB},
		conversationID:        {"ROOM", "", uuidA},
		conversationID + "==": {"ROOM", "", uuidA},
	} {
		got, ok := unseal(text)
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(sealed{})); !ok || diff != "" {
			t.Errorf("%q: %v %s", text, ok, diff)
		}
	}
	for _, text := range []string{
		"", "Y2lzY29zcGFyazov", "not base64 at all!", seal("us/ROOM/1234"), seal("us/ROOM"), seal("/ROOM/" + uuidA), seal("us/ROOM/" + uuidA + "/x"), seal("us//" + uuidA),
		"aHR0cHM6Ly9ldmlsLmV4YW1wbGUvY29udmVyc2F0aW9ucy9iNjlhMGM1MC0zZmE4LTExZjAtYjdkNi01ZDE3YjcyNjU2MWI", // https://evil.example/conversations/…
		"ZnRwOi8vY29udi1hLndieDIuY29tL2NvbnZlcnNhdGlvbnMvYjY5YTBjNTA",                                     // ftp
	} {
		if got, ok := unseal(text); ok {
			t.Errorf("%q read as %+v", text, got)
		}
	}
}
