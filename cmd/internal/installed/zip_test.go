//go:build packaged

package installed

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"image"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tc-hib/winres"
	"github.com/tc-hib/winres/version"

	"foyer/cmd/internal/session"
	"foyer/cmd/internal/wine"
)

// zipFiles reads the archive for Windows: what lies in its one folder, by name.
func zipFiles(t *testing.T) map[string][]byte {
	t.Helper()
	archive, err := zip.OpenReader(zipped())
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	files := map[string][]byte{}
	for _, f := range archive.File {
		name, ok := strings.CutPrefix(f.Name, app.Details.Name+"-"+app.Details.Version+"/")
		if !ok || strings.Contains(name, "/") {
			t.Fatalf("%s lies elsewhere", f.Name)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		files[name], err = io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
	return files
}

func TestTheProgramsForWindowsSayWhatTheyAre(t *testing.T) {
	files := zipFiles(t)
	for _, name := range []string{"LICENSE.txt", "README.txt", "THIRD-PARTY.txt"} {
		if len(files[name]) == 0 || bytes.Count(files[name], []byte("\n")) != bytes.Count(files[name], []byte("\r\n")) {
			t.Errorf("%s has %d bytes, or lines that do not end as in Windows", name, len(files[name]))
		}
	}
	for _, name := range []string{"foyer.exe", "foyer-window.exe"} {
		set, err := winres.LoadFromEXE(bytes.NewReader(files[name]))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if icon, err := set.GetIcon(winres.ID(1)); err != nil || icon == nil {
			t.Errorf("%s has no icon: %v", name, err)
		}
		manifest := string(set.Get(winres.RT_MANIFEST, winres.ID(1), winres.LCIDDefault))
		if manifest == "" {
			manifest = string(set.Get(winres.RT_MANIFEST, winres.ID(1), 0x409))
		}
		for _, part := range []string{"asInvoker", "permonitorv2", "longPathAware"} {
			if !strings.Contains(strings.ToLower(manifest), strings.ToLower(part)) {
				t.Errorf("the manifest of %s lacks %s:\n%s", name, part, manifest)
			}
		}
		checkVersion(t, name, set)
	}
}

func checkVersion(t *testing.T, name string, set *winres.ResourceSet) {
	t.Helper()
	info, err := version.FromBytes(set.Get(winres.RT_VERSION, winres.ID(1), 0x409))
	if err != nil {
		t.Fatalf("the version of %s: %v", name, err)
	}
	text, err := json.Marshal(info)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`"ProductName":"` + app.Details.Name + `"`, `"ProductVersion":"` + app.Details.Version + `"`, `"OriginalFilename":"` + name + `"`} {
		if !strings.Contains(string(text), part) {
			t.Errorf("the version of %s lacks %s: %s", name, part, text)
		}
	}
}

func TestTheArchiveForWindowsRuns(t *testing.T) {
	d, err := wine.Start(t.Context(), session.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	}()
	folder := filepath.Join(d.Drive, "Program Files", "Foyer Büro")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, data := range zipFiles(t) {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	const foyer = `C:\Program Files\Foyer Büro\foyer.exe`
	does := func(stdin string, args ...string) string {
		t.Helper()
		out, err := d.Run(t.Context(), []byte(stdin), "wine", append([]string{foyer, "--profile", `C:\profile`}, args...)...)
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	if got, want := strings.TrimSpace(does("", "--version")), "foyer "+app.Details.Version; got != want {
		t.Errorf("--version prints %q, want %q", got, want)
	}
	if got := does(spaceInfo, "link", "parse", "-"); !strings.Contains(got, spaceURL) {
		t.Errorf("link parse prints %q", got)
	}
	showsItsWindow(t, d, foyer, does)
}

// showsItsWindow starts the agent and has it open the window of the same archive.
func showsItsWindow(t *testing.T, d *wine.Desktop, foyer string, does func(string, ...string) string) {
	t.Helper()
	empty, err := d.Picture(image.Rect(0, 0, 60, 30))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Launch("wine", foyer, "--profile", `C:\profile`); err != nil {
		t.Fatal(err)
	}
	err = session.Await(t.Context(), "the icon in the panel", func() (bool, error) {
		now, err := d.Picture(image.Rect(0, 0, 60, 30))
		return err == nil && !bytes.Equal(now.Pix, empty.Pix), err
	})
	if err != nil {
		t.Fatal(err)
	}
	does("", "show", "links")
	w, err := d.WaitWindow(t.Context(), app.Details.Name)
	if err == nil {
		err = showsAFrame(t.Context(), d.Session, w, "zip.png")
	}
	if err != nil {
		t.Fatal(err)
	}
	does("", "quit")
}
