package tray

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/assets"
	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/link"
	"foyer/ui/text"
)

func TestNoticesOfAPasteSayWhatHappened(t *testing.T) {
	words := english(t)
	one, two := saved("Marketing"), saved("Marketing", "Sales")
	openOne := Choice{Label: "Open", Action: Action{Verb: OpenLink, Ref: 1}}
	undo := Choice{Label: "Undo", Action: Action{Verb: Undo, Undo: 7}}
	unsaved := []link.Saved{{Target: link.Target{Kind: link.Space, Name: "Marketing", URL: "webexteams://im?space=x", Warnings: []link.Warning{link.WarnOlderForm}}}}
	rich := agent.Copied{Rich: true}
	full := &fault.Error{Op: "writing", Kind: fault.Other, Code: "disk-full"}
	for _, c := range []struct {
		name   string
		pasted agent.Pasted
		err    error
		want   Notice
	}{
		{
			"one link", agent.Pasted{Links: one, Format: link.RichText, Copied: rich, Undo: 7}, nil,
			Notice{Title: "Marketing: link copied", Body: "as rich text", Choices: []Choice{openOne, undo}},
		},
		{
			"several links", agent.Pasted{Links: two, Format: link.URL, Undo: 7}, nil,
			Notice{Title: "2 links copied", Body: "as URL", Choices: []Choice{undo}},
		},
		{
			"plain instead of rich", agent.Pasted{Links: one, Format: link.RichText, Copied: agent.Copied{Note: "rich-no-display"}, Undo: 7}, nil,
			Notice{Title: "Marketing: link copied", Body: "as plain text: there is no display to offer rich text on", Choices: []Choice{openOne, undo}},
		},
		{
			"not saved, with a warning", agent.Pasted{Links: unsaved, Unsaved: 1, Format: link.HTML, Undo: 7}, nil,
			Notice{Title: "Marketing: link copied", Urgent: true,
				Body:    "as HTML\nIt could not be saved.\nThis is an older form of link that Webex's current help no longer lists.",
				Choices: []Choice{{Label: "Open", Action: Action{Verb: OpenTarget, URL: "webexteams://im?space=x"}}, undo}},
		},
		{
			"with IDs left out", agent.Pasted{Links: one, Ambiguous: 3, Format: link.Markdown, Undo: 7}, nil,
			Notice{Title: "Marketing: link copied", Body: "as Markdown\n3 more IDs were left out: nothing says which one is meant.", Choices: []Choice{openOne, undo}},
		},
		{
			"saved but not copied", agent.Pasted{Links: one, Undo: 7}, full,
			Notice{Title: "Marketing: saved, but not copied", Body: "The disk is full.", Choices: []Choice{undo}},
		},
		{
			"nothing", agent.Pasted{}, nil,
			Notice{Title: "Nothing to copy", Body: "The clipboard holds no Webex space, link or e-mail address."},
		},
		{
			"the ID of a message", agent.Pasted{Notices: []link.Notice{{Kind: link.NoticeMessageID}}}, nil,
			Notice{Title: "Nothing to copy", Body: "This is the ID of a message. It does not tell which space the message is in."},
		},
		{
			"IDs of which none is meant", agent.Pasted{Ambiguous: 3}, nil,
			Notice{Title: "Which one is meant?", Body: "The clipboard holds 3 IDs, and nothing says which one is meant.",
				Choices: []Choice{{Label: "Choose…", Action: Action{Verb: Show, Page: agent.PageChoose}}}},
		},
		{
			"no tool", agent.Pasted{}, &fault.Error{Op: "reading", Kind: fault.NotConfigured, Code: "no-tool", Words: "xclip"},
			Notice{Title: "Nothing was pasted", Body: "A program is missing: install xclip.", Urgent: true},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, PasteNotice(words, c.pasted, c.err)); diff != "" {
				t.Errorf("notice (-want +got):\n%s", diff)
			}
		})
	}
}

func TestNoticesOfACopyAndOfAnUndo(t *testing.T) {
	words := english(t)
	copied := agent.Pasted{Links: saved("Marketing"), Format: link.RichText}
	for _, c := range []struct {
		name string
		got  Notice
		want Notice
	}{
		{
			"copied", CopyNotice(words, copied, nil),
			Notice{Title: "Marketing: link copied", Body: "as rich text", Choices: []Choice{{Label: "Open", Action: Action{Verb: OpenLink, Ref: 1}}}},
		},
		{
			"the link is gone", CopyNotice(words, agent.Pasted{}, &fault.Error{Kind: fault.Invalid, Code: "no-such-link"}),
			Notice{Title: "Link: not copied", Body: "There is no such saved link, or no longer."},
		},
		{"undone", UndoNotice(words, nil), Notice{Title: "Undone", Body: "The clipboard and the saved links are as they were."}},
		{
			"not undone", UndoNotice(words, &fault.Error{Kind: fault.Invalid, Code: "undone"}),
			Notice{Title: "Not undone", Body: "This was undone already, or too much has happened since."},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, c.got); diff != "" {
				t.Errorf("notice (-want +got):\n%s", diff)
			}
		})
	}
}

func TestEveryCodeHasItsSentence(t *testing.T) {
	words := english(t)
	keys := []string{}
	for _, f := range []link.Format{link.URL, link.HTML, link.Markdown, link.RichText} {
		keys = append(keys, "tray.as."+string(f))
	}
	for _, k := range []link.NoticeKind{link.NoticeMessageID, link.NoticePersonID, link.NoticeTeamID, link.NoticeMembershipID,
		link.NoticeOtherID, link.NoticeSignIn, link.NoticeCall, link.NoticeBroken} {
		keys = append(keys, "notice."+string(k))
	}
	for _, code := range []string{"no-window", "window-start", "window-crashed", "window-crashes", "not-running", "silent", "running",
		"lock", "socket", "undone", "unknown-request", "unknown-event", "not-json", "no-request", "nothing"} {
		keys = append(keys, "failure."+code)
	}
	for _, k := range keys {
		if !words.Has(k) {
			t.Errorf("no sentence for %s", k)
		}
	}
}

func TestAFailureWithoutASentenceSaysItsOwnWords(t *testing.T) {
	words := english(t)
	for _, c := range []struct {
		err  error
		want string
	}{
		{errors.New("odd"), "odd"},
		{&fault.Error{Op: "looking", Kind: fault.Other, Code: "never-heard-of"}, "looking: failed: never-heard-of"},
		{&fault.Error{Op: "opening", Code: "window-crashes", RetryAfter: 12e9}, "12 s"},
	} {
		if got := Reason(words, c.err); !strings.Contains(got, c.want) {
			t.Errorf("%v: %q, want %q in it", c.err, got, c.want)
		}
	}
}

func TestANoticeOfOneLinkNamesItWhereALanguageHasNoFormForOne(t *testing.T) {
	words, err := text.Load(assets.Translations, "ja")
	if err != nil {
		t.Fatal(err)
	}
	pasted := agent.Pasted{Links: saved("Marketing"), Format: link.URL}
	for _, title := range []string{CopyNotice(words, pasted, nil).Title, PasteNotice(words, pasted, &fault.Error{Kind: fault.Other, Code: "disk-full"}).Title} {
		if !strings.HasPrefix(title, "Marketing：") {
			t.Errorf("the notice is called %q", title)
		}
	}
}
