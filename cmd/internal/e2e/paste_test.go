package e2e

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/cmd/internal/session"
)

// pasted copies space info as Webex does, chooses Paste space info, and waits for the link.
func pasted(t *testing.T) *desk {
	t.Helper()
	d := withAgent(t, full)
	d.must(d.Copy(t.Context(), spaceInfo))
	d.choose("Paste space info")
	_, err := d.WaitNotice(t.Context(), 0, func(n session.Notice) bool { return n.Title == "Marketing: link copied" })
	d.must(err)
	return d
}

func TestPasteFromTheTrayPutsALinkOnTheClipboard(t *testing.T) {
	d := pasted(t)
	html, err := d.WaitClipboard(t.Context(), "text/html", func(html string) bool { return strings.Contains(html, `<a href="`+spaceURL) })
	d.must(err)
	want := `<a href="` + spaceURL + `">Join me in the Marketing Webex space</a>`
	if !strings.Contains(html, want) {
		t.Errorf("text/html is %q, without %q", html, want)
	}
	plain, err := d.Paste(t.Context(), "UTF8_STRING")
	d.must(err)
	if !strings.Contains(plain, spaceURL) || strings.Contains(plain, "<a ") {
		t.Errorf("plain text is %q", plain)
	}
	targets, err := d.Targets(t.Context())
	d.must(err)
	for _, target := range []string{"TARGETS", "TIMESTAMP", "MULTIPLE", "text/html", "text/plain", "UTF8_STRING"} {
		if !slices.Contains(targets, target) {
			t.Errorf("the clipboard does not offer %s; it offers %q", target, targets)
		}
	}
	links := d.saved()
	if len(links) != 1 || links[0].ID != spaceID || links[0].Name != "Marketing" {
		t.Errorf("saved links: %+v", links)
	}
	if !slices.Contains(d.labels(), "Marketing") {
		t.Errorf("the tray menu has no entry for the space: %q", d.labels())
	}
}

func TestUndoGivesTheClipboardBack(t *testing.T) {
	d := pasted(t)
	d.must(d.PressAction(t.Context(), 1))
	got, err := d.WaitClipboard(t.Context(), "UTF8_STRING", func(text string) bool { return text == spaceInfo })
	if err != nil {
		t.Errorf("%v (-want +got):\n%s", err, cmp.Diff(spaceInfo, got))
	}
	d.must(session.Await(t.Context(), "the link to go", func() (bool, error) { return len(d.saved()) == 0, nil }))
}

func TestOpenOnTheNotificationReachesTheHandler(t *testing.T) {
	d := pasted(t)
	d.must(d.PressAction(t.Context(), 0))
	opened, err := d.WaitOpened(t.Context(), 1)
	d.must(err)
	if diff := cmp.Diff([]string{spaceURL}, opened); diff != "" {
		t.Errorf("opened (-want +got):\n%s", diff)
	}
}

func TestPasteWithoutALinkChangesNothing(t *testing.T) {
	d := withAgent(t, full)
	d.must(d.Copy(t.Context(), "lunch at noon?"))
	d.choose("Paste space info")
	notice, err := d.WaitNotice(t.Context(), 0, func(session.Notice) bool { return true })
	d.must(err)
	if want := "The clipboard holds no Webex space, link or e-mail address."; notice.Body != want {
		t.Errorf("the notification says %q, want %q", notice.Body, want)
	}
	text, err := d.Paste(t.Context(), "UTF8_STRING")
	d.must(err)
	if text != "lunch at noon?" {
		t.Errorf("the clipboard holds %q", text)
	}
	if links := d.saved(); len(links) != 0 {
		t.Errorf("saved links: %+v", links)
	}
}

func TestPreferredFormatDecidesWhatIsPasted(t *testing.T) {
	d := withAgent(t, full)
	d.foyer("config", "set", "links.format", "markdown")
	d.must(d.Copy(t.Context(), spaceInfo))
	d.choose("Paste space info")
	want := "[Join me in the Marketing Webex space](" + spaceURL + ")"
	got, err := d.WaitClipboard(t.Context(), "UTF8_STRING", func(text string) bool { return text == want })
	if err != nil {
		t.Errorf("%v (-want +got):\n%s", err, cmp.Diff(want, got))
	}
}
