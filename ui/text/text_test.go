package text_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/text/language"

	"foyer/assets"
	"foyer/services/fault"
	"foyer/ui/text"
)

// house is a catalogue of a few sentences: Polish counts in three forms, Japanese in one, and
// German lacks a sentence.
func house(t *testing.T, wanted ...string) *text.Catalogue {
	t.Helper()
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	c, err := text.Load(fstest.MapFS{
		"translations/door.en.json":    file(`{"door.open": "{{.Name}} is open", "door.shut": "shut", "door.count": {"one": "{{.Count}} door of {{.House}}", "other": "{{.Count}} doors of {{.House}}"}}`),
		"translations/roof.en.json":    file(`{"roof.wet": "wet"}`),
		"translations/door.de.json":    file(`{"door.open": "{{.Name}} ist offen", "door.count": {"one": "{{.Count}} Tür", "other": "{{.Count}} Türen"}}`),
		"translations/door.pl.json":    file(`{"door.count": {"one": "{{.Count}} drzwi a", "few": "{{.Count}} drzwi b", "many": "{{.Count}} drzwi c", "other": "{{.Count}} drzwi d"}}`),
		"translations/door.ja.json":    file(`{"door.count": {"other": "扉{{.Count}}枚"}}`),
		"translations/door.pt-BR.json": file(`{"door.shut": "fechada"}`),
	}, wanted...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestTheFirstWantedLanguageThatIsThereIsUsed(t *testing.T) {
	for name, c := range map[string]struct {
		wanted []string
		want   string
	}{
		"none wanted":               {nil, "en"},
		"one that is there":         {[]string{"de"}, "de"},
		"a POSIX locale":            {[]string{"de_AT.UTF-8@euro"}, "de"},
		"a region of one":           {[]string{"de-CH"}, "de"},
		"British is English":        {[]string{"en_GB.UTF-8"}, "en"},
		"the second one":            {[]string{"fr", "ja"}, "ja"},
		"none is there":             {[]string{"fr", "sv"}, "en"},
		"a script and a region":     {[]string{"pt_BR"}, "pt-BR"},
		"C asks for none":           {[]string{"C"}, "en"},
		"C.UTF-8 asks for none":     {[]string{"C.UTF-8"}, "en"},
		"POSIX asks for none":       {[]string{"POSIX"}, "en"},
		"nonsense is passed over":   {[]string{"!!", "", "de"}, "de"},
		"English first stays there": {[]string{"en_US", "de"}, "en"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := house(t, c.wanted...).Language().String(); got != c.want {
				t.Errorf("%q gives %s, want %s", c.wanted, got, c.want)
			}
		})
	}
}

func TestSentencesTakeTheirValues(t *testing.T) {
	if got, want := house(t).T("door.open", "Name", "Aurora"), "Aurora is open"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := house(t, "de").T("door.open", "Name", "<b>{{.Name}}"), "<b>{{.Name}} ist offen"; got != want {
		t.Errorf("%q, want %q: values are not templates", got, want)
	}
}

func TestCountsTakeTheFormOfTheirLanguage(t *testing.T) {
	for _, c := range []struct {
		language string
		n        int
		want     string
	}{
		{"en", 0, "0 doors of Foyer"}, {"en", 1, "1 door of Foyer"}, {"en", 2, "2 doors of Foyer"}, {"en", -1, "-1 door of Foyer"},
		{"de", 1, "1 Tür"}, {"de", 12, "12 Türen"},
		{"pl", 1, "1 drzwi a"}, {"pl", 3, "3 drzwi b"}, {"pl", 5, "5 drzwi c"}, {"pl", 22, "22 drzwi b"},
		{"ja", 1, "扉1枚"}, {"ja", 7, "扉7枚"},
	} {
		if got := house(t, c.language).N("door.count", c.n, "House", "Foyer"); got != c.want {
			t.Errorf("%s counts %d as %q, want %q", c.language, c.n, got, c.want)
		}
	}
}

func TestWhatALanguageLacksIsSaidInEnglish(t *testing.T) {
	c := house(t, "de")
	if got := c.T("door.shut"); got != "shut" {
		t.Errorf("got %q", got)
	}
	if c.Has("door.shut") || !c.Has("door.open") {
		t.Error("Has speaks of another language than that in use")
	}
}

func TestAMissingSentenceShowsItsKey(t *testing.T) {
	c := house(t, "de")
	if got := c.T("door.stolen", "Name", "x"); got != "door.stolen" {
		t.Errorf("T gives %q", got)
	}
	if got := c.N("door.stolen", 2); got != "door.stolen" {
		t.Errorf("N gives %q", got)
	}
	if c.Has("door.stolen") {
		t.Error("Has finds what is not there")
	}
}

func TestABrokenTranslationIsNamed(t *testing.T) {
	_, err := text.Load(fstest.MapFS{"translations/door.en.json": {Data: []byte(`{"door.open": `)}})
	if err == nil || !strings.Contains(err.Error(), "door.en.json") {
		t.Errorf("the error is %v", err)
	}
}

func TestLanguagesListsWhatThereIs(t *testing.T) {
	got := map[language.Tag]bool{}
	for _, tag := range house(t).Languages() {
		got[tag] = true
	}
	for _, want := range []string{"en", "de", "pl", "ja", "pt-BR"} {
		if !got[language.MustParse(want)] {
			t.Errorf("%s is missing", want)
		}
	}
}

// TestTheLanguageChangesWhileOthersRead is for the race detector; every answer must be whole.
func TestTheLanguageChangesWhileOthersRead(t *testing.T) {
	c := house(t)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 200 {
				if got := c.T("door.open", "Name", "Aurora"); got != "Aurora is open" && got != "Aurora ist offen" {
					t.Errorf("got %q", got)
				}
				if got := c.N("door.count", 2, "House", "Foyer"); got != "2 doors of Foyer" && got != "2 Türen" {
					t.Errorf("got %q", got)
				}
				_, _ = c.Language(), c.Has("door.shut")
			}
		})
	}
	for i := range 200 {
		c.Use([]string{"en", "de"}[i%2])
	}
	all.Wait()
}

