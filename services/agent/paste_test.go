package agent

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"foyer/services/link"
)

const (
	marketing = "b69a0c50-3fa8-11f0-b7d6-5d17b726561b"
	plans     = "ff135070-4f23-11f0-8dc1-cf25d4d2274c"
	spaceInfo = "Space name: Marketing\nSpace ID: " + marketing + "\nSpace URI: webexteams://im?space=" + marketing + "\nConversation type: group\n"
)

// desk is an agent that does not run, with fakes around it.
type desk struct {
	*Agent
	board *fakeClipboard
	links *fakeLinks
}

func newDesk(format link.Format, clipboard string, templates ...link.Template) desk {
	d := desk{board: &fakeClipboard{text: clipboard, copied: Copied{Rich: format == link.RichText}}, links: &fakeLinks{}}
	d.Agent = New(Config{Links: d.links, Clipboard: d.board, Preferences: fixed{format, templates}})
	return d
}

func TestPasteTurnsSpaceInfoIntoALink(t *testing.T) {
	url := "webexteams://im?space=" + marketing
	label := "Join me in the Marketing Webex space"
	for _, c := range []struct {
		format link.Format
		want   Clip
	}{
		{link.URL, Clip{Text: url}},
		{link.HTML, Clip{Text: `<a href="` + url + `">` + label + `</a>`}},
		{link.Markdown, Clip{Text: "[" + label + "](" + url + ")"}},
		{link.RichText, Clip{Text: label + ": " + url, HTML: `<a href="` + url + `">` + label + `</a>`}},
	} {
		t.Run(string(c.format), func(t *testing.T) {
			d := newDesk(c.format, spaceInfo)
			events := d.Watch()
			p, err := d.Paste(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, d.board.clip); diff != "" {
				t.Errorf("clipboard (-want +got):\n%s", diff)
			}
			if len(p.Links) != 1 || p.Links[0].Name != "Marketing" || p.Links[0].Ref != 1 || p.Format != c.format || p.Undo == 0 {
				t.Errorf("pasted %+v", p)
			}
			if diff := cmp.Diff([]int64{1}, d.links.used); diff != "" {
				t.Errorf("used (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff([]Event{{What: LinksChanged}}, drain(events)); diff != "" {
				t.Errorf("events (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSeveralLinksAreJoinedInTheirFormat(t *testing.T) {
	both := spaceInfo + "\nbarbara@example.com\n"
	space, person := "webexteams://im?space="+marketing, "webexteams://im?email=barbara@example.com"
	name := link.Template{Space: "S", Person: "P"}
	for _, c := range []struct {
		format link.Format
		want   Clip
	}{
		{link.URL, Clip{Text: space + "\n" + person}},
		{link.HTML, Clip{Text: `<a href="` + space + `">S</a>` + "<br>\n" + `<a href="` + person + `">P</a>`}},
		{link.Markdown, Clip{Text: "[S](" + space + ")\n[P](" + person + ")"}},
		{link.RichText, Clip{Text: "S: " + space + "\nP: " + person,
			HTML: `<a href="` + space + `">S</a>` + "<br>\n" + `<a href="` + person + `">P</a>`}},
	} {
		t.Run(string(c.format), func(t *testing.T) {
			d := newDesk(c.format, both, name)
			p, err := d.Paste(t.Context())
			if err != nil || len(p.Links) != 2 {
				t.Fatalf("pasted %+v, %v", p, err)
			}
			if diff := cmp.Diff(c.want, d.board.clip); diff != "" {
				t.Errorf("clipboard (-want +got):\n%s", diff)
			}
		})
	}
}

func TestNothingChangesWhenNothingCanBeCopied(t *testing.T) {
	message := "Y2lzY29zcGFyazovL3VzL01FU1NBR0UvYjY5YTBjNTAtM2ZhOC0xMWYwLWI3ZDYtNWQxN2I3MjY1NjFi"
	for _, c := range []struct {
		name, text string
		want       Pasted
	}{
		{"no Webex at all", "nothing to see here", Pasted{}},
		{"IDs without labels", marketing + "\n" + plans, Pasted{Ambiguous: 2}},
		{"the ID of a message", message, Pasted{Notices: []link.Notice{{Kind: link.NoticeMessageID, Value: message}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(link.URL, c.text)
			events := d.Watch()
			got, err := d.Paste(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got, cmpopts.IgnoreFields(link.Notice{}, "Value")); diff != "" {
				t.Errorf("pasted (-want +got):\n%s", diff)
			}
			if !got.Nothing() || d.board.text != c.text || d.links.links != nil || drain(events) != nil {
				t.Errorf("something changed: clipboard %q, links %v", d.board.text, d.links.links)
			}
		})
	}
}

func TestALinkThatCannotBeSavedIsCopiedAllTheSame(t *testing.T) {
	d := newDesk(link.URL, spaceInfo)
	d.links.err = errFull
	p, err := d.Paste(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if p.Unsaved != 1 || len(p.Links) != 1 || p.Links[0].Ref != 0 {
		t.Errorf("pasted %+v", p)
	}
	if want := "webexteams://im?space=" + marketing; d.board.text != want {
		t.Errorf("clipboard %q, want %q", d.board.text, want)
	}
	if err := d.Undo(t.Context(), p.Undo); err != nil {
		t.Fatal(err)
	}
	if d.board.text != spaceInfo {
		t.Errorf("clipboard after undo %q", d.board.text)
	}
}

func TestAClipboardThatFailsIsReported(t *testing.T) {
	broken := errors.New("hangs")
	d := newDesk(link.URL, spaceInfo)
	d.board.readErr = broken
	if p, err := d.Paste(t.Context()); !errors.Is(err, broken) || !p.Nothing() {
		t.Errorf("unreadable: %+v, %v", p, err)
	}
	d = newDesk(link.URL, spaceInfo)
	d.board.writeErr = broken
	p, err := d.Paste(t.Context())
	if !errors.Is(err, broken) || len(p.Links) != 1 || p.Undo == 0 {
		t.Errorf("unwritable: %+v, %v", p, err)
	}
	d.board.writeErr = nil
	if err := d.Undo(t.Context(), p.Undo); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int64{1}, d.links.deleted); diff != "" {
		t.Errorf("deleted (-want +got):\n%s", diff)
	}
}

func TestCopyLinkWritesASavedLinkInThePreferredFormat(t *testing.T) {
	d := newDesk(link.Markdown, "")
	saved, _, err := d.links.SaveLink(t.Context(), link.Target{Kind: link.Person, Email: "barbara@example.com", Name: "Barbara"}, "typed")
	if err != nil {
		t.Fatal(err)
	}
	p, err := d.CopyLink(t.Context(), saved.Ref)
	if err != nil {
		t.Fatal(err)
	}
	if want := "[Contact me in a Webex space](webexteams://im?email=barbara@example.com)"; d.board.text != want {
		t.Errorf("clipboard %q, want %q", d.board.text, want)
	}
	if p.Undo != 0 || len(p.Links) != 1 || d.links.used == nil {
		t.Errorf("copied %+v, used %v", p, d.links.used)
	}
	if _, err := d.CopyLink(t.Context(), 99); !errors.Is(err, errNoLink) {
		t.Errorf("copying a link that does not exist: %v", err)
	}
}

func TestPasteOverTheSocketTellsTheSame(t *testing.T) {
	s := serve(t)
	defer s.stop()
	s.board.text = spaceInfo + marketing
	p, err := s.Paste(t.Context())
	if err != nil || len(p.Links) != 1 || p.Links[0].Name != "Marketing" {
		t.Fatalf("pasted %+v, %v", p, err)
	}
	if err := s.Undo(t.Context(), p.Undo); err != nil {
		t.Fatal(err)
	}
	if s.board.text != spaceInfo+marketing {
		t.Errorf("clipboard after undo %q", s.board.text)
	}
	s.board.writeErr = errFull
	if p, err = s.Paste(t.Context()); codeOf(err) != "disk-full" || len(p.Links) != 1 {
		t.Errorf("saved but not copied: %+v, %v", p, err)
	}
	s.board.writeErr = nil
	if p, err = s.Client.CopyLink(t.Context(), 1); err != nil || len(p.Links) != 1 {
		t.Errorf("copied %+v, %v", p, err)
	}
	s.board.copied = Copied{Note: "rich-no-display"}
	copied, err := s.Copy(t.Context(), Clip{Text: "a", HTML: "<b>a</b>", PNG: []byte{1, 2}})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Copied{Note: "rich-no-display"}, copied); diff != "" {
		t.Errorf("copied (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(Clip{Text: "a", HTML: "<b>a</b>", PNG: []byte{1, 2}}, s.board.clip); diff != "" {
		t.Errorf("clipboard (-want +got):\n%s", diff)
	}
}
