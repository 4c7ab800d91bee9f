package e2e

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/cmd/internal/session"
)

func TestTheMenuShowsPinnedThenRecentLinks(t *testing.T) {
	d := withAgent(t, full)
	first := []string{"Paste space info", "New link…", "-"}
	last := []string{"All links…", "-", "Send message…", "Invite participants…", "-", "Open Foyer", "Settings…", "Quit"}
	if diff := cmp.Diff(append(append([]string{}, first...), last...), d.labels()); diff != "" {
		t.Errorf("menu without links (-want +got):\n%s", diff)
	}
	for _, address := range []string{"a", "b", "c", "d", "e", "snake_case"} {
		d.foyer("link", "save", address+"@example.com")
	}
	d.foyer("link", "save", "--pin", "Barbara Example <barbara@example.com>")
	want := append(append([]string{}, first...),
		"★ Barbara Example", "snake_case@example.com", "e@example.com", "d@example.com", "c@example.com")
	want = append(want, last...)
	d.must(session.Await(t.Context(), "the menu with the saved links", func() (bool, error) {
		return strings.Contains(strings.Join(d.labels(), "\n"), "Barbara Example"), nil
	}))
	got := d.labels()
	for i := range got {
		got[i] = strings.TrimLeft(got[i], "\u2003 ") // the unpinned ones stand under the pinned one's name
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("menu (-want +got):\n%s", diff)
	}
}

func TestAClickOnALinkInTheMenuCopiesIt(t *testing.T) {
	d := withAgent(t, full)
	d.foyer("link", "save", "--pin", "Barbara Example <barbara@example.com>")
	d.must(session.Await(t.Context(), "the saved link in the menu", func() (bool, error) {
		return strings.Contains(strings.Join(d.labels(), "\n"), "Barbara Example"), nil
	}))
	d.choose("★ Barbara Example")
	const link = `<a href="webexteams://im?email=barbara@example.com">Contact me in a Webex space</a>`
	_, err := d.WaitClipboard(t.Context(), "text/html", func(html string) bool { return strings.Contains(html, link) })
	d.must(err)
	_, err = d.WaitNotice(t.Context(), 0, func(n session.Notice) bool { return n.Title == "Barbara Example: link copied" })
	d.must(err)
}

func TestQuitInTheMenuEndsTheAgent(t *testing.T) {
	d := withAgent(t, full)
	d.choose("Quit")
	code, err := d.agent.ExitCode(t.Context())
	d.must(err)
	if code != 0 {
		t.Errorf("the agent ended with %d", code)
	}
	items, err := d.TrayItems(t.Context())
	d.must(err)
	if len(items) != 0 {
		t.Errorf("%d icons stay in the tray", len(items))
	}
}
