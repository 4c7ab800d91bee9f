package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"foyer/cmd/internal/completion"
)

func TestCompletionKnowsWhatOnlyTheProgramKnows(t *testing.T) {
	p := newPlace(t)
	for line, want := range map[string]string{
		"show set":                         "settings",
		"start --page ro":                  "rooms",
		"autostart h":                      "hidden",
		"help ":                            "links",
		"config get links.f":               "links.format",
		"config set links.format mark":     "markdown",
		"config set clipboard.watch t":     "true",
		"outbox retry ":                    "all",
		"service check h":                  "huawei-meeting",
		"secret set huawei":                "huawei-meeting-app",
		"--profile /nowhere rooms free --": "--people",
	} {
		offered := p.completed(t, line)
		if !slices.Contains(offered, want) {
			t.Errorf("%q: %s is not offered, but %q", line, want, offered)
		}
	}
	if offered := p.completed(t, "config set no.such "); len(offered) != 0 {
		t.Errorf("a setting that is none may be %q", offered)
	}
}

// completed returns what is offered for a line, whose last word is being typed.
func (p place) completed(t *testing.T, line string) []string {
	t.Helper()
	got := p.run(t, "", append([]string{"complete-words", "--"}, strings.Split(line, " ")...)...)
	if got.code != exitDone || got.messages != "" {
		t.Fatalf("%q: exit %d, %s", line, got.code, got.messages)
	}
	var offered []string
	for _, candidate := range strings.Split(strings.TrimSuffix(got.out, "\n"), "\n")[1:] {
		word, _, _ := strings.Cut(candidate, "\t")
		offered = append(offered, word)
	}
	return offered
}

func TestCompletionSaysNothingOfBrokenSettings(t *testing.T) {
	p := newPlace(t)
	settings := filepath.Join(p.profile, "settings.toml")
	if err := os.WriteFile(settings, []byte("[links]\nformat = "), 0o600); err != nil {
		t.Fatal(err)
	}
	got := p.run(t, "", "complete-words", "--", "config", "get", "links.form")
	if got.out != "nothing\nlinks.format\n" || got.code != exitDone {
		t.Errorf("exit %d: %q", got.code, got.out)
	}
}

func TestScriptsAndManualPageArePrinted(t *testing.T) {
	p := newPlace(t)
	for _, shell := range completion.Shells() {
		if got := p.run(t, "", "completion", shell); got.out != completion.Script(shell) || got.code != exitDone {
			t.Errorf("completion %s: exit %d, %q", shell, got.code, got.out)
		}
	}
	if got := p.run(t, "", "completion", "tcsh"); got.code != exitWrong {
		t.Errorf("completion tcsh: exit %d", got.code)
	}
	page := p.run(t, "", "man")
	for _, part := range []string{`.TH "FOYER" "1" "" "foyer 9.9.9"`, `.SS "rooms free"`, "FOYER_CAM_TOKEN", `\fB6\fR`} {
		if page.code != exitDone || !strings.Contains(page.out, part) {
			t.Errorf("the manual page has no %s", part)
		}
	}
	if strings.Contains(page.out, "packages.man.") || strings.Contains(page.out, "cli.help.") {
		t.Error("the manual page has keys in the place of sentences")
	}
}

func TestAStartOnAPageThatIsNotThereIsWrong(t *testing.T) {
	p := newPlace(t)
	if got := p.run(t, "", "start", "--page", "kitchen"); got.code != exitWrong || !strings.Contains(got.messages, "kitchen") {
		t.Errorf("exit %d: %s", got.code, got.messages)
	}
	p.start(t)
	if got := p.run(t, "", "start", "--page", "rooms"); got.code != exitDone {
		t.Fatalf("exit %d: %s", got.code, got.messages)
	}
	await(t, "the window on its page", func() bool {
		return slices.ContainsFunc(p.windowEvents(), func(e string) bool { return strings.HasPrefix(e, "started") && strings.Contains(e, "rooms") })
	})
}
