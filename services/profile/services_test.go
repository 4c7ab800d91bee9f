package profile

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

const threeServices = `# Mine.
[chat-messenger]
name = "Berlin"
url = "https://berlin.example.com"  # the old one

# The new one.
[chat-messenger-2]
name = "Tokyo"
url = "https://tokyo.example.com"
reads = "get"
mystery = 7

[chat-messenger-2.dialect]
status-param = "day"

[huawei-meeting-12]
account = "desk@company"
`

func names(s Settings) (all []string) {
	for _, m := range s.Messengers {
		all = append(all, m.ID)
	}
	for _, h := range s.Accounts {
		all = append(all, h.ID)
	}
	return all
}

func TestServicesAreTheTablesOfTheFile(t *testing.T) {
	for rule, c := range map[string]struct {
		text string
		want []string
	}{
		"none":             {"", []string{"chat-messenger", "huawei-meeting"}},
		"three":            {threeServices, []string{"chat-messenger", "chat-messenger-2", "huawei-meeting-12"}},
		"only a further":   {"[chat-messenger-3]\n", []string{"chat-messenger-3", "huawei-meeting"}},
		"in their order":   {"[chat-messenger-10]\n[chat-messenger-9]\n[chat-messenger]\n", []string{"chat-messenger", "chat-messenger-9", "chat-messenger-10", "huawei-meeting"}},
		"others are none":  {"[chat-messenger-1]\n[chat-messenger-02]\n[chat-messenger-x]\nchat-messenger-4 = 5\n[huawei-meeting-1000]\n", []string{"chat-messenger", "huawei-meeting"}},
		"dotted or inline": {"chat-messenger-2.name = \"x\"\nhuawei-meeting-2 = {account = \"y\"}\n", []string{"chat-messenger-2", "huawei-meeting-2"}},
	} {
		if d := cmp.Diff(c.want, names(written(t, c.text).Values())); d != "" {
			t.Errorf("%s (-want +got):\n%s", rule, d)
		}
	}
}

func TestTheKeysOfAFurtherServiceAreThoseOfTheFirst(t *testing.T) {
	f := written(t, threeServices)
	for key, value := range map[string]string{"chat-messenger-2.reads": "post", "chat-messenger-2.dialect.errors": "fault", "huawei-meeting-12.sign-in": "app-id",
		"chat-messenger-5.url": "https://five.example.com"} {
		set(t, f, key, value)
	}
	for _, c := range []struct{ key, value string }{{"chat-messenger-2.reads", "put"}, {"chat-messenger-2.url", "x"}, {"chat-messenger-2.nothing", "x"},
		{"chat-messenger-2.account", "x"}, {"chat-messenger-2", "x"}, {"chat-messenger-1.url", ""}, {"messages.service", "huawei-meeting-2"}, {"rooms.service", "Berlin"}} {
		if err := f.Set(c.key, c.value); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s = %q: %v", c.key, c.value, err)
		}
	}
	for key, want := range map[string]string{"chat-messenger-2.reads": "post", "chat-messenger-9.reads": "post", "huawei-meeting-12.url": "https://api.meeting.huaweicloud.com"} {
		if got, err := f.Get(key); got != want || err != nil {
			t.Errorf("%s is %q, %v", key, got, err)
		}
	}
	m, _ := opened(t, f.path).Values().MessengerOf("chat-messenger-2")
	want := Messenger{ID: "chat-messenger-2", Name: "Tokyo", URL: "https://tokyo.example.com", Reads: "post", Dialect: map[string]string{"status-param": "day", "errors": "fault"}}
	if d := cmp.Diff(want, m); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	var listed []string
	for _, k := range f.Keys()[len(Keys()):] {
		if strings.HasSuffix(k.Name, ".url") || strings.Contains(k.Name, "dialect") {
			listed = append(listed, k.Name)
		}
	}
	if d := cmp.Diff([]string{"chat-messenger-2.url", "chat-messenger-5.url", "huawei-meeting-12.url", "chat-messenger-2.dialect.errors", "chat-messenger-2.dialect.status-param"}, listed); d != "" {
		t.Errorf("listed (-want +got):\n%s", d)
	}
	if !strings.Contains(content(t, f), "mystery = 7") {
		t.Error("an unknown key is lost")
	}
}

func TestTheServiceInUseIsTheChosenOneElseTheFirstThatIsSetUp(t *testing.T) {
	const two = "[chat-messenger]\nurl = \"\"\n[chat-messenger-2]\nurl = \"https://two.example.com\"\n[chat-messenger-3]\nurl = \"https://three.example.com\"\n"
	for rule, c := range map[string]struct{ text, messages, rooms string }{
		"nothing set":    {"", "chat-messenger", "chat-messenger"},
		"none chosen":    {two, "chat-messenger-2", "chat-messenger-2"},
		"chosen":         {two + "[messages]\nservice = \"chat-messenger-3\"\n", "chat-messenger-3", "chat-messenger-2"},
		"chosen, unset":  {two + "[rooms]\nservice = \"chat-messenger\"\n", "chat-messenger-2", "chat-messenger"},
		"chosen is gone": {two + "[rooms]\nservice = \"chat-messenger-8\"\n", "chat-messenger-2", "chat-messenger-2"},
	} {
		v := written(t, c.text).Values()
		if v.Messenger.ID != c.messages || v.RoomServer.ID != c.rooms {
			t.Errorf("%s: messages %s, rooms %s", rule, v.Messenger.ID, v.RoomServer.ID)
		}
	}
}

