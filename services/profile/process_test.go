package profile

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"foyer/services/fault"
)

// The other process is this test binary, started again with these in its environment.
const (
	pathVariable = "FOYER_PROFILE_TEST_PATH"
	keyVariable  = "FOYER_PROFILE_TEST_KEY"
)

// setMany counts one setting up from 1000 to 1100.
func setMany(path, key string) int {
	f, err := Open(path)
	for n := 1000; n <= 1100 && err == nil; n++ {
		err = f.Set(key, strconv.Itoa(n))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func TestTwoProcessesSettingAtOnceLoseNeithersKey(t *testing.T) {
	path := filepath.Join(folder(t), "settings.toml")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var running []*exec.Cmd
	for _, key := range []string{WindowWidth, WindowHeight} {
		cmd := exec.CommandContext(t.Context(), self)
		cmd.Env = append(os.Environ(), "GORACE=atexit_sleep_ms=10", pathVariable+"="+path, keyVariable+"="+key)
		cmd.Stderr = os.Stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		running = append(running, cmd)
	}
	for _, cmd := range running {
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	}
	if v := opened(t, path).Values(); v.Width != 1100 || v.Height != 1100 {
		t.Errorf("%d × %d", v.Width, v.Height)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); len(left) != 2 {
		t.Errorf("left %v, want the file and its lock", left)
	}
}

func TestReloadSeesWhatOthersWrote(t *testing.T) {
	f := opened(t, filepath.Join(folder(t), "settings.toml"))
	other := opened(t, f.path)
	reload := func(rule string, want bool) {
		t.Helper()
		if changed, err := f.Reload(); changed != want || err != nil {
			t.Errorf("%s: changed %v, error %v", rule, changed, err)
		}
	}
	reload("no file yet", false)
	set(t, other, LookTheme, "light")
	reload("written by another", true)
	reload("read already", false)
	for range 20 {
		// The same size within the same tick of the clock.
		set(t, other, LookTextSize, "150")
		reload("written again", true)
		set(t, other, LookTextSize, "151")
		reload("and again", true)
	}
	set(t, f, LookTheme, "dark")
	reload("written by itself", false)
	if v := f.Values(); v.Theme != "dark" || v.TextSize != 151 {
		t.Errorf("%+v", v)
	}
	if err := os.Remove(f.path); err != nil {
		t.Fatal(err)
	}
	reload("removed", true)
	if f.Values().Theme != "system" {
		t.Errorf("%+v", f.Values())
	}
}

func TestReloadLeavesAFileThatIsBeingEditedAlone(t *testing.T) {
	f := written(t, "[look]\ntheme = \"dark\"\n")
	if err := os.WriteFile(f.path, []byte("[look]\ntheme = \"li"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := f.Reload()
	if e, ok := errors.AsType[*fault.Error](err); !ok || e.Code != CodeBroken {
		t.Errorf("got %v", err)
	}
	if f.Values().Theme != "dark" || content(t, f) != "[look]\ntheme = \"li" {
		t.Errorf("%+v\n%s", f.Values(), content(t, f))
	}
	// A change now keeps both: the half-written file aside, the last good one as the base.
	set(t, f, LookTextSize, "150")
	if v := opened(t, f.path).Values(); v.Theme != "dark" || v.TextSize != 150 {
		t.Errorf("%+v", v)
	}
	if w := f.Warnings(); len(w) != 1 || w[0].Code != CodeBroken {
		t.Fatalf("warnings %+v", w)
	}
	if kept, err := os.ReadFile(f.Warnings()[0].Path); err != nil || !strings.HasSuffix(string(kept), "\"li") {
		t.Errorf("kept %q, error %v", kept, err)
	}
}

func TestLockIsNotWaitedForForEver(t *testing.T) {
	path := filepath.Join(folder(t), "settings.toml")
	err := locked(path, func() error {
		return lockedWithin(path, 20*time.Millisecond, func() error { return nil })
	})
	if !errors.Is(err, errBusy) || codeOf(err) != CodeBusy {
		t.Errorf("got %v", err)
	}
}
