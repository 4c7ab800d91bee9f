package desktop

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/windows/registry"

	"foyer/services/fault"
)

func wantAutostart(t *testing.T, a Autostart, want AutostartState) {
	t.Helper()
	got, err := a.State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("state (-want +got):\n%s", diff)
	}
}

func set(t *testing.T, a Autostart, on, shown bool) {
	t.Helper()
	if err := a.Set(t.Context(), on, shown); err != nil {
		t.Fatal(err)
	}
}

func TestTheRunKeyStartsFoyer(t *testing.T) {
	program := filepath.Join(t.TempDir(), "My Foyer", "foyer.exe")
	if err := os.MkdirAll(filepath.Dir(program), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(program, []byte("MZ"), 0o700); err != nil {
		t.Fatal(err)
	}
	a, path := Autostart{Program: program}, `HKEY_CURRENT_USER\`+runKey+`\Foyer`
	wantAutostart(t, a, AutostartState{Path: path})
	set(t, a, false, false) // nothing to remove
	for _, shown := range []bool{false, true} {
		set(t, a, true, shown)
		wantAutostart(t, a, AutostartState{On: true, Shown: shown, Path: path})
	}
	line, err := registryValue(registry.CURRENT_USER, runKey, "Foyer")
	if want := `"` + program + `" start --shown`; err != nil || line != want {
		t.Errorf("the command is %s, %v, want %s", line, err, want)
	}
	other := Autostart{Program: program, Profile: `C:\profiles\other`}
	set(t, other, true, false)
	set(t, a, false, false)
	wantAutostart(t, a, AutostartState{Path: path})
	state, err := other.State(t.Context())
	if err != nil || !state.On || !strings.HasPrefix(state.Path, path+"-") {
		t.Errorf("the other profile's entry: %+v, %v", state, err)
	}
	if err := os.Remove(program); err != nil {
		t.Fatal(err)
	}
	wantAutostart(t, other, AutostartState{On: true, Path: state.Path, Stale: program})
	set(t, other, false, false)
}

func TestAnEntryThatTheTaskManagerSwitchedOffIsOff(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	a, path := Autostart{Program: program}, `HKEY_CURRENT_USER\`+runKey+`\Foyer`
	set(t, a, true, true)
	defer set(t, a, false, false)
	for note, on := range map[byte]bool{2: true, 3: false, 6: true, 7: false} {
		key, _, err := registry.CreateKey(registry.CURRENT_USER, approvedKey, registry.SET_VALUE)
		if err != nil {
			t.Fatal(err)
		}
		if err := key.SetBinaryValue("Foyer", append([]byte{note}, make([]byte, 11)...)); err != nil {
			t.Fatal(err)
		}
		key.Close()
		wantAutostart(t, a, AutostartState{On: on, Shown: true, Path: path})
	}
	set(t, a, true, true)
	wantAutostart(t, a, AutostartState{On: true, Shown: true, Path: path})
}

func TestProgramsWithoutAPlaceAreRefused(t *testing.T) {
	for _, a := range []Autostart{{}, {Program: "foyer.exe"}, {Program: `C:\foyer.exe`, Profile: "here"}, {Program: "C:\\foyer\n.exe"}} {
		wantFault(t, a.Set(t.Context(), true, false), fault.Invalid, CodeBadProgram)
	}
}
