package text_test

import (
	"strings"
	"testing"

	"foyer/assets"
	"foyer/ui/text"
)

func TestEveryHelpTopicSaysSomething(t *testing.T) {
	c, err := text.Load(assets.Translations, "en")
	if err != nil {
		t.Fatal(err)
	}
	if len(text.Topics()) < 10 {
		t.Errorf("there are only %v", text.Topics())
	}
	for _, topic := range text.Topics() {
		if title := c.HelpTitle(topic); strings.HasPrefix(title, "help.") {
			t.Errorf("%s has no title", topic)
		}
		for _, paragraph := range c.HelpText(topic) {
			if strings.HasPrefix(paragraph, "help.") || len(paragraph) < 50 {
				t.Errorf("%s says %q", topic, paragraph)
			}
		}
	}
}
