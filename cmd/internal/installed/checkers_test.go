//go:build packaged

package installed

import (
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

func TestTheDesktopEntryIsValid(t *testing.T) {
	entry := filepath.Join(unpacked, "usr/share/applications", app.Details.ID+".desktop")
	if out := does(t, "desktop-file-validate", entry); out != "" {
		t.Errorf("desktop-file-validate says:\n%s", out)
	}
}

func TestTheDescriptionForSoftwareCentresIsValid(t *testing.T) {
	metainfo := filepath.Join(unpacked, "usr/share/metainfo", app.Details.ID+".metainfo.xml")
	does(t, "appstreamcli", "validate", "--no-net", "--strict", metainfo)
	out := does(t, "appstreamcli", "validate", "--no-net", "--pedantic", metainfo)
	for line := range strings.Lines(out) {
		if strings.HasPrefix(line, "E:") || strings.HasPrefix(line, "W:") || strings.HasPrefix(line, "I:") {
			t.Errorf("appstreamcli says: %s", line)
		}
	}
}

func TestManualPagesHaveNoMistakes(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join(unpacked, "usr/share/man/man1/*.1.gz"))
	if err != nil || len(pages) != 2 {
		t.Fatalf("manual pages: %q, %v", pages, err)
	}
	translated, err := filepath.Glob(filepath.Join(unpacked, "usr/share/man/*/man1/*.1.gz"))
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range append(pages, translated...) {
		out := does(t, "man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", page)
		for line := range strings.Lines(out) {
			// In a language without blanks a line may not be broken where groff wants to.
			if strings.HasPrefix(line, "troff:") && !strings.Contains(line, "can't break line") {
				t.Errorf("%s: %s", page, line)
			}
		}
	}
	page := does(t, "man", "-E", "UTF-8", "-l", "-Tutf8", filepath.Join(unpacked, "usr/share/man/man1/foyer.1.gz"))
	for _, part := range []string{"NAME", "SYNOPSIS", "rooms free", "--people", "EXIT STATUS", "ENVIRONMENT", "FOYER_CAM_URL", app.Details.Version} {
		if !strings.Contains(plain(page), part) {
			t.Errorf("the page of foyer does not tell of %q", part)
		}
	}
}

// plain takes the overprinting of bold and underlined letters off.
func plain(page string) string {
	var letters []rune
	for _, r := range page {
		if r == '\b' && len(letters) > 0 {
			letters = letters[:len(letters)-1]
			continue
		}
		letters = append(letters, r)
	}
	return string(letters)
}

func TestDebiansCheckerFindsNoErrors(t *testing.T) {
	// It exits with 2 when it finds an error; warnings are shown and pass.
	out, err := execute(t.Context(), "lintian", "--allow-root", "--fail-on", "error", "--tag-display-limit", "0", deb())
	if err != nil {
		t.Error(err)
	}
	t.Log(out)
}

func TestFilesBelongToRootAndNobodyElseMayChangeThem(t *testing.T) {
	want := map[string]string{
		"usr/bin/foyer": "-rwxr-xr-x", "usr/bin/foyer-window": "-rwxr-xr-x",
		"usr/share/applications/io.foyer.Foyer.desktop": "-rw-r--r--", "usr/share/metainfo/io.foyer.Foyer.metainfo.xml": "-rw-r--r--",
		"usr/share/icons/hicolor/scalable/apps/io.foyer.Foyer.svg": "-rw-r--r--", "usr/share/man/man1/foyer.1.gz": "-rw-r--r--",
		"usr/share/man/man1/foyer-window.1.gz": "-rw-r--r--", "usr/share/bash-completion/completions/foyer": "-rw-r--r--",
		"usr/share/zsh/vendor-completions/_foyer": "-rw-r--r--", "usr/share/fish/vendor_completions.d/foyer.fish": "-rw-r--r--",
		"usr/share/doc/foyer/copyright": "-rw-r--r--", "usr/share/doc/foyer/changelog.gz": "-rw-r--r--", "usr/share/doc/foyer/THIRD-PARTY.gz": "-rw-r--r--",
	}
	for _, size := range []string{"16", "22", "24", "32", "48", "64", "96", "128", "256", "512"} {
		want["usr/share/icons/hicolor/"+size+"x"+size+"/apps/io.foyer.Foyer.png"] = "-rw-r--r--"
	}
	for line := range strings.Lines(does(t, "dpkg-deb", "--contents", deb())) {
		fields := strings.Fields(line)
		mode, owner, name := fields[0], fields[1], strings.TrimPrefix(fields[5], "./")
		if owner != "root/root" || mode[0] != 'd' && mode != "-rw-r--r--" && mode != "-rwxr-xr-x" || mode[0] == 'd' && mode != "drwxr-xr-x" {
			t.Errorf("%s is %s of %s", name, mode, owner)
		}
		if strings.HasPrefix(name, "etc/") {
			t.Errorf("%s: nothing is to start by itself", name)
		}
		if wanted, named := want[name]; named && mode != wanted {
			t.Errorf("%s is %s, want %s", name, mode, wanted)
		}
		delete(want, name)
	}
	for name := range want {
		t.Errorf("%s is missing", name)
	}
}

func TestEverythingThatTheProgramsAreMadeOfHasItsTerms(t *testing.T) {
	packed, err := os.Open(filepath.Join(unpacked, "usr/share/doc/foyer/THIRD-PARTY.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	reader, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(reader)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"\nGo\n", "fyne.io/fyne/v2 v", "modernc.org/sqlite v", "github.com/go-gl/glfw/v3.4/glfw v", "SIL OPEN FONT LICENSE"} {
		if !strings.Contains(string(text), name) {
			t.Errorf("it does not tell of %q", strings.TrimSpace(name))
		}
	}
}

func TestChecksumsAreThoseOfThePackages(t *testing.T) {
	sums, err := os.ReadFile(filepath.Join(packages, "SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	want := ""
	for _, file := range []string{deb(), tarball(), zipped()} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want += fmt.Sprintf("%x  %s\n", sha256.Sum256(data), filepath.Base(file))
	}
	if string(sums) != want {
		t.Errorf("SHA256SUMS is\n%swant\n%s", sums, want)
	}
}

func TestPackingTwiceGivesTheSame(t *testing.T) {
	again := t.TempDir()
	// The commit may be another one by now.
	entry, err := os.Stat(filepath.Join(unpacked, "usr/share/applications", app.Details.ID+".desktop"))
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("SOURCE_DATE_EPOCH", strconv.FormatInt(entry.ModTime().Unix(), 10))
	does(t, "go", "run", "../packages", "-root", root, "-linux", root+"/build/release/linux", "-windows", root+"/build/release/windows", "-to", again)
	first, err := os.ReadFile(filepath.Join(packages, "SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	second, err := os.ReadFile(filepath.Join(again, "SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	if string(first) != string(second) {
		t.Errorf("packed once:\n%spacked twice:\n%s", first, second)
	}
}
