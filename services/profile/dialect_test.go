package profile

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

func TestDialectTakesAnyNameAndListsWhatIsSet(t *testing.T) {
	f := written(t, "[chat-messenger.dialect]\nbulk-room-key = \"to\"\nempty = \"\"\nOdd = \"x\"\nwrong = 7\n")
	if d := cmp.Diff(map[string]string{"bulk-room-key": "to", "empty": ""}, f.Values().Messenger.Dialect); d != "" {
		t.Error(d)
	}
	if w := f.Warnings(); len(w) != 1 || w[0].Key != DialectPrefix+"wrong" || w[0].Code != CodeBadValue {
		t.Errorf("warnings %+v", w)
	}
	set(t, f, DialectPrefix+"status-param", "day")
	set(t, f, DialectPrefix+"bulk-room-key", "")
	if d := cmp.Diff(map[string]string{"status-param": "day", "bulk-room-key": "", "empty": ""}, opened(t, f.path).Values().Messenger.Dialect); d != "" {
		t.Error(d)
	}
	var names []string
	for _, k := range f.Keys()[len(Keys()):] {
		names = append(names, strings.TrimPrefix(k.Name, DialectPrefix))
	}
	if d := cmp.Diff([]string{"bulk-room-key", "empty", "status-param"}, names); d != "" {
		t.Errorf("listed (-want +got):\n%s", d)
	}
	if got, err := f.Get(DialectPrefix + "never-set"); got != "" || err != nil {
		t.Errorf("one that was never set is %q, %v", got, err)
	}
	for _, name := range []string{DialectPrefix, DialectPrefix + "Room", DialectPrefix + "a.b", "chat-messenger.dialect"} {
		if f.Set(name, "x") == nil {
			t.Errorf("%q was taken", name)
		}
	}
}

func TestDialectIsWrittenWhereItStands(t *testing.T) {
	for rule, c := range map[string]struct{ before, after string }{
		"nowhere":               {"[look]\ntheme = \"dark\"\n", "[look]\ntheme = \"dark\"\n\n[chat-messenger.dialect]\nx = \"1\"\n"},
		"below its table":       {"[chat-messenger]\nreads = \"get\"\n", "[chat-messenger]\nreads = \"get\"\n\n[chat-messenger.dialect]\nx = \"1\"\n"},
		"dotted in its table":   {"[chat-messenger]\ndialect.y = \"2\"  # why\n", "[chat-messenger]\ndialect.y = \"2\"  # why\ndialect.x = \"1\"\n"},
		"an inline table":       {"[chat-messenger]\ndialect = {y = \"2\"}\n", "[chat-messenger]\ndialect = {y = \"2\", x = \"1\"}\n"},
		"dotted above all":      {"chat-messenger.dialect.y = \"2\"\n", "chat-messenger.dialect.y = \"2\"\nchat-messenger.dialect.x = \"1\"\n"},
		"half dotted above all": {"chat-messenger.reads = \"get\"\n", "chat-messenger.reads = \"get\"\n\n[chat-messenger.dialect]\nx = \"1\"\n"},
	} {
		f := written(t, c.before)
		if err := f.Set(DialectPrefix+"x", "1"); err != nil {
			t.Errorf("%s: %v", rule, err)
		}
		if d := cmp.Diff(strings.TrimSpace(c.after), strings.TrimSpace(content(t, f))); d != "" {
			t.Errorf("%s (-want +got):\n%s", rule, d)
		}
	}
}

func TestWholeDialectIsReplaced(t *testing.T) {
	f := written(t, `[chat-messenger]
reads = "get"

[chat-messenger.dialect]
# The old server.
status-param = "day"
gone = "x"  # with its comment
Odd = "not ours"

[look]
theme = "dark"
`)
	want := map[string]string{"status-param": "month", "bulk-envelope": "", "errors": "errors, fault"}
	if err := f.SetDialect(KindMessenger, want); err != nil {
		t.Fatal(err)
	}
	again := opened(t, f.path).Values()
	if d := cmp.Diff(want, again.Messenger.Dialect); d != "" || again.Theme != "dark" || again.Messenger.Reads != "get" {
		t.Errorf("read again (-want +got):\n%s", d)
	}
	for _, text := range []string{"# The old server.\nstatus-param = \"month\"", "Odd = \"not ours\""} {
		if !strings.Contains(content(t, f), text) {
			t.Errorf("%q is lost:\n%s", text, content(t, f))
		}
	}
	if err := f.SetDialect(KindMessenger, nil); err != nil || f.Values().Messenger.Dialect != nil || strings.Contains(content(t, f), "status-param") {
		t.Errorf("back to the defaults: %v\n%s", err, content(t, f))
	}
	for name, value := range map[string]string{"Bad": "x", "a.b": "x", "": "x", "good": "two\nlines"} {
		if err := f.SetDialect(KindMessenger, map[string]string{name: value}); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q = %q: %v", name, value, err)
		}
	}
}

func TestDialectIsReplacedHoweverItWasWritten(t *testing.T) {
	for _, before := range []string{
		"", "chat-messenger.dialect.y = \"2\"\n", "[chat-messenger]\ndialect.y = \"2\"\n", "[chat-messenger]\ndialect = {y = \"2\", z = \"3\"}\n",
		"chat-messenger = {dialect = {y = \"2\"}, reads = \"get\"}\n",
	} {
		f := written(t, before)
		want := map[string]string{"x": "1"}
		if err := f.SetDialect(KindMessenger, want); err != nil {
			t.Errorf("%q: %v", before, err)
		}
		if d := cmp.Diff(want, opened(t, f.path).Values().Messenger.Dialect); d != "" {
			t.Errorf("%q (-want +got):\n%s\n%s", before, d, content(t, f))
		}
	}
}
