package tray

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/agent"
)

func TestATakenShortcutLeadsToItsSetting(t *testing.T) {
	want := Notice{Title: "Ctrl+Alt+K does not work", Body: "Another program has this shortcut. Choose other keys in Settings.",
		Choices: []Choice{{Label: "Shortcuts…", Action: Action{Verb: Show, Page: agent.PageShortcuts}}}}
	if diff := cmp.Diff(want, ShortcutNotice(english(t), "Ctrl+Alt+K")); diff != "" {
		t.Errorf("notice (-want +got):\n%s", diff)
	}
}

func TestWhatWasFoundIsOfferedAndNotTouched(t *testing.T) {
	words := english(t)
	found := Found{Token: 3, Name: "Marketing", URL: "webexteams://im?space=x"}
	copyIt, openIt := Action{Verb: PasteFound, Found: 3}, Action{Verb: OpenTarget, URL: found.URL}
	want := Notice{Title: "Marketing: space info copied", Body: "Foyer can put its link on the clipboard.",
		Choices: []Choice{{Label: "Copy link", Action: copyIt}, {Label: "Open", Action: openIt}}}
	if diff := cmp.Diff(want, FoundNotice(words, found)); diff != "" {
		t.Errorf("notice (-want +got):\n%s", diff)
	}
	menu := Menu(words, State{Found: &found})
	if diff := cmp.Diff([]Item{{Label: "Copy the link of Marketing", Action: copyIt}, {}}, menu[:2]); diff != "" {
		t.Errorf("the menu begins with (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(Menu(words, State{}), menu[2:]); diff != "" {
		t.Errorf("and goes on with (-want +got):\n%s", diff)
	}
	found.Name = ""
	if n := FoundNotice(words, found); n.Title != "Webex link copied" {
		t.Errorf("a link alone: %q", n.Title)
	}
	if menu := Menu(words, State{Found: &found}); menu[0].Label != "Copy the link that was found" {
		t.Errorf("the menu says %q of a link alone", menu[0].Label)
	}
}
