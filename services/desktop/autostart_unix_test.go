//go:build !windows && !darwin

package desktop

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/fault"
)

// newHome gives the test a home of its own and returns where entries are, and a program.
func newHome(t *testing.T) (entries, program string) {
	t.Helper()
	home := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "config"))
	t.Setenv("XDG_CONFIG_DIRS", filepath.Join(home, "system"))
	program = filepath.Join(home, "bin", "foyer")
	writeProgram(t, program)
	return filepath.Join(home, "config", "autostart"), program
}

func writeProgram(t *testing.T, path string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"), 0o700); err != nil {
		t.Fatal(err)
	}
}

func (a Autostart) mustSet(t *testing.T, on, shown bool) {
	t.Helper()
	if err := a.Set(t.Context(), on, shown); err != nil {
		t.Fatal(err)
	}
}

func (a Autostart) wantState(t *testing.T, want AutostartState) {
	t.Helper()
	got, err := a.State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("state (-want +got):\n%s", diff)
	}
}

func TestAnEntryIsMadeChangedAndRemoved(t *testing.T) {
	entries, program := newHome(t)
	a := Autostart{Program: program}
	path := filepath.Join(entries, "foyer.desktop")
	a.wantState(t, AutostartState{Path: path})
	a.mustSet(t, false, false) // nothing to remove
	for _, shown := range []bool{false, true, false} {
		a.mustSet(t, true, shown)
		a.wantState(t, AutostartState{On: true, Shown: shown, Path: path})
	}
	a.mustSet(t, false, false)
	a.wantState(t, AutostartState{Path: path})
	if left, err := os.ReadDir(entries); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestEachProfileHasAnEntryOfItsOwn(t *testing.T) {
	entries, program := newHome(t)
	usual, other := Autostart{Program: program}, Autostart{Program: program, Profile: "/home/barbara/My profile"}
	other.mustSet(t, true, true)
	usual.wantState(t, AutostartState{Path: filepath.Join(entries, "foyer.desktop")})
	usual.mustSet(t, true, false)
	state, err := other.State(t.Context())
	if err != nil || !state.On || !state.Shown {
		t.Errorf("the other profile's entry: %+v, %v", state, err)
	}
	entry, err := readDesktopEntry(state.Path)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{program, "start", "--shown", "--profile", "/home/barbara/My profile"}
	if diff := cmp.Diff(want, entry.command()); diff != "" {
		t.Errorf("command (-want +got):\n%s", diff)
	}
}

func TestAnEntryThatTheDesktopSwitchedOffIsOff(t *testing.T) {
	entries, program := newHome(t)
	a := Autostart{Program: program}
	path := filepath.Join(entries, "foyer.desktop")
	for _, line := range []string{"Hidden=true", "X-GNOME-Autostart-enabled=false"} {
		writeFile(t, path, "[Desktop Entry]\nType=Application\nName=Foyer\nExec="+program+" start --shown\n"+line+"\n\n[Other]\nHidden=false\n")
		a.wantState(t, AutostartState{Shown: true, Path: path})
		a.mustSet(t, true, true)
		a.wantState(t, AutostartState{On: true, Shown: true, Path: path})
	}
}

func TestWhatElseAnEntrySaysIsKept(t *testing.T) {
	entries, program := newHome(t)
	a := Autostart{Program: program}
	path := filepath.Join(entries, "foyer.desktop")
	writeFile(t, path, "# mine\n[Desktop Entry]\nName=Foyer\nName[de]=Empfang\nX-GNOME-Autostart-Delay=20\nExec=/gone/foyer start --hidden\n\n[Desktop Action x]\nExec=other\n")
	a.mustSet(t, true, true)
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := "# mine\n[Desktop Entry]\nName=Foyer\nName[de]=Empfang\nX-GNOME-Autostart-Delay=20\nExec=" + program + " start --shown\nTryExec=" +
		program + "\nX-GNOME-Autostart-enabled=true\n\n[Desktop Action x]\nExec=other\n"
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("entry (-want +got):\n%s", diff)
	}
}

func TestAProgramThatMovedIsReportedAndRepaired(t *testing.T) {
	entries, program := newHome(t)
	before := filepath.Join(filepath.Dir(program), "before")
	writeProgram(t, before)
	Autostart{Program: before}.mustSet(t, true, true)
	a, path := Autostart{Program: program}, filepath.Join(entries, "foyer.desktop")
	a.wantState(t, AutostartState{On: true, Shown: true, Path: path, Stale: before}) // another one
	if err := os.Remove(before); err != nil {
		t.Fatal(err)
	}
	a.wantState(t, AutostartState{On: true, Shown: true, Path: path, Stale: before}) // gone
	if err := os.Symlink(program, before); err != nil {
		t.Fatal(err)
	}
	a.wantState(t, AutostartState{On: true, Shown: true, Path: path}) // the same by another name
	if err := os.Remove(before); err != nil {
		t.Fatal(err)
	}
	a.mustSet(t, true, false)
	a.wantState(t, AutostartState{On: true, Path: path})
}

