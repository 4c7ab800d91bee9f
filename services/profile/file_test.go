package profile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"foyer/services/chord"
	"foyer/services/fault"
	"foyer/services/link"
	"foyer/services/meeting"
	"foyer/services/room"
)

// TestMain lets the test binary play the other process; see process_test.go.
func TestMain(m *testing.M) {
	if path := os.Getenv(pathVariable); path != "" {
		os.Exit(setMany(path, os.Getenv(keyVariable)))
	}
	os.Exit(m.Run())
}

// written makes a settings file of that text and opens it.
func written(t testing.TB, text string) *File {
	t.Helper()
	path := filepath.Join(folder(t), "settings.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return opened(t, path)
}

func opened(t testing.TB, path string) *File {
	t.Helper()
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func content(t testing.TB, f *File) string {
	t.Helper()
	b, err := os.ReadFile(f.path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func set(t testing.TB, f *File, key, value string) {
	t.Helper()
	if err := f.Set(key, value); err != nil {
		t.Fatal(err)
	}
}

func defaultSettings() Settings {
	m := Messenger{ID: "chat-messenger", Reads: "post"}
	h := Huawei{ID: "huawei-meeting", URL: "https://api.meeting.huaweicloud.com", SignIn: "account", Signature: "new"}
	return Settings{
		Format: "richtext", Theme: "system", TextSize: 100, Width: 1000, Height: 700, LinkCopied: true, Welcome: true, MessageFailed: true, Found: true, Paste: chord.Chord{Ctrl: true, Alt: true, Key: "K"}, KeepDays: 90,
		Messengers: []Messenger{m}, Accounts: []Huawei{h}, Messenger: m, RoomServer: m, Huawei: h, Concurrency: 4, Meetings: Meetings{Chunk: 100},
		Rooms: Rooms{Polling: true, Poll: time.Minute, Zoom: 60, Tell: true}, Network: Network{Connect: 5 * time.Second, Whole: 30 * time.Second},
	}
}

func TestMissingFileMeansDefaultsAndIsNotWritten(t *testing.T) {
	f := opened(t, filepath.Join(folder(t), "settings.toml"))
	if d := cmp.Diff(defaultSettings(), f.Values()); d != "" {
		t.Error(d)
	}
	if _, err := os.Stat(f.path); !errors.Is(err, os.ErrNotExist) {
		t.Error("reading wrote the file")
	}
	if f.Warnings() != nil {
		t.Error(f.Warnings())
	}
}

func TestFirstWriteExplainsEverySetting(t *testing.T) {
	f := opened(t, filepath.Join(folder(t), "settings.toml"))
	set(t, f, "look.theme", "dark")
	text := content(t, f)
	for _, k := range Keys() {
		for line := range strings.Lines(k.Doc) {
			if !strings.Contains(text, "# "+strings.TrimSpace(line)+"\n") {
				t.Errorf("%s: the file does not say %q", k.Name, line)
			}
		}
	}
	if !strings.Contains(text, "# system, light or dark.\ntheme = \"dark\"\n") {
		t.Errorf("the file is\n%s", text)
	}
	want := defaultSettings()
	want.Theme = "dark"
	if d := cmp.Diff(want, opened(t, f.path).Values()); d != "" {
		t.Error(d)
	}
	if info, err := os.Stat(f.path); err != nil || os.PathSeparator == '/' && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, error %v", info.Mode(), err)
	}
}

func TestEveryKeyHasAValidDefaultAndCanBeSet(t *testing.T) {
	f := opened(t, filepath.Join(folder(t), "settings.toml"))
	for key, value := range map[string]string{
		LinksFormat: "html", LinksTemplate: `Sales "EMEA" \ 日本`, LookTheme: "light", LookTextSize: "150", LookLanguage: "pt-BR",
		WindowWelcome: "false", WindowWidth: "1280", WindowHeight: "800", NotifyCopied: "false", NotifyFailed: "false", MessengerName: "Office", MessengerURL: "https://cam.example.com/office",
		MessengerReads: "get", MessengerPlain: "http://cam.example.com:8080", MessagesConcurrency: "16", NetworkConnect: "60", NetworkTimeout: "300",
		NotifyRooms: "false", RoomsPolling: "false", RoomsPoll: "900", RoomsZone: "Asia/Tokyo", RoomsWatched: "r1; r2/b 7/20261123/2026-11-23T09:00:00Z",
		RoomsHidePrivate: "true", RoomsFilter: `{"words":"beamer"}`, RoomsZoom: "15",
		HuaweiName: "HQ", HuaweiURL: "https://api-intl.meeting.huaweicloud.com", HuaweiSignIn: "app-id", HuaweiAccount: "anna@company",
		HuaweiAppID: "a1", HuaweiUser: "u1", HuaweiCorp: "c1", HuaweiSignature: "old", HuaweiPlain: "http://10.example.com:8080",
		MessagesService: "chat-messenger-2", RoomsService: "chat-messenger-2", MeetingsService: "huawei-meeting-3",
		MeetingsChunk: "500", MeetingsColumns: "tel=phone",
		NotifyFound: "false", ShortcutPaste: "F9", ClipboardWatch: "true", OutboxKeep: "0", NetworkProxy: "none",
		NetworkCAFile: "/ca.pem", NetworkCert: `C:\cert.pem`, NetworkKey: "/key.pem", DialectPrefix + "status-param": "day",
	} {
		set(t, f, key, value)
	}
	for _, k := range f.Keys() {
		if v, ok := k.read(k.Default); !ok || v != k.Default {
			t.Errorf("%s: its default %q is not valid", k.Name, k.Default)
		}
		if got, err := opened(t, f.path).Get(k.Name); err != nil || got == k.Default {
			t.Errorf("%s is %q, error %v; this test sets every key to something else", k.Name, got, err)
		}
	}
	m := Messenger{
		ID: "chat-messenger", Name: "Office", URL: "https://cam.example.com/office", Reads: "get", PlainHTTP: "http://cam.example.com:8080",
		Dialect: map[string]string{"status-param": "day"},
	}
	h := Huawei{ID: "huawei-meeting", Name: "HQ", URL: "https://api-intl.meeting.huaweicloud.com", SignIn: "app-id", Account: "anna@company", AppID: "a1",
		User: "u1", Corporation: "c1", Signature: "old", PlainHTTP: "http://10.example.com:8080"}
	want := Settings{Format: link.Format("html"), Template: `Sales "EMEA" \ 日本`, Theme: "light", TextSize: 150, Language: "pt-BR", Width: 1280, Height: 800, Paste: chord.Chord{Key: "F9"}, WatchClipboard: true,
		Messengers: []Messenger{m}, Accounts: []Huawei{h}, Messenger: m, RoomServer: m, Huawei: h,
		Meetings: Meetings{Chunk: 500, Columns: meeting.Mapping{"tel": meeting.ColumnPhone}},
		Rooms: Rooms{Poll: 15 * time.Minute, Zone: "Asia/Tokyo", HidePrivate: true, Filter: `{"words":"beamer"}`, Zoom: 15, Watched: []room.Watch{
			{RoomID: "r1"}, {RoomID: "r2", BookingID: "b 7", Date: room.Date{Year: 2026, Month: time.November, Day: 23}, Start: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)},
		}},
		Concurrency: 16, Network: Network{Connect: time.Minute, Whole: 5 * time.Minute, CAFile: "/ca.pem", CertFile: `C:\cert.pem`, KeyFile: "/key.pem", Proxy: "none"}}
	if d := cmp.Diff(want, f.Values()); d != "" {
		t.Error(d)
	}
}

func TestSetRefusesWhatASettingCannotBe(t *testing.T) {
	f := written(t, "[look]\ntheme = \"dark\"\n")
	before := content(t, f)
	for _, c := range []struct{ key, value, code string }{
		{"look.theme", "blue", CodeBadChoice}, {"look.text-size", "99", CodeBadNumber}, {"look.text-size", "201", CodeBadNumber},
		{"look.text-size", "big", CodeBadNumber}, {"notifications.link-copied", "perhaps", CodeBadChoice}, {"links.template", "two\nlines", CodeBadValue},
		{"links.template", strings.Repeat("x", textLimit+1), CodeBadValue}, {"links.template", "\xff", CodeBadValue},
		{"look", "x", CodeUnknownKey}, {"links.templates", "x", CodeUnknownKey}, {"", "x", CodeUnknownKey},
	} {
		err := f.Set(c.key, c.value)
		if e, ok := errors.AsType[*fault.Error](err); !ok || e.Kind != fault.Invalid || e.Code != c.code || e.Words != c.key {
			t.Errorf("Set(%q, %q): %v", c.key, c.value, err)
		}
	}
	if _, err := f.Get("nothing"); fault.KindOf(err) != fault.Invalid {
		t.Errorf("Get: %v", err)
	}
	if content(t, f) != before {
		t.Error("a refused value changed the file")
	}
}

func TestSetTakesEverySpellingOfAValue(t *testing.T) {
	f := written(t, "")
	for _, c := range []struct{ key, value, want string }{
		{"look.theme", " Dark ", "dark"}, {"look.text-size", " 0150 ", "150"}, {"notifications.link-copied", "FALSE", "false"},
	} {
		set(t, f, c.key, c.value)
		if got, err := f.Get(c.key); got != c.want || err != nil {
			t.Errorf("Set(%q, %q) gave %q, error %v", c.key, c.value, got, err)
		}
	}
}

func TestBadValuesInTheFileFallBackAndAreReported(t *testing.T) {
	f := written(t, "[links]\nformat = \"pdf\"\n[look]\ntheme = 7\ntext-size = \"150\"\n[window]\nwidth = 900\nheight = 1.5\n[notifications]\nlink-copied = \"no\"\n")
	want := defaultSettings()
	want.Width = 900
	if d := cmp.Diff(want, f.Values()); d != "" {
		t.Error(d)
	}
	wantWarnings := []Warning{
		{Code: CodeBadChoice, Key: LinksFormat, Value: "pdf", Allowed: []string{"url", "html", "markdown", "richtext"}},
		{Code: CodeBadChoice, Key: LookTheme, Value: "7", Allowed: []string{"system", "light", "dark"}},
		{Code: CodeBadNumber, Key: LookTextSize, Value: "150", Allowed: []string{"100", "200"}},
		{Code: CodeBadNumber, Key: WindowHeight, Value: "1.5", Allowed: []string{"520", "16384"}},
		{Code: CodeBadChoice, Key: NotifyCopied, Value: "no", Allowed: []string{"true", "false"}},
	}
	if d := cmp.Diff(wantWarnings, f.Warnings(), cmpopts.EquateErrors()); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	set(t, f, LinksFormat, "url")
	if got := f.Warnings(); len(got) != len(wantWarnings)-1 {
		t.Errorf("after mending one value: %v", got)
	}
}

func TestBrokenFileIsSetAsideAndReported(t *testing.T) {
	for rule, text := range map[string]string{
		"no TOML": "[look\ntheme = dark", "UTF-16": "\xff\xfe[\x00l\x00]\x00", "binary": "\x00\x01\x02", "too large": strings.Repeat("# long\n", sizeLimit/7+1),
	} {
		t.Run(rule, func(t *testing.T) {
			f := written(t, text)
			w := f.Warnings()
			if len(w) != 1 || w[0].Code != CodeBroken || w[0].Err == nil || !strings.HasPrefix(w[0].Path, f.path+".broken-") {
				t.Fatalf("warnings %+v", w)
			}
			if kept, err := os.ReadFile(w[0].Path); err != nil || string(kept) != text {
				t.Errorf("what was set aside differs (error %v)", err)
			}
			if d := cmp.Diff(defaultSettings(), f.Values()); d != "" {
				t.Error(d)
			}
			set(t, f, LookTheme, "dark")
			if again := opened(t, f.path); again.Warnings() != nil || again.Values().Theme != "dark" {
				t.Errorf("after the next start: %+v, warnings %v", again.Values(), again.Warnings())
			}
		})
	}
}

func TestByteOrderMarkAndWindowsLineEndsAreFine(t *testing.T) {
	f := written(t, "\ufeff# mine\r\n[look]\r\ntheme = \"dark\"\r\n")
	set(t, f, LookTextSize, "150")
	if v := opened(t, f.path).Values(); v.Theme != "dark" || v.TextSize != 150 || f.Warnings() != nil {
		t.Errorf("%+v, warnings %v", v, f.Warnings())
	}
	if !strings.Contains(content(t, f), "# mine") {
		t.Errorf("the file is %q", content(t, f))
	}
}

func TestFolderInPlaceOfTheFileIsAFault(t *testing.T) {
	_, err := Open(folder(t))
	if _, ok := errors.AsType[*fault.Error](err); !ok {
		t.Errorf("got %v", err)
	}
}

func TestSettingHoldsEvenWhenItCannotBeWritten(t *testing.T) {
	f := written(t, "")
	// A folder under the lock's name keeps every user, root too, from locking.
	if err := os.Mkdir(f.path+".lock", 0o700); err != nil {
		t.Fatal(err)
	}
	err := f.Set(LookTheme, "dark")
	if e, ok := errors.AsType[*fault.Error](err); !ok || e.Kind != fault.Other {
		t.Errorf("got %v", err)
	}
	if got := f.Values().Theme; got != "dark" {
		t.Errorf("the theme is %s", got)
	}
}
