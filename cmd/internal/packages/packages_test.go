package main

import (
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"foyer/assets"
	"foyer/ui/text"
)

const project = "../../.."

// day is the date of everything in these tests: 2026-12-24.
const day = 1798070400

func testRelease(t *testing.T) *release {
	t.Helper()
	t.Setenv("SOURCE_DATE_EPOCH", "1798070400")
	r, err := newRelease(t.Context(), project)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestWhoWeAreComesFromOneFile(t *testing.T) {
	const good = "[Details]\nIcon = \"a.svg\"\nName = \"Foyer\"\nID = \"io.foyer.Foyer\"\nVersion = \"1.2.3\"\nBuild = 4\n"
	file := filepath.Join(t.TempDir(), "FyneApp.toml")
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(good)
	got, err := readIdentity(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(identity{Icon: "a.svg", Name: "Foyer", ID: "io.foyer.Foyer", Version: "1.2.3", Build: 4}, got); diff != "" {
		t.Errorf("identity (-want +got):\n%s", diff)
	}
	for _, bad := range []string{
		"", "not TOML", strings.Replace(good, "1.2.3", "1.2", 1), strings.Replace(good, "1.2.3", "1.2.3-rc1", 1),
		strings.Replace(good, "io.foyer.Foyer", "foyer", 1), strings.Replace(good, "Build = 4", "", 1), strings.Replace(good, "a.svg", "", 1),
	} {
		write(bad)
		if got, err := readIdentity(file); err == nil {
			t.Errorf("%q gives %+v", bad, got)
		}
	}
	if _, err := readIdentity(file + ".none"); err == nil {
		t.Error("no file and no error")
	}
}

func TestTheDateIsTheOneGivenElseThatOfTheCommit(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "1798070400")
	if got, err := dateOf(t.Context(), project); err != nil || !got.Equal(time.Unix(day, 0)) {
		t.Errorf("date %v, %v", got, err)
	}
	t.Setenv("SOURCE_DATE_EPOCH", "yesterday")
	if got, err := dateOf(t.Context(), project); err == nil {
		t.Errorf("“yesterday” is %v", got)
	}
}

func TestTheEntryIsInAllLanguagesThatSayItOtherwise(t *testing.T) {
	r := testRelease(t)
	german := r.words
	r.foreign = []foreign{{"de", german}} // says the same
	if entry := string(r.desktopEntry()); strings.Contains(entry, "[de]") {
		t.Errorf("the entry says twice the same:\n%s", entry)
	}
	r.foreign = []foreign{{"xx", nowhere(t)}}
	entry := string(r.desktopEntry())
	for _, line := range []string{"Name=Foyer", "Exec=foyer", "Icon=io.foyer.Foyer", "Name[xx]=Ⓧ packages.action.rooms", "Comment[xx]=Ⓧ packages.comment", "StartupWMClass=Foyer"} {
		if !strings.Contains(entry, line+"\n") {
			t.Errorf("no line %q in\n%s", line, entry)
		}
	}
}

// nowhere is a language that says of each sentence its key.
func nowhere(t *testing.T) *text.Catalogue {
	t.Helper()
	words, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	keys := []string{}
	for _, key := range []string{"packages.name", "packages.generic-name", "packages.comment", "packages.keywords", "packages.summary", "packages.about",
		"packages.about.links", "packages.about.rooms", "packages.about.messages", "packages.about.meetings", "packages.action.paste",
		"packages.action.links", "packages.action.rooms", "packages.action.messages", "packages.action.meetings"} {
		if !words.Has(key) {
			t.Errorf("no sentence for %s", key)
		}
		keys = append(keys, `"`+key+`": "Ⓧ `+key+`"`)
	}
	folder := t.TempDir()
	if err := os.MkdirAll(filepath.Join(folder, "translations"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "translations", "packages.en.json"), []byte("{"+strings.Join(keys, ",")+"}"), 0o600); err != nil {
		t.Fatal(err)
	}
	words, err = text.Load(os.DirFS(folder), "en")
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func TestValuesOfTheEntryStayInTheirLine(t *testing.T) {
	if got, want := escapeEntry("a\nb\\c\td"), `a\nb\\c\td`; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestTheDescriptionForSoftwareCentres(t *testing.T) {
	r := testRelease(t)
	r.foreign = []foreign{{"xx", nowhere(t)}}
	data, err := r.metainfo()
	if err != nil {
		t.Fatal(err)
	}
	var c struct {
		ID          string `xml:"id"`
		Launchable  string `xml:"launchable"`
		Description struct {
			P []struct {
				Lang string `xml:"lang,attr"`
				Text string `xml:",chardata"`
			} `xml:"p"`
		} `xml:"description"`
		Release struct {
			Version string `xml:"version,attr"`
			Date    string `xml:"date,attr"`
		} `xml:"releases>release"`
	}
	if err := xml.Unmarshal(data, &c); err != nil {
		t.Fatal(err)
	}
	if c.ID != r.ID || c.Launchable != r.ID+".desktop" || c.Release.Version != r.Version || c.Release.Date != "2026-12-24" {
		t.Errorf("component %+v", c)
	}
	if len(c.Description.P) != 10 || c.Description.P[1].Lang != "xx" || c.Description.P[1].Text != "Ⓧ packages.about" {
		t.Errorf("paragraphs %+v", c.Description.P)
	}
}

func TestAFileThatCannotBeWrittenIsAnError(t *testing.T) {
	fill := func(io.Writer) error { return nil }
	if err := create(filepath.Join(t.TempDir(), "no", "such", "folder"), fill); err == nil {
		t.Error("no error")
	}
}