func TestOurOwnSentencesLoad(t *testing.T) {
	c, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	if got := c.T("window.search-nothing", "Query", "aurora"); got != "Nothing found for aurora." {
		t.Errorf("got %q", got)
	}
}

func TestAFailureIsSaidByItsCodeElseByItsKind(t *testing.T) {
	c, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range map[string]struct {
		err  error
		want string
	}{
		"a code with a sentence":    {&fault.Error{Kind: fault.Refused, Code: "disk-full"}, "The disk is full."},
		"a code with words":         {&fault.Error{Kind: fault.NotConfigured, Code: "no-tool", Words: "xclip"}, "A program is missing: install xclip."},
		"a code without a sentence": {&fault.Error{Kind: fault.Refused, Code: "no-such-code"}, "It was refused."},
		"no code":                   {&fault.Error{Kind: fault.Unreachable}, "It could not be reached."},
		"no error of ours":          {fstest.TestFS(fstest.MapFS{}, "missing"), "Something went wrong on this computer."},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.Reason(f.err); got != f.want {
				t.Errorf("%q, want %q", got, f.want)
			}
		})
	}
}

func TestAFailureSaysWhatToDo(t *testing.T) {
	c, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	refused := fmt.Errorf("testing: %w", &fault.Error{Kind: fault.Refused, Code: "token-refused", Words: "invalid apiToken"})
	if got := c.Step(refused); got != "Copy the API token anew from Chat&Messenger's admin screen." {
		t.Errorf("got %q", got)
	}
	for _, err := range []error{&fault.Error{Kind: fault.Refused}, &fault.Error{Code: "no-such-code"}, errors.New("no error of ours")} {
		if got := c.Step(err); got != "" {
			t.Errorf("%v: got %q", err, got)
		}
	}
}
