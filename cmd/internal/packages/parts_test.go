package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/tc-hib/winres"
	"github.com/tc-hib/winres/version"
)

func small() tree {
	t := tree{"bin/foyer": {data: []byte("program"), program: true}}
	t.add("share/doc/foyer/LICENSE", []byte("MIT License\n\nPermission\n"))
	t.add("share/doc/foyer/THIRD-PARTY", []byte("others"))
	t.add("share/man/man1/foyer.1", []byte(".TH"))
	t.add("share/zsh/site-functions/_foyer", []byte("#compdef"))
	return t
}

func TestATreeIsWrittenWithItsModesAndItsDate(t *testing.T) {
	folder, date := t.TempDir(), time.Unix(day, 0)
	if err := small().write(folder, date); err != nil {
		t.Fatal(err)
	}
	for name, mode := range map[string]os.FileMode{"bin/foyer": 0o755, "share/man/man1/foyer.1": 0o644, "share/man": 0o755 | os.ModeDir} {
		info, err := os.Stat(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode() != mode || !info.ModTime().Equal(date) {
			t.Errorf("%s is %v of %v", name, info.Mode(), info.ModTime())
		}
	}
	if err := small().write(filepath.Join(folder, "bin/foyer"), date); err == nil {
		t.Error("a file is no folder, and there is no error")
	}
}

func TestDebianHasItsOwnPlaces(t *testing.T) {
	deb, err := testRelease(t).debTree(small())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"usr/bin/foyer", "usr/share/doc/foyer/THIRD-PARTY.gz", "usr/share/doc/foyer/changelog.gz", "usr/share/doc/foyer/copyright",
		"usr/share/lintian/overrides/foyer", "usr/share/man/man1/foyer.1.gz", "usr/share/zsh/vendor-completions/_foyer"}
	if diff := cmp.Diff(want, deb.paths()); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if c := string(deb["usr/share/doc/foyer/copyright"].data); !strings.Contains(c, "License: MIT\n MIT License\n .\n Permission\n") {
		t.Errorf("copyright:\n%s", c)
	}
}

func TestTheControlFileNamesWhatIsNeeded(t *testing.T) {
	r := testRelease(t)
	control := string(r.control(small(), "libc6 (>= 2.34)"))
	for _, line := range []string{"Package: foyer", "Version: " + r.Version, "Installed-Size: 1", "Suggests: fonts-noto-cjk"} {
		if !strings.Contains(control, line+"\n") {
			t.Errorf("no line %q in\n%s", line, control)
		}
	}
	if !strings.Contains(control, "Depends: libc6 (>= 2.34), libegl1, ") || !strings.Contains(control, "xclip | wl-clipboard") {
		t.Errorf("dependencies in\n%s", control)
	}
	_, description, _ := strings.Cut(control, "Description: ")
	for line := range strings.Lines(description) {
		if len(line) > 80 {
			t.Errorf("a long line: %q", line)
		}
	}
}

func TestArchivesHoldTheTreeAndNothingOfTheirMaker(t *testing.T) {
	r := testRelease(t)
	for _, archive := range []struct {
		write func(tree, string) error
		read  func(*testing.T, []byte) []string
		want  []string
	}{
		{r.writeTarball, tarNames, []string{"README", "bin/foyer", "install", "share/doc/foyer/LICENSE"}},
		{r.writeZip, zipNames, []string{"bin/foyer", "share/doc/foyer/LICENSE"}},
	} {
		var both [2][]byte
		for i := range both {
			file := filepath.Join(t.TempDir(), "archive")
			if err := archive.write(small(), file); err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			both[i] = data
		}
		if !bytes.Equal(both[0], both[1]) {
			t.Error("the same tree gives two archives")
		}
		names := archive.read(t, both[0])
		for _, name := range archive.want {
			if !slices.ContainsFunc(names, func(n string) bool { return strings.HasSuffix(n, "-"+r.Version+"/"+name) }) {
				t.Errorf("no %s among %q", name, names)
			}
		}
	}
}

