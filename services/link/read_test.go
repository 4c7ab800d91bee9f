package link

import (
	"encoding/base64"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

func TestReadNoticesWhatIsNoTarget(t *testing.T) {
	for text, want := range map[string][]Notice{
		"Y2lzY29zcGFyazovL3VzL01FU1NBR0UvYjY5YTBjNTAtM2ZhOC0xMWYwLWI3ZDYtNWQxN2I3MjY1NjFi":                                                                                              {{NoticeMessageID, uuidA}},
		"Y2lzY29zcGFyazovL3VzL1BFT1BMRS9iNjlhMGM1MC0zZmE4LTExZjAtYjdkNi01ZDE3YjcyNjU2MWI= and the same Y2lzY29zcGFyazovL3VzL1BFT1BMRS9iNjlhMGM1MC0zZmE4LTExZjAtYjdkNi01ZDE3YjcyNjU2MWI": {{NoticePersonID, uuidA}},
		"https://web.webex.com/spaces/Y2lzY29zcGFyazovL3VzL1RFQU0vYjY5YTBjNTAtM2ZhOC0xMWYwLWI3ZDYtNWQxN2I3MjY1NjFi":                                                                     {{NoticeTeamID, uuidA}},
		seal("us/MEMBERSHIP/" + uuidA + ":" + uuidB):   {{NoticeMembershipID, uuidA + ":" + uuidB}},
		seal("us/WEBHOOK/x1"):                          {{NoticeOtherID, "x1"}},
		"webexauth://login?email=secret@x.example":     {{NoticeSignIn, "webexauth://login"}},
		"https://cisco.webex.com/logout?ulc-success=x": {{NoticeSignIn, "https://cisco.webex.com/logout"}},
		"webextel:+49 30":                              {{NoticeCall, "+49"}},
		"webexteams://im?space=1234":                   {{NoticeBroken, "1234"}},
		"webexteams://im?email=nobody!":                {{NoticeBroken, "nobody"}},
		"webexteams://im":                              {{NoticeBroken, "webexteams://im"}},
	} {
		got := Read(text)
		if diff := cmp.Diff(Reading{Notices: want}, got); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

// seal writes a REST id.
func seal(address string) string {
	return base64.RawStdEncoding.EncodeToString([]byte("ciscospark://" + address))
}

func TestSpaceInfoKeepsUnknownLinesAndTheCluster(t *testing.T) {
	text := "Space name: P\nCreated by: Ann <ann@x.example>\nSpace ID: " + seal("urn:TEAM:eu-central-1_k/ROOM/"+uuidA) + "\nColour: very blue"
	got := Recognize(text)
	if diff := cmp.Diff([]Target{
		{Kind: Space, ID: uuidA, Name: "P", URL: "webexteams://im?space=" + uuidA, Cluster: "urn:TEAM:eu-central-1_k", Extras: []string{"Created by: Ann <ann@x.example>", "Colour: very blue"}},
		{Kind: Person, Name: "Ann", Email: "ann@x.example", URL: "webexteams://im?email=ann@x.example"},
	}, got); diff != "" {
		t.Error(diff)
	}
}

func TestRecognizeBytesReadsUTF16(t *testing.T) {
	want := Recognize(infoBlock)
	little, big := []byte{0xff, 0xfe}, []byte{0xfe, 0xff}
	for _, u := range utf16.Encode([]rune(infoBlock)) {
		little = append(little, byte(u), byte(u>>8))
		big = append(big, byte(u>>8), byte(u))
	}
	for name, b := range map[string][]byte{"little": little, "big": big, "little without mark": little[2:], "big without mark": big[2:]} {
		if diff := cmp.Diff(want, RecognizeBytes(b)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if diff := cmp.Diff(want, Recognize(string(b))); diff != "" {
			t.Errorf("%s as text: %s", name, diff)
		}
	}
}

func TestTextBeyondOneMiBIsIgnored(t *testing.T) {
	filler := strings.Repeat("é\n", maxText/3)
	if got := Recognize(filler + "x\n" + infoBlock); got != nil {
		t.Errorf("%+v", got)
	}
	if got := Recognize(infoBlock + "\n" + filler + filler); len(got) != 1 {
		t.Errorf("%+v", got)
	}
}

func TestNothingIsNil(t *testing.T) {
	for _, text := range []string{"", " ", "nothing to see here", "\x00", "\xff\xfe", "\ufeff"} {
		if got := Recognize(text); got != nil {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

func TestJSONLeavesEmptyKeysOut(t *testing.T) {
	b, err := json.Marshal(Recognize("webexteams://im?email=a@x.example"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(`[{"kind":"person","email":"a@x.example","url":"webexteams://im?email=a@x.example"}]`, string(b)); diff != "" {
		t.Error(diff)
	}
}

func TestMergeKeepsWhatIsThereAndAddsWhatIsNot(t *testing.T) {
	one, two := 1, 2
	got := Target{Kind: Space, ID: uuidA, Name: "A", Participants: &one, Extras: []string{"x"}, Warnings: []Warning{WarnAmbiguous}}.
		Merge(Target{Name: "B", Type: "group", Participants: &two, ExternalParticipants: &two, Cluster: "us", SIP: "s", Extras: []string{"y"}, Warnings: []Warning{WarnAmbiguous, WarnIDMismatch}})
	want := Target{Kind: Space, ID: uuidA, Name: "A", Type: "group", Participants: &one, ExternalParticipants: &two, Cluster: "us", SIP: "s", Extras: []string{"x", "y"}, Warnings: []Warning{WarnAmbiguous, WarnIDMismatch}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
