package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"foyer/cmd/internal/session"
)

const barbara = `<a href="webexteams://im?email=barbara@example.com">Contact me in a Webex space</a>`

func TestRichTextOutlivesACommandWithoutAgent(t *testing.T) {
	s, p := bareDesktop(t)
	got := p.run(t, "", "link", "person", "barbara@example.com", "--as", "richtext")
	if got.code != exitDone || got.out != "" || !strings.Contains(got.messages, "as rich text") {
		t.Fatalf("%+v", got)
	}
	for target, want := range map[string]string{"text/html": barbara, "UTF8_STRING": "Contact me in a Webex space: webexteams://im?email=barbara@example.com"} {
		if on, err := s.Paste(t.Context(), target); err != nil || !strings.Contains(on, want) {
			t.Errorf("%s: %q, %v", target, on, err)
		}
	}
	if n := holders(t); n != 1 {
		t.Errorf("%d processes hold the clipboard", n)
	}
	if err := s.Copy(t.Context(), "something else"); err != nil {
		t.Fatal(err)
	}
	await(t, "the background process to end", func() bool { return holders(t) == 0 })
}

func TestRichTextWorksFromAScriptWithClosedPipes(t *testing.T) {
	s, p := bareDesktop(t)
	script := exec.CommandContext(t.Context(), "sh", "-c", `"$0" --profile "$1" link person barbara@example.com --as richtext <&- >&- 2>&-`, program, p.profile)
	script.Env = p.env
	if err := script.Run(); err != nil {
		t.Fatal(err)
	}
	if on, err := s.Paste(t.Context(), "text/html"); err != nil || !strings.Contains(on, barbara) {
		t.Errorf("text/html: %q, %v", on, err)
	}
	// A command substitution ends although something holds the clipboard in the background.
	substitution := exec.CommandContext(t.Context(), "sh", "-c", `x=$("$0" --profile "$1" link person b@example.com --as richtext 2>&1); echo "$x"`, program, p.profile)
	substitution.Env, substitution.WaitDelay = p.env, time.Second
	if out, err := substitution.Output(); err != nil || !strings.Contains(string(out), "as rich text") {
		t.Errorf("%q, %v", out, err)
	}
	if err := s.Copy(t.Context(), "something else"); err != nil {
		t.Fatal(err)
	}
	await(t, "the background processes to end", func() bool { return holders(t) == 0 })
}

func TestTheRunningAgentHoldsRichTextForCommands(t *testing.T) {
	s, p := bareDesktop(t)
	p.start(t)
	if got := p.run(t, "", "link", "person", "barbara@example.com", "--as", "richtext"); got.code != exitDone {
		t.Fatalf("%+v", got)
	}
	if on, err := s.Paste(t.Context(), "text/html"); err != nil || !strings.Contains(on, barbara) {
		t.Errorf("text/html: %q, %v", on, err)
	}
	if n := holders(t); n != 0 {
		t.Errorf("%d processes hold the clipboard beside the agent", n)
	}
}

func TestPasteOnTheCommandLineWithAndWithoutAgent(t *testing.T) {
	for _, running := range []bool{false, true} {
		s, p := bareDesktop(t)
		if running {
			p.start(t)
		}
		if err := s.Copy(t.Context(), spaceInfo); err != nil {
			t.Fatal(err)
		}
		got := p.run(t, "", "paste")
		if got.code != exitDone || !strings.Contains(got.out, spaceURL) || !strings.Contains(got.messages, "Marketing: link copied") {
			t.Errorf("agent %t: %+v", running, got)
		}
		if on, err := s.Paste(t.Context(), "text/html"); err != nil || !strings.Contains(on, spaceURL) {
			t.Errorf("agent %t: text/html: %q, %v", running, on, err)
		}
		pasteNothing(t, s, p)
	}
}

// pasteNothing pastes what holds no link, or none that is meant; the clipboard stays as it was.
func pasteNothing(t *testing.T, s *session.Session, p place) {
	t.Helper()
	for _, c := range []struct{ text, says string }{
		{"nothing to see here", "holds no Webex space"},
		{marketing + "\n" + other, "holds 2 IDs"},
	} {
		if err := s.Copy(t.Context(), c.text); err != nil {
			t.Fatal(err)
		}
		if got := p.run(t, "", "paste", "--json"); got.code != exitWrong || !strings.Contains(got.messages, c.says) || !strings.HasPrefix(got.out, `{"links":[],`) {
			t.Errorf("%q: %+v", c.text, got)
		}
		if on, err := s.Paste(t.Context(), "UTF8_STRING"); err != nil || on != c.text {
			t.Errorf("the clipboard holds %q, %v", on, err)
		}
	}
}

func TestALinkIsCopiedThoughTheDiskTakesNoMore(t *testing.T) {
	s, p := bareDesktop(t)
	if err := os.Mkdir(p.profile+"/foyer.db", 0o700); err != nil { // as good as a full disk
		t.Fatal(err)
	}
	for _, running := range []bool{false, true} {
		if running {
			p.start(t)
		}
		if err := s.Copy(t.Context(), spaceInfo); err != nil {
			t.Fatal(err)
		}
		got := p.run(t, "", "paste")
		if got.code != exitPartly || !strings.Contains(got.messages, "It could not be saved.") {
			t.Errorf("agent %t: %+v", running, got)
		}
		if on, err := s.Paste(t.Context(), "text/html"); err != nil || !strings.Contains(on, spaceURL) {
			t.Errorf("agent %t: text/html: %q, %v", running, on, err)
		}
	}
}

func TestAKilledAgentHasSavedWhatItTold(t *testing.T) {
	s, p := bareDesktop(t)
	cmd := p.start(t)
	if err := s.Copy(t.Context(), spaceInfo); err != nil {
		t.Fatal(err)
	}
	if got := p.run(t, "", "paste"); got.code != exitDone {
		t.Fatalf("%+v", got)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if got := p.run(t, "", "link", "list"); !strings.Contains(got.out, "Marketing") {
		t.Errorf("%+v", got)
	}
}