func tarNames(t *testing.T, data []byte) (names []string) {
	t.Helper()
	unpacked, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(unpacked); ; {
		header, err := r.Next()
		if errors.Is(err, io.EOF) {
			return names
		}
		if err != nil || header.Uid != 0 || header.Uname != "" || !header.ModTime.Equal(time.Unix(day, 0)) {
			t.Fatalf("%+v, %v", header, err)
		}
		names = append(names, header.Name)
	}
}

func zipNames(t *testing.T, data []byte) (names []string) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		if !f.Modified.Equal(time.Unix(day, 0)) {
			t.Errorf("%s is of %v", f.Name, f.Modified)
		}
		names = append(names, f.Name)
	}
	return names
}

func TestResourcesTellIconVersionAndRights(t *testing.T) {
	r := testRelease(t)
	set, err := r.resources("foyer", "A description")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := set.GetIcon(winres.ID(1)); err != nil {
		t.Errorf("the icon: %v", err)
	}
	info, err := version.FromBytes(set.Get(winres.RT_VERSION, winres.ID(1), americanEnglish))
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(info)
	if err != nil || !strings.Contains(string(text), `"FileDescription":"A description"`) || info.FileVersion != r.fourNumbers() {
		t.Errorf("the version is %s, %v", text, err)
	}
	if _, err := r.withResources("parts_test.go", "foyer", ""); err == nil {
		t.Error("a text is no program, and there is no error")
	}
}

func TestTermsOfAllModulesAreJoinedOnce(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"a/LICENSE": "terms A\r\n", "a/font/OFL.txt": "terms of a font", "a/copy/COPYING": "terms A\n", "a/testdata/LICENSE": "of no interest",
		"a/license.go": "package a", "b/LICENCE.md": "terms B", "c/main.go": "package c",
	} {
		file := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	joined, err := thirdParty(map[string]string{"b v1": folder + "/b", "a v2": folder + "/a"})
	if err != nil {
		t.Fatal(err)
	}
	got := string(joined)
	if strings.Count(got, "terms A") != 1 || strings.Count(got, "terms B") != 1 || !strings.Contains(got, "of a font") || strings.Contains(got, "interest") {
		t.Errorf("terms:\n%s", got)
	}
	if strings.Index(got, "a v2") > strings.Index(got, "b v1") {
		t.Error("the modules are in no order")
	}
	if _, err := thirdParty(map[string]string{"c v3": folder + "/c"}); err == nil {
		t.Error("a module without terms, and no error")
	}
}

func TestSigningIsLeftToACommand(t *testing.T) {
	t.Setenv(signWith, "")
	if got, err := sign(t.Context(), []byte("program"), t.TempDir()); err != nil || string(got) != "program" {
		t.Errorf("without a command: %q, %v", got, err)
	}
	for command, want := range map[string]string{
		`sign() { cat "$2" >"$4"; echo " signed" >>"$4"; }; sign`: "program signed\n",
		"false":         "",
		"true":          "",
		"no-such-tool":  "",
		`echo secret 1`: "",
	} {
		t.Setenv(signWith, command)
		got, err := sign(t.Context(), []byte("program"), t.TempDir())
		if string(got) != want || (err == nil) != (want != "") {
			t.Errorf("%s: %q, %v", command, got, err)
		}
		if err != nil && strings.Contains(err.Error(), command) && len(command) > len("false") {
			t.Errorf("the error tells the command: %v", err)
		}
	}
}

func TestLinesAreWrappedBetweenWords(t *testing.T) {
	if diff := cmp.Diff([]string{"ab cd", "efghijk", "l"}, wrap("ab cd\nefghijk l", 5)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	if got := string(windowsLines([]byte("a\nb\r\n"))); got != "a\r\nb\r\n" {
		t.Errorf("lines for Windows: %q", got)
	}
}