func TestAnEntryForEverybodyIsSwitchedOffForOne(t *testing.T) {
	entries, program := newHome(t)
	system := filepath.Join(os.Getenv("XDG_CONFIG_DIRS"), "autostart", "foyer.desktop")
	if err := os.MkdirAll(filepath.Dir(system), 0o700); err != nil {
		t.Fatal(err)
	}
	writeFile(t, system, "[Desktop Entry]\nType=Application\nName=Foyer\nExec=foyer start --hidden %U\n")
	t.Setenv("PATH", filepath.Dir(program))
	a, path := Autostart{Program: program}, filepath.Join(entries, "foyer.desktop")
	a.wantState(t, AutostartState{On: true, Path: path})
	a.mustSet(t, false, false)
	a.wantState(t, AutostartState{Path: path})
	a.mustSet(t, true, true)
	a.wantState(t, AutostartState{On: true, Shown: true, Path: path})
}

func TestEntriesThatMakeNoSenseAreOff(t *testing.T) {
	entries, program := newHome(t)
	a, path := Autostart{Program: program}, filepath.Join(entries, "foyer.desktop")
	if err := os.MkdirAll(entries, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, content := range []string{"", "\x00\xff", "[Desktop Entry]", "[Desktop Entry]\nExec=\n", "[Desktop Entry]\nExec=\"never closed\n", "Exec=foyer\n", strings.Repeat("x", 2*maxEntry)} {
		writeFile(t, path, content)
		if got, err := a.State(t.Context()); err != nil || got.On {
			t.Errorf("%.20q is %+v, %v", content, got, err)
		}
		a.mustSet(t, true, false)
		a.wantState(t, AutostartState{On: true, Path: path})
	}
}

func TestEntriesThatCannotBeWrittenAreReported(t *testing.T) {
	entries, program := newHome(t)
	wantFault(t, Autostart{Program: "foyer"}.Set(t.Context(), true, false), fault.Invalid, CodeBadProgram)
	wantFault(t, Autostart{}.Set(t.Context(), true, false), fault.Invalid, CodeBadProgram)
	wantFault(t, Autostart{Program: program + "\nHidden=true"}.Set(t.Context(), true, false), fault.Invalid, CodeBadProgram)
	wantFault(t, Autostart{Program: program, Profile: "here"}.Set(t.Context(), true, false), fault.Invalid, CodeBadProgram)
	for _, folder := range []string{"50%", "a=b"} {
		wantFault(t, Autostart{Program: "/opt/" + folder + "/foyer"}.Set(t.Context(), true, false), fault.Invalid, CodeBadProgram)
	}
	writeFile(t, filepath.Dir(entries), "a file where the folder should be")
	wantFault(t, Autostart{Program: program}.Set(t.Context(), true, false), fault.Other, CodeUnwritable)
	t.Setenv("XDG_CONFIG_HOME", "")
	t.Setenv("HOME", "")
	_, err := Autostart{Program: program}.State(t.Context())
	wantFault(t, err, fault.NotConfigured, CodeNoHome)
	wantFault(t, Autostart{Program: program}.Set(t.Context(), true, false), fault.NotConfigured, CodeNoHome)
}

func TestArgumentsOfEntriesAreRoundTripped(t *testing.T) {
	for _, command := range [][]string{
		{"/usr/bin/foyer", "start"}, {"/opt/My Foyer/foyer"}, {`/a"b$c` + "`" + `d\e`, "100%", "%U", "%%"}, {"/büro/東京", "~", "#", "a'b", ""},
	} {
		entry := newDesktopEntry()
		entry.setCommand(command)
		if diff := cmp.Diff(command, entry.command()); diff != "" {
			t.Errorf("%q as %q (-want +got):\n%s", command, entry.lines, diff)
		}
	}
	entry := newDesktopEntry()
	entry.setCommand([]string{`/a b\c$`, "50%"})
	// By the specification: a backslash for the quote, and another one for the value.
	if want := `Exec="/a b\\\\c\\$" 50%%`; entry.lines[1] != want {
		t.Errorf("%s, want %s", entry.lines[1], want)
	}
}

func FuzzDesktopEntry(f *testing.F) {
	f.Add("[Desktop Entry]\nExec=foyer\n", "/a b")
	f.Add("", `"$%\`)
	f.Add("[Other]\n\n[Desktop Entry]\n\n", "x")
	f.Fuzz(func(t *testing.T, content, argument string) {
		entry := &desktopEntry{lines: strings.Split(content, "\n")}
		entry.command()
		if !entry.isEntry() || strings.ContainsAny(argument, "\n\r\t") || !writable(argument) {
			return
		}
		command := []string{"/foyer", argument}
		entry.setCommand(command)
		if diff := cmp.Diff(command, entry.command()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", entry.lines, diff)
		}
	})
}
