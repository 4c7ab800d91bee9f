package text_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"foyer/assets"
	"foyer/services/message"
	"foyer/services/room"
	"foyer/ui/text"
)

// TestExamplesOfTimesCanBeTyped holds in every language: what a field suggests, it understands.
func TestExamplesOfTimesCanBeTyped(t *testing.T) {
	now := time.Date(2026, 11, 23, 8, 30, 0, 0, time.UTC)
	quoted := regexp.MustCompile("[“„«「]([^”“»」]+)[”“»」]")
	c, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range c.Languages() {
		c.Use(language.String())
		spans := append(pieces(c.T("rooms.find-when-hint")), c.T("rooms.find-when"))
		for _, m := range quoted.FindAllStringSubmatch(c.T("failure.when-unread"), -1) {
			spans = append(spans, m[1])
		}
		if len(spans) < 7 {
			t.Errorf("%s: only %q were seen", language, spans)
		}
		for _, said := range spans {
			if _, _, err := room.ParseWhen(said, now); err != nil {
				t.Errorf("%s: %q: %v", language, said, err)
			}
		}
		ends := pieces(c.T("messages.call-words"))
		for _, m := range quoted.FindAllStringSubmatch(c.T("cli.help.expires"), -1) {
			ends = append(ends, m[1])
		}
		for _, said := range ends {
			if _, err := message.ParseExpiry(said, now); err != nil {
				t.Errorf("%s: %q: %v", language, said, err)
			}
		}
	}
}

func pieces(list string) []string {
	var all []string
	for _, p := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == '、' || r == '，' }) {
		all = append(all, strings.TrimSpace(p))
	}
	return all
}
