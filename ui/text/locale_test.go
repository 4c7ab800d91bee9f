package text_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/ui/text"
)

func TestTheEnvironmentIsAskedAsGettextAsksIt(t *testing.T) {
	for name, c := range map[string]struct {
		environment map[string]string
		want        []string
		language    string
	}{
		"nothing is set":                {nil, nil, "en"},
		"LANG":                          {map[string]string{"LANG": "de_DE.UTF-8"}, []string{"de_DE.UTF-8"}, "de"},
		"LC_MESSAGES goes before LANG":  {map[string]string{"LANG": "de_DE.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8"}, []string{"ja_JP.UTF-8", "de_DE.UTF-8"}, "ja"},
		"LC_ALL goes before both":       {map[string]string{"LANG": "de_DE", "LC_MESSAGES": "pl_PL", "LC_ALL": "ja_JP"}, []string{"ja_JP", "pl_PL", "de_DE"}, "ja"},
		"LANGUAGE is a list and first":  {map[string]string{"LANG": "pl_PL.UTF-8", "LANGUAGE": "sv:de:en"}, []string{"sv", "de", "en", "pl_PL.UTF-8"}, "de"},
		"LANG=C wants no language":      {map[string]string{"LANG": "C"}, []string{"C"}, "en"},
		"LC_ALL=C.UTF-8 does not shout": {map[string]string{"LC_ALL": "C.UTF-8"}, []string{"C.UTF-8"}, "en"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, variable := range []string{"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"} {
				t.Setenv(variable, c.environment[variable])
			}
			got := text.FromEnvironment()
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("wanted languages (-want +got):\n%s", diff)
			}
			if got := house(t, got...).Language().String(); got != c.language {
				t.Errorf("the language is %s, want %s", got, c.language)
			}
		})
	}
}
