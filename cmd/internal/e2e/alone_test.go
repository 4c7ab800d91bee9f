package e2e

import (
	"os"
	"strings"
	"testing"

	"foyer/cmd/internal/session"
)

func TestRichTextFromTheCommandLineIsHeldWithoutAnAgent(t *testing.T) {
	d := newDesk(t, session.Options{Bare: true})
	d.foyer("link", "person", "barbara@example.com", "--as", "richtext")
	const link = `<a href="webexteams://im?email=barbara@example.com">`
	_, err := d.WaitClipboard(t.Context(), "text/html", func(html string) bool { return strings.Contains(html, link) })
	d.must(err)
	// Something else is copied: the holder has nothing left to hold.
	d.must(d.Copy(t.Context(), "something else"))
	d.must(session.Await(t.Context(), "the holder's end", func() (bool, error) {
		pids, err := d.Pids(built.Foyer)
		return len(pids) == 0, err
	}))
}

func TestPasteFromTheCommandLineDoesWhatTheTrayDoes(t *testing.T) {
	for _, agent := range []bool{true, false} {
		name := map[bool]string{true: "with an agent", false: "without one"}[agent]
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, session.Options{Bare: !agent})
			if agent {
				d.startAgent()
			}
			d.must(d.Copy(t.Context(), spaceInfo))
			d.foyer("paste")
			_, err := d.WaitClipboard(t.Context(), "text/html", func(html string) bool { return strings.Contains(html, `<a href="`+spaceURL) })
			d.must(err)
			if urls := d.urls(); len(urls) != 1 || urls[0] != spaceURL {
				t.Errorf("saved links: %q", urls)
			}
		})
	}
}

func TestTheCommandLineNeedsNoDisplay(t *testing.T) {
	d := newDesk(t, session.Options{Bare: true})
	blind := []string{"DISPLAY=", "WAYLAND_DISPLAY=", "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent"}
	for _, args := range [][]string{
		{"link", "parse", "-", "--json"}, {"link", "save", spaceURL}, {"link", "list"}, {"config", "list"}, {"doctor"},
	} {
		out, err := d.RunWith(t.Context(), blind, []byte(spaceInfo), built.Foyer, args...)
		if err != nil {
			t.Errorf("%q: %v", args, err)
		}
		if len(out) == 0 {
			t.Errorf("%q prints nothing", args)
		}
	}
}

func TestExitCodesTellWhatWentWrong(t *testing.T) {
	d := newDesk(t, session.Options{Bare: true})
	list := d.Path("people.csv")
	if err := os.WriteFile(list, []byte("name;email\nBarbara Example;barbara@example.com\nNobody;\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		want int
		args []string
	}{
		{0, []string{"link", "person", "barbara@example.com", "--as", "url"}},
		{2, []string{"link", "person", "no address"}},
		{2, []string{"link", "bulk", d.Path("absent.csv"), "--as", "html"}},
		{2, []string{"no-such-command"}},
		{6, []string{"link", "bulk", list, "--as", "markdown"}},
	} {
		out, code := d.exit(c.args...)
		if code != c.want {
			t.Errorf("%q exits with %d, want %d", c.args, code, c.want)
		}
		if printed := out != ""; printed != (c.want == 0 || c.want == 6) {
			t.Errorf("%q prints %q as data", c.args, out)
		}
	}
}
