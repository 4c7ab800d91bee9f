package chatmessenger

import (
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

func TestEveryFieldOfTheDialectCanBeShownAndSet(t *testing.T) {
	key := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	seen := map[string]bool{}
	for _, f := range DefaultDialect().Fields() {
		if !key.MatchString(f.Key) || seen[f.Key] || f.Doc == "" || f.Value != f.Default {
			t.Errorf("%+v", f)
		}
		seen[f.Key] = true
		value := other(f)
		changed, err := DefaultDialect().With(map[string]string{f.Key: value})
		if err != nil {
			t.Errorf("%s: %v", f.Key, err)
			continue
		}
		for _, now := range changed.Fields() {
			if isChanged := now.Value != now.Default; isChanged != (now.Key == f.Key) || isChanged && now.Value != value {
				t.Errorf("after %s: %+v", f.Key, now)
			}
		}
	}
	if len(seen) != len(entries) || len(seen) < 30 {
		t.Errorf("%d fields", len(seen))
	}
}

// other is another value of a field.
func other(f Field) string {
	switch {
	case f.Value == "true":
		return "false"
	case f.Value == "false":
		return "true"
	case f.Key == "token-header":
		return "X-Other"
	}
	return "other,names"
}

func TestTheDefaultDialectIsTheContracts(t *testing.T) {
	want := map[string]string{
		"token-header": "x-cam-apiToken", "token-prefix": "", "bulk-room": "sendTo", "quick-call-expires": "expireDate", "quick-call-password": "password",
		"quick-call-url": "url,URL,quickCallUrl,quickCallURL,callUrl,webUrl,link,joinUrl", "chat-room": "chatRoom", "status-param": "yyyyMMdd", "errors": "errors",
		"room-list": "conferenceRooms,conferenceRoomStatus,conferenceRoomMaster,rooms,data,result",
	}
	got := map[string]string{}
	for _, f := range DefaultDialect().Fields() {
		if _, asked := want[f.Key]; asked {
			got[f.Key] = f.Value
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestADialectThatCannotBeIsRefused(t *testing.T) {
	for _, test := range []struct{ key, value, code string }{
		{"no-such-key", "x", CodeDialectKey},
		{"", "x", CodeDialectKey},
		{"token-header", "", CodeDialectValue},
		{"token-header", "x cam", CodeDialectValue},
		{"token-prefix", "a\nb", CodeDialectValue},
		{"exact-header", "perhaps", CodeDialectValue},
		{"chat-room", " ", CodeDialectValue},
		{"errors", " , ", CodeDialectValue},
		{"room-name", "", CodeDialectValue},
		{"room-name", "a\x00", CodeDialectValue},
	} {
		_, err := DefaultDialect().With(map[string]string{test.key: test.value})
		want(t, err, fault.Invalid, test.code)
		if e := asFault(t, err); e.Words != test.key {
			t.Errorf("words %q", e.Words)
		}
	}
	for _, empty := range []string{"token-prefix", "accepted", "room-note", "bulk-envelope"} {
		if _, err := DefaultDialect().With(map[string]string{empty: ""}); err != nil {
			t.Error(err)
		}
	}
}

func TestNamesAreReadAsTheyAreWritten(t *testing.T) {
	for text, want := range map[string]string{"a,b": "a,b", " a , ,b,": "a,b", "": "", "部屋": "部屋"} {
		if got := readNames(text).String(); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}
