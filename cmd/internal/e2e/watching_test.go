package e2e

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/cmd/internal/session"
)

const found = "Marketing: space info copied"

// watched starts a desktop in which copies are looked at.
func watched(t *testing.T) *desk {
	t.Helper()
	d := withAgent(t, full)
	d.foyer("config", "set", "clipboard.watch", "true")
	d.says("clipboard watching", func(f finding) bool { return f.State == "ok" && f.Detail == "XFixes" })
	return d
}

func (d *desk) isFound() {
	d.t.Helper()
	_, err := d.WaitNotice(d.t.Context(), 0, func(n session.Notice) bool { return n.Title == found })
	d.must(err)
}

// times counts the notifications with a title.
func (d *desk) times(title string) (n int) {
	for _, notice := range d.Notices() {
		if notice.Title == title {
			n++
		}
	}
	return n
}

func TestCopiedSpaceInfoIsOfferedAndCopiedOnlyWhenWanted(t *testing.T) {
	d := watched(t)
	for _, text := range []string{"lunch at noon?", "barbara@example.com", "Come to " + spaceURL} {
		d.must(d.Copy(t.Context(), text))
	}
	d.must(d.Copy(t.Context(), spaceInfo))
	d.isFound()
	if text, err := d.Paste(t.Context(), "UTF8_STRING"); err != nil || text != spaceInfo {
		t.Errorf("the clipboard holds %q, %v", text, err)
	}
	if links := d.saved(); len(links) != 0 {
		t.Errorf("saved before anybody wanted it: %+v", links)
	}
	if got := d.labels()[0]; got != "Copy the link of Marketing" {
		t.Errorf("the menu begins with %q", got)
	}
	d.must(d.Copy(t.Context(), spaceInfo)) // another program with the same
	d.must(d.PressAction(t.Context(), 0))
	d.isCopied(0, "Marketing")
	_, err := d.WaitClipboard(t.Context(), "text/html", func(html string) bool { return strings.Contains(html, `<a href="`+spaceURL) })
	d.must(err)
	if urls := d.urls(); len(urls) != 1 || urls[0] != spaceURL {
		t.Errorf("saved links: %q", urls)
	}
	d.must(session.Await(t.Context(), "the menu without what was found", func() (bool, error) { return d.labels()[0] == "Paste space info", nil }))
	if all := d.Notices(); len(all) != 2 {
		t.Errorf("notifications: %+v", all)
	}
}

func TestOpenOnWhatWasFoundSavesNothing(t *testing.T) {
	d := watched(t)
	d.must(d.Copy(t.Context(), spaceInfo))
	d.isFound()
	d.must(d.PressAction(t.Context(), 1))
	opened, err := d.WaitOpened(t.Context(), 1)
	d.must(err)
	if diff := cmp.Diff([]string{spaceURL}, opened); diff != "" {
		t.Errorf("opened (-want +got):\n%s", diff)
	}
	if links := d.saved(); len(links) != 0 {
		t.Errorf("saved: %+v", links)
	}
}

func TestWatchingIsOffAtFirstAndEndsAtOnce(t *testing.T) {
	d := withAgent(t, full)
	d.says("clipboard watching", func(f finding) bool { return f.State == "ok" && f.Detail == "switched off" })
	d.must(d.Copy(t.Context(), spaceInfo))
	d.foyer("config", "set", "clipboard.watch", "true")
	d.says("clipboard watching", func(f finding) bool { return f.Detail == "XFixes" })
	d.must(d.Copy(t.Context(), strings.ReplaceAll(spaceInfo, "Marketing", "Sales")))
	_, err := d.WaitNotice(t.Context(), 0, func(n session.Notice) bool { return n.Title == "Sales: space info copied" })
	d.must(err)
	d.foyer("config", "set", "clipboard.watch", "false")
	d.says("clipboard watching", func(f finding) bool { return f.Detail == "switched off" })
	d.must(session.Await(t.Context(), "the menu without what was found", func() (bool, error) { return d.labels()[0] == "Paste space info", nil }))
	d.must(d.Copy(t.Context(), spaceInfo))
	d.choose("Paste space info") // whatever watching told before this would have been told
	d.isCopied(0, "Marketing")
	if n := d.times(found); n != 0 {
		t.Errorf("told %d times of what was copied while nobody watched", n)
	}
}

func TestTheNoticeCanBeSwitchedOffAlone(t *testing.T) {
	d := watched(t)
	d.foyer("config", "set", "notifications.found", "false")
	d.must(d.Copy(t.Context(), spaceInfo))
	d.must(session.Await(t.Context(), "the menu with what was found", func() (bool, error) { return d.labels()[0] == "Copy the link of Marketing", nil }))
	d.choose("Copy the link of Marketing")
	d.isCopied(0, "Marketing")
	if n := d.times(found); n != 0 {
		t.Errorf("told %d times", n)
	}
}
