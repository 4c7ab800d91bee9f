package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheProfileIsFoundBeforeTheArgumentsAreRead(t *testing.T) {
	for _, c := range []struct {
		args, folder string
		demo         bool
	}{
		{"", "", false}, {"link list", "", false}, {"--profile /p link list", "/p", false}, {"link list --profile=/p", "/p", false},
		{"--demo", "", true}, {"--demo --profile /p", "/p", true}, {"--profile", "", false},
		{"send -- --profile /p --demo", "", false}, {"--profile /a --profile=/b", "/b", false},
	} {
		folder, demo := profileOf(strings.Fields(c.args))
		if folder != c.folder || demo != c.demo {
			t.Errorf("%q: got %q, %v", c.args, folder, demo)
		}
	}
}

func TestTheCommandLineSpeaksTheLanguageOfTheSettings(t *testing.T) {
	p := newPlace(t)
	if got := p.run(t, "", "config", "set", "look.language", "de"); got.code != exitDone {
		t.Fatal(got.messages)
	}
	german := p.run(t, "", "--help").out
	if !strings.Contains(german, "Der Empfang") {
		t.Errorf("help says:\n%s", german)
	}
	if got := p.run(t, "", "dance"); got.code != exitWrong || !strings.Contains(got.messages, "foyer --help sagt") {
		t.Errorf("a mistake is answered with %d:\n%s", got.code, got.messages)
	}
	// A broken file is still told, and help comes without it.
	if err := os.WriteFile(filepath.Join(p.profile, "settings.toml"), []byte("[look]\nlanguage = \"de\"\n[[["), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := p.run(t, "", "--help"); got.code != exitDone || !strings.Contains(got.out, "front desk") {
		t.Errorf("help with broken settings: %d\n%s%s", got.code, got.out, got.messages)
	}
	if left, err := os.ReadFile(filepath.Join(p.profile, "settings.toml")); err != nil || len(left) == 0 {
		t.Errorf("help has touched the settings: %v", err)
	}
}

func TestTimesOfTheCommandLineFollowTheRegion(t *testing.T) {
	p, o := utc(t)
	booked(t, o)
	p.env = append(p.env, "LC_ALL=", "LC_TIME=en_US.UTF-8", "LANG=C")
	day := p.run(t, "", "rooms", "show", theDay)
	for _, want := range []string{"10:00 AM–11:30 AM", "2031-03-17 10:30 PM – 2031-03-18 1:30 AM"} {
		if !strings.Contains(day.out, want) {
			t.Errorf("%q is missing in\n%s", want, day.out)
		}
	}
	// What is written so is read so, and what machines read has not changed.
	free := p.run(t, "", "--json", "rooms", "free", "--from", "2031-03-17 1:00 PM", "--to", "2:00 PM", "--words", "screen floor")
	if free.code != exitDone || !strings.Contains(free.out, `"free":true`) {
		t.Errorf("exit %d: %s%s", free.code, free.out, free.messages)
	}
	if got := p.run(t, "", "--json", "rooms", "show", theDay); !strings.Contains(got.out, `"2031-03-17T22:30:00Z"`) {
		t.Errorf("JSON has other times: %s", got.out)
	}
	p.env = append(p.env, "LANGUAGE=ja")
	if got := p.run(t, "", "rooms", "show", theDay); !strings.Contains(got.out, "午前10:00–午前11:30") {
		t.Errorf("in Japanese:\n%s", got.out)
	}
}
