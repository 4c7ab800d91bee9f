package tray

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/assets"
	"foyer/services/link"
	"foyer/services/message"
	"foyer/ui/text"
)

func english(t testing.TB) *text.Catalogue {
	t.Helper()
	words, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	return words
}

// saved returns links with these names; those that begin with a star are pinned.
func saved(names ...string) []link.Saved {
	var all []link.Saved
	for i, name := range names {
		s := link.Saved{Ref: int64(i + 1), Target: link.Target{Kind: link.Space, Name: name, ID: fmt.Sprint("id-", i+1)}}
		if name[0] == '*' {
			s.Pinned, s.Name = true, name[1:]
		}
		all = append(all, s)
	}
	return all
}

func labelsOf(items []Item) []string {
	var all []string
	for _, i := range items {
		all = append(all, i.Label)
	}
	return all
}

func TestTheMenuHasWhatExistsAndNothingElse(t *testing.T) {
	want := []string{"Paste space info", "New link…", "", "All links…", "", "Send message…", "Invite participants…", "", "Open Foyer", "Settings…", "Quit"}
	if diff := cmp.Diff(want, labelsOf(Menu(english(t), State{}))); diff != "" {
		t.Errorf("menu (-want +got):\n%s", diff)
	}
}

func TestFiveLinksArePinnedFirstAndInOneColumn(t *testing.T) {
	for _, c := range []struct {
		name  string
		links []link.Saved
		want  []string
	}{
		{"pinned and recent", saved("*Marketing", "*Barbara Example", "Q3: plan [draft]"), []string{"★ Marketing", "★ Barbara Example", "\u2003 Q3: plan [draft]"}},
		{"none is pinned", saved("a", "b"), []string{"a", "b"}},
		{"more than five", saved("*a", "b", "c", "d", "e", "f", "g"), []string{"★ a", "\u2003 b", "\u2003 c", "\u2003 d", "\u2003 e"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			menu := Menu(english(t), State{Links: c.links})
			got := menu[3 : 3+len(c.want)]
			if diff := cmp.Diff(c.want, labelsOf(got)); diff != "" {
				t.Errorf("links (-want +got):\n%s", diff)
			}
			for i, item := range got {
				if diff := cmp.Diff(Action{Verb: CopyLink, Ref: int64(i + 1)}, item.Action); diff != "" {
					t.Errorf("action of %q (-want +got):\n%s", item.Label, diff)
				}
			}
			if next := menu[3+len(c.want)].Label; next != "All links…" {
				t.Errorf("the links are followed by %q", next)
			}
		})
	}
}

func TestEveryLineButSeparatorsDoesSomething(t *testing.T) {
	seen := map[Action]string{}
	for _, item := range Menu(english(t), State{Links: saved("*a", "b"), Outbox: message.Counts{Queued: 1}}) {
		if (item.Label == "") != (item.Action.Verb == Nothing) {
			t.Errorf("%q does %v", item.Label, item.Action)
		}
		if other, double := seen[item.Action]; double && item.Label != "" {
			t.Errorf("%q and %q do the same", other, item.Label)
		}
		seen[item.Action] = item.Label
	}
}

func TestNamesAreShortenedWhereItDoesNotShow(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"short", "Marketing", "Marketing"},
		{"just fits", "abcdefghij", "abcdefghij"},
		{"too long", "abcdefghijk", "abcdefghi…"},
		{"by character", "日本語日本語日本語日本語", "日本語日本語日本語…"},
		{"not inside an accent", "abcdefgheu\u0301\u0301x", "abcdefghe…"},
		{"not after a base letter that has its accent cut", "abcdefghe\u0301xyz", "abcdefgh…"},
		{"not inside a joined emoji", "abcdefg\U0001F469\u200d\U0001F4BBxyz", "abcdefg…"},
		{"no blank before the ellipsis", "abcdefgh ijkl", "abcdefgh…"},
		{"on one line", "a\n b\t c", "a b c"},
		{"without marks that turn the direction", "a\u202eb\u2066c\u200b\x07", "abc"},
		{"right to left stays", "שלום", "שלום"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, Shorten(c.in, 10)); diff != "" {
				t.Errorf("name (-want +got):\n%s", diff)
			}
		})
	}
}

func TestLabelsAreSafeForEachDesktopsMenu(t *testing.T) {
	for goos, want := range map[string]string{"linux": "R&D __plan__", "windows": "R&&D _plan_", "darwin": "R&D _plan_"} {
		if got := Escape("R&D _plan_", goos); got != want {
			t.Errorf("%s: %q, want %q", goos, got, want)
		}
	}
}

func TestIconAndTooltipTellTheGravestState(t *testing.T) {
	words := english(t)
	for _, c := range []struct {
		state   State
		health  Health
		tooltip string
	}{
		{State{Links: saved("a")}, Well, "Foyer"},
		{State{Problems: []string{"data-unavailable", "settings-set-aside"}}, Attention, "Foyer: the saved links cannot be read"},
		{State{Problems: []string{"data-set-aside"}}, Attention, "Foyer: the database was damaged and set aside"},
		{State{Problems: []string{"settings-unavailable"}}, Attention, "Foyer: the settings cannot be read"},
		{State{Outbox: message.Counts{Sent: 9}}, Well, "Foyer"},
		{State{Outbox: message.Counts{Queued: 1, Sending: 1}}, Waiting, "Foyer: outbox: 2 waiting"},
		{State{Outbox: message.Counts{Queued: 1, Failed: 3}}, Attention, "Foyer: outbox: 1 waiting, 3 failed"},
		{State{Outbox: message.Counts{Unknown: 1}}, Attention, "Foyer: outbox: 1 unknown"},
		{State{Outbox: message.Counts{Unknown: 1}, Problems: []string{"settings-unavailable"}}, Attention, "Foyer: the settings cannot be read"},
		{State{Demo: true}, Well, "Foyer, demo office"},
		{State{Demo: true, Outbox: message.Counts{Queued: 2}}, Waiting, "Foyer, demo office: outbox: 2 waiting"},
	} {
		if got := c.state.Health(); got != c.health {
			t.Errorf("%v: health %s, want %s", c.state.Problems, got, c.health)
		}
		if got := Tooltip(words, c.state); got != c.tooltip {
			t.Errorf("%v: tooltip %q, want %q", c.state.Problems, got, c.tooltip)
		}
	}
	if !(Attention > Waiting && Waiting > Stale && Stale > Well) {
		t.Error("the order of gravity is wrong")
	}
}

func TestEveryHealthHasItsPicturesAndNoTwoAreAlike(t *testing.T) {
	seen := map[string]string{}
	for _, h := range []Health{Well, Stale, Waiting, Attention} {
		for _, s := range []Shade{Ink, White} {
			name := fmt.Sprint(h, " ", s)
			data := string(Picture(h, s))
			if len(data) == 0 || seen[data] != "" {
				t.Errorf("the picture %s is empty or that of %s", name, seen[data])
			}
			seen[data] = name
		}
	}
}

func TestTheKeysThatPasteFromAnywhereStandBesideTheCommand(t *testing.T) {
	for _, c := range []struct{ held, want string }{{"", pasteShortcut}, {"Ctrl+Alt+K", "Ctrl+Alt+K"}, {"Super+F9", "Super+F9"}} {
		if got := Menu(english(t), State{Keys: c.held})[0].Shortcut; got != c.want {
			t.Errorf("with %q it is %q", c.held, got)
		}
	}
}
