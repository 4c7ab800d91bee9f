package text_test

import (
	"io/fs"
	"path"
	"strings"
	"sync"
	"testing"

	"foyer/assets"
	"foyer/ui/text"
)

func TestEveryLocaleFindsTheLanguageThatItsPeopleRead(t *testing.T) {
	c := speaking(t, "en")
	for wanted, want := range map[string]string{
		"zh_CN.UTF-8": "zh-Hans", "zh_SG": "zh-Hans", "zh-Hans": "zh-Hans", "zh-Hans-CN": "zh-Hans", "zh": "zh-Hans", "zh-Hans-HK": "zh-Hans",
		"zh_TW": "en", "zh_HK": "en", "zh-Hant": "en", // another script is another language to read
		"pt": "en", "pt_BR": "en", "fr": "en", "uk": "en", "ko": "en", "sr": "en",
		"de_AT": "de", "de_CH.UTF-8": "de", "de_DE@euro": "de", "de-1996": "de",
		"es_MX": "es", "es-419": "es", "pl_PL": "pl", "ja_JP.eucJP": "ja", "en_AU": "en", "C": "en", "POSIX": "en", "": "en", "!!": "en",
	} {
		c.Use(wanted)
		if got := c.Language().String(); got != want {
			t.Errorf("%q gives %s, want %s", wanted, got, want)
		}
	}
	c.Use("pt_PT", "ja", "de")
	if got := c.Language().String(); got != "ja" {
		t.Errorf("the second wanted is passed over for %s", got)
	}
}

// counting is our own translations, with the files that were read.
type counting struct {
	fs.FS
	mu   sync.Mutex
	read map[string]int // files by language
}

func (c *counting) Open(name string) (fs.File, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if base, is := strings.CutSuffix(name, ".json"); is {
		c.read[strings.TrimPrefix(path.Ext(base), ".")]++
	}
	return c.FS.Open(name)
}

func TestOnlyTheLanguagesInUseAreRead(t *testing.T) {
	files := &counting{FS: assets.Translations, read: map[string]int{}}
	c, err := text.Load(files, "de")
	if err != nil {
		t.Fatal(err)
	}
	if len(files.read) != 1 || files.read["de"] == 0 {
		t.Errorf("read %v for German", files.read)
	}
	if got := c.T("no.such-key"); got != "no.such-key" {
		t.Errorf("got %q", got)
	}
	english := files.read["en"]
	if english == 0 {
		t.Error("English is no fallback")
	}
	c.Use("ja")
	_ = c.T("no.such-key")
	if files.read["en"] != english || files.read["ja"] == 0 || files.read["pl"] != 0 {
		t.Errorf("read %v for German, then Japanese", files.read)
	}
	before := files.read["ja"]
	if c.Use("ja_JP.UTF-8"); files.read["ja"] != before {
		t.Error("the language in use was read again")
	}
}