func TestAnAddedServiceHasAFreeNumber(t *testing.T) {
	f := opened(t, filepath.Join(folder(t), "settings.toml"))
	add := func(name string, taken ...string) string {
		t.Helper()
		id, err := f.AddService(KindMessenger, name, map[string]string{MessengerURL: "https://" + strings.ToLower(name) + ".example.com/"}, func(id string) bool { return slices.Contains(taken, id) })
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	for i, c := range []struct {
		name, want string
		taken      []string
	}{{"Berlin", "chat-messenger", nil}, {"Tokyo", "chat-messenger-2", nil}, {"Rome", "chat-messenger-4", []string{"chat-messenger-3"}}, {"Lima", "chat-messenger-3", nil}} {
		if got := add(c.name, c.taken...); got != c.want {
			t.Errorf("%d: %s became %s, want %s", i, c.name, got, c.want)
		}
	}
	if m, ok := opened(t, f.path).Values().MessengerOf("chat-messenger-4"); !ok || m.Name != "Rome" || m.URL != "https://rome.example.com" {
		t.Errorf("%+v", m)
	}
	before := content(t, f)
	for _, name := range []string{"", "  ", "tokyo", "chat-messenger-9", "Huawei-Meeting"} {
		_, err := f.AddService(KindHuawei, name, nil, nil)
		if e, ok := errors.AsType[*fault.Error](err); !ok || e.Code != CodeSameName {
			t.Errorf("%q: %v", name, err)
		}
	}
	if _, err := f.AddService("mail", "x", nil, nil); fault.KindOf(err) != fault.Invalid {
		t.Error(err)
	}
	if _, err := f.AddService(KindHuawei, "HQ", map[string]string{HuaweiURL: "nowhere"}, nil); fault.KindOf(err) != fault.Invalid {
		t.Error(err)
	}
	if content(t, f) != before {
		t.Error("what was refused is in the file")
	}
	// Messages of a first one that was given up may still wait under its ID.
	g := opened(t, filepath.Join(folder(t), "settings.toml"))
	if id, err := g.AddService(KindMessenger, "New", nil, func(id string) bool { return id == KindMessenger }); id != "chat-messenger-2" || err != nil {
		t.Error(id, err)
	}
}

func TestARemovedServiceIsGoneFromTheFileAndOutOfUse(t *testing.T) {
	f := written(t, threeServices+"\n[messages]\nservice = \"chat-messenger-2\"  # mine\n")
	if err := f.RemoveService("chat-messenger-2"); err != nil {
		t.Fatal(err)
	}
	v := opened(t, f.path).Values()
	if d := cmp.Diff([]string{"chat-messenger", "huawei-meeting-12"}, names(v)); d != "" || v.Messenger.ID != "chat-messenger" {
		t.Errorf("in use %s (-want +got):\n%s", v.Messenger.ID, d)
	}
	for _, lost := range []string{"Tokyo", "mystery", "status-param", "-2"} {
		if strings.Contains(content(t, f), lost) {
			t.Errorf("%s is still there:\n%s", lost, content(t, f))
		}
	}
	if !strings.Contains(content(t, f), "# the old one") || !strings.Contains(content(t, f), "# Mine.") {
		t.Errorf("comments of others are lost:\n%s", content(t, f))
	}
}

func TestTheFirstServiceOfAKindCanGoAndTheLastOne(t *testing.T) {
	g := written(t, "chat-messenger.url = \"https://one.example.com\"\nhuawei-meeting = {account = \"a\"}\n[chat-messenger-2]\nname = \"Two\"\n")
	for _, id := range []string{"chat-messenger", "chat-messenger-2", "huawei-meeting"} {
		if err := g.RemoveService(id); err != nil {
			t.Fatal(id, err)
		}
	}
	if d := cmp.Diff([]string{"chat-messenger", "huawei-meeting"}, names(g.Values())); d != "" || g.Values().Messenger.IsSet() || g.Values().Huawei.IsSet() {
		t.Error(d)
	}
	for _, id := range []string{"chat-messenger-7", "mail", ""} {
		err := g.RemoveService(id)
		if e, ok := errors.AsType[*fault.Error](err); !ok || e.Code != CodeUnknownKey {
			t.Errorf("%q: %v", id, err)
		}
	}
}

func TestServicesAddedAtOnceGetDifferentNumbers(t *testing.T) {
	path := filepath.Join(folder(t), "settings.toml")
	var adding sync.WaitGroup
	got := make([]string, 4)
	for i := range got {
		adding.Go(func() {
			f, err := Open(path)
			if err == nil {
				got[i], err = f.AddService(KindHuawei, "Office "+string(rune('A'+i)), nil, nil)
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	adding.Wait()
	slices.Sort(got)
	if d := cmp.Diff([]string{"huawei-meeting", "huawei-meeting-2", "huawei-meeting-3", "huawei-meeting-4"}, got); d != "" {
		t.Error(d)
	}
}
