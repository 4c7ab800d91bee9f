package text_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"foyer/assets"
	"foyer/services/fault"
	"foyer/ui/text"
)

// meetingCodes are all codes of the meeting service that are documented, as its tables have them: written
// here once more, so that none is lost in the adapter and in the sentences at once.
const meetingCodes = `
USG.206010000 USG.000000004 USG.206020000 USG.206020002 USG.206030015 USG.206010007 USG.206010011 USG.206010025 USG.206010057 USG.206010058
USG.206010030 USG.206010031 USG.206010036 USG.206030000 USG.201040000 USG.201040001 USG.000000001 USG.000000002 USG.000000003 USG.000000005
MMC.111072065 MMC.111072064 MMC.111072005 MMC.111072006 MMC.111072003 MMC.111072004 MMC.111070005 MMC.111070009 MMC.111071091 MMC.111070111
MMC.111070004 MMC.111070002 MMC.111070010 MMC.111070001 MMC.112100029 MMC.118000000 MMC.118000001 MMC.118000002
MMC.111072031 MMC.111072032 MMC.111072033 MMC.111072034 MMC.111072046 MMC.111072035 MMC.111072036 MMC.111072037 MMC.111071024 MMC.111071025
MMC.111071026 MMC.111072057 MMC.111071062 MMC.111071061 MMC.111072007 MMC.111070110 MMC.111072050 MMC.111081007 MMC.111072070 MMC.111072071
MMC.111072101 MMC.111071066 MMC.112100034 MMC.111072504 MMC.111072203 MMC.115022001 MMC.111071060 MMC.111072008 MMC.111072009 MMC.111082008
MMC.111076003 MMC.111076004 MMC.111076005 MMC.111076006 MMC.111076007 MMC.111076008 MMC.111076009 MMC.111076010 MMC.111076011 MMC.111076012
MMC.111076014 MMC.111076099 MMC.111072049
MMC.111071013 MMC.111071014 MMC.111071021 MMC.111071022 MMC.111071018 MMC.111071080 MMC.111071082 MMC.111071005 MMC.111071067
APIG.0308`

func TestEveryCodeOfTheMeetingServiceHasASentenceOfItsOwn(t *testing.T) {
	c, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Fields(meetingCodes)
	for _, code := range all {
		reason, ok := c.ReasonOf(&fault.Error{Service: "huawei-meeting", Kind: fault.Refused, Status: 400, Code: code, Words: "NAME_OF_IT"})
		if !ok || strings.Contains(reason, "MMC.") || strings.Contains(reason, "{{") || !strings.HasSuffix(reason, ".") {
			t.Errorf("%s: %q", code, reason)
		}
	}
	coded := regexp.MustCompile(`^(?:failure|step)\.((?:MMC|USG|APIG)\.\d+)$`)
	found := 0
	for key := range sentences(t) {
		if m := coded.FindStringSubmatch(key); m != nil {
			if found++; !slices.Contains(all, m[1]) {
				t.Errorf("%s is of no code that is documented", key)
			}
		}
	}
	if found < len(all) {
		t.Errorf("only %d sentences were seen", found)
	}
}

func TestACodeThatNobodyKnowsIsShownWithTheWordsOfTheService(t *testing.T) {
	c, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	for want, e := range map[string]*fault.Error{
		"It was refused. The service said: MMC.999999999, SOME_NEW_THING.": {Kind: fault.Refused, Status: 400, Code: "MMC.999999999", Words: "SOME_NEW_THING"},
		"The answer could not be read. The service said: MMC.999999999.":   {Kind: fault.Faulty, Status: 500, Code: "MMC.999999999"},
		"It was refused.": {Kind: fault.Refused, Status: 400, Words: "SOME_NEW_THING"},
	} {
		if got := c.Reason(e); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestOneServiceMayHaveASentenceOfItsOwn(t *testing.T) {
	c, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	ours, other := &fault.Error{Service: "huawei-meeting", Code: "no-url"}, &fault.Error{Service: "chat-messenger", Code: "no-url"}
	if c.Reason(ours) == c.Reason(other) || c.Step(ours) == c.Step(other) || c.Reason(other) != "No server URL is set." {
		t.Errorf("%q and %q, %q and %q", c.Reason(ours), c.Reason(other), c.Step(ours), c.Step(other))
	}
	// What is not told of one service is told of all.
	if ours.Code = "no-host"; c.Step(ours) == "" {
		t.Error("a step is lost")
	}
}

func TestNoStepOfTheMeetingServiceSpeaksOfAnother(t *testing.T) {
	c, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	// The codes that its calls can have, of the transport and of its own.
	for _, code := range strings.Fields(`bad-url no-host no-connection tls tls-on-plain-port plain-on-tls-port timeout connection-lost redirected
		html-page truncated too-large not-json token-refused not-found server-fault rate-limited proxy plain-http no-url no-answer no-account
		no-account-secret bad-account log-in-refused account-disabled account-locked control-refused not-permitted
		no-secret secret-unusable secret-file-open secret-file-unreadable no-keyring no-session-bus keyring-locked keyring-silent keyring-failed`) {
		e := &fault.Error{Service: "huawei-meeting", Kind: fault.Refused, Code: code, RetryAfter: 7 * time.Second}
		reason, ok := c.ReasonOf(e)
		for _, said := range []string{reason, c.Step(e)} {
			for _, wrong := range []string{" API token", "the token anew", "of the token", "admin screen", "Chat&Messenger", "dialect", "8080"} {
				if !ok || strings.Contains(said, wrong) {
					t.Errorf("%s: %q", code, said)
				}
			}
		}
	}
}
