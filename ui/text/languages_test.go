package text_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"foyer/assets"
)

// forms are those that CLDR has for whole numbers in each language that Foyer speaks. "many" of Spanish is
// for millions, which may be left out.
var forms = map[string][]string{
	"en": {"one", "other"}, "de": {"one", "other"}, "es": {"one", "other"}, "pl": {"few", "many", "one", "other"}, "ja": {"other"}, "zh-Hans": {"other"},
}

// others are the languages besides English.
func others() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(forms)), func(l string) bool { return l == "en" })
}

// area reads one file: each key with its forms, "" for one that counts nothing; nil when there is no such
// file. A key that stands twice is an error.
func area(t *testing.T, name string) map[string]map[string]string {
	t.Helper()
	data, err := assets.Translations.ReadFile("translations/" + name)
	if err != nil {
		return nil
	}
	all := map[string]map[string]string{}
	in := json.NewDecoder(bytes.NewReader(data))
	if _, err := in.Token(); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for in.More() {
		key, err := in.Token()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var raw json.RawMessage
		if err := in.Decode(&raw); err != nil {
			t.Fatalf("%s: %v: %v", name, key, err)
		}
		if all[key.(string)] != nil {
			t.Errorf("%s: %s stands there twice", name, key)
		}
		words, message := "", map[string]string{}
		if json.Unmarshal(raw, &words) == nil {
			message[""] = words
		} else if err := json.Unmarshal(raw, &message); err != nil {
			t.Errorf("%s: %s: %v", name, key, err)
		}
		all[key.(string)] = message
	}
	return all
}

// areas are the names of the files without language.
func areas(t *testing.T) (names []string) {
	t.Helper()
	files, err := fs.Glob(assets.Translations, "translations/*.en.json")
	if err != nil || len(files) == 0 {
		t.Fatal("there are no English files", err)
	}
	for _, file := range files {
		names = append(names, strings.TrimSuffix(path.Base(file), ".en.json"))
	}
	return names
}

// eachArea calls check for every area in every language but English, as a test of its own.
func eachArea(t *testing.T, check func(t *testing.T, language string, english, said map[string]map[string]string)) {
	t.Helper()
	for _, language := range others() {
		t.Run(language, func(t *testing.T) {
			for _, name := range areas(t) {
				check(t, language, area(t, name+".en.json"), area(t, name+"."+language+".json"))
			}
		})
	}
}

func TestEveryLanguageSaysEverything(t *testing.T) {
	eachArea(t, func(t *testing.T, language string, english, said map[string]map[string]string) {
		if said == nil {
			some := slices.Sorted(maps.Keys(english))[0]
			t.Errorf("the file with %s is missing in %s", some, language)
			return
		}
		for key := range english {
			if said[key] == nil {
				t.Errorf("%s is missing", key)
			}
		}
		for key := range said {
			if english[key] == nil {
				t.Errorf("%s says what English does not, in this file", key)
			}
		}
	})
}

func TestFilesAreInLanguagesThatFoyerSpeaks(t *testing.T) {
	files, err := fs.Glob(assets.Translations, "translations/*.json")
	if err != nil {
		t.Fatal(err)
	}
	known := areas(t)
	for _, file := range files {
		name, language, ok := strings.Cut(strings.TrimSuffix(path.Base(file), ".json"), ".")
		if !ok || forms[language] == nil || !slices.Contains(known, name) {
			t.Errorf("%s is an area or a language that nobody knows", file)
		}
	}
}

func TestCountsHaveTheFormsOfTheirLanguage(t *testing.T) {
	check := func(t *testing.T, language, key string, english, said map[string]string) {
		t.Helper()
		if _, plain := english[""]; plain {
			if _, plain := said[""]; !plain || len(said) != 1 {
				t.Errorf("%s counts, in English it does not", key)
			}
			return
		}
		got := slices.Sorted(maps.Keys(said))
		if language == "es" {
			got = slices.DeleteFunc(got, func(form string) bool { return form == "many" })
		}
		if !slices.Equal(got, forms[language]) {
			t.Errorf("%s has the forms %v, want %v", key, got, forms[language])
		}
	}
	eachArea(t, func(t *testing.T, language string, english, said map[string]map[string]string) {
		for key, message := range said {
			if english[key] != nil {
				check(t, language, key, english[key], message)
			}
		}
	})
	for _, name := range areas(t) {
		for key, message := range area(t, name+".en.json") {
			check(t, "en", key, message, message)
		}
	}
}

// action is a placeholder or a condition.
var action = regexp.MustCompile(`\{\{[^{}]*\}\}`)

// actions lists what one form has, each once.
func actions(words string) []string {
	found := action.FindAllString(words, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestPlaceholdersAreThoseOfTheEnglishSentence(t *testing.T) {
	const count = "{{.Count}}"
	withoutCount := func(all []string) []string {
		return slices.DeleteFunc(slices.Clone(all), func(a string) bool { return a == count })
	}
	eachArea(t, func(t *testing.T, _ string, english, said map[string]map[string]string) {
		for key, message := range said {
			if english[key] == nil {
				continue
			}
			want := actions(english[key][""] + english[key]["other"])
			for form, words := range message {
				got := actions(words)
				if form != "" && form != "other" { // one thing may be said without its number
					got, want := withoutCount(got), withoutCount(want)
					if !slices.Equal(got, want) {
						t.Errorf("%s %s has %v, want %v", key, form, got, want)
					}
					continue
				}
				if !slices.Equal(got, want) {
					t.Errorf("%s %s has %v, want %v", key, form, got, want)
				}
				if strings.Count(words, "{{if") != strings.Count(words, "{{end}}") {
					t.Errorf("%s %s has a condition without end: %q", key, form, words)
				}
			}
		}
	})
}

func TestEveryLanguageIsWrittenAsTheHouseWrites(t *testing.T) {
	wrong := map[string]*regexp.Regexp{
		"three dots instead of …":    regexp.MustCompile(`\.\.\.|。。`),
		"two blanks":                 regexp.MustCompile(`\S  +\S`),
		"a blank at an end":          regexp.MustCompile(`^[\s\p{Zs}]|[\s\p{Zs}]$`),
		"a placeholder that is none": regexp.MustCompile(`\{\{\.\w*[^\w}]|%[sdv]|\{\{\s|\s\}\}`),
		"quotes of typewriters":      regexp.MustCompile(`"`),
		"an odd character":           regexp.MustCompile(`[\x{00}-\x{09}\x{0b}-\x{1f}\x{200b}\x{feff}\x{fffd}]`),
	}
	inChinese := map[string]*regexp.Regexp{
		"a narrow sign behind a wide character": regexp.MustCompile(`[\p{Han}\p{Hiragana}\p{Katakana}][,?!]`),
		"a full stop of the West":               regexp.MustCompile(`[\p{Han}\p{Hiragana}\p{Katakana}]\.(\s|$)`),
	}
	eachArea(t, func(t *testing.T, language string, _, said map[string]map[string]string) {
		for key, message := range said {
			for form, words := range message {
				if words == "" {
					t.Errorf("%s %s says nothing", key, form)
				}
				patterns := maps.Clone(wrong)
				if language == "ja" || language == "zh-Hans" {
					maps.Copy(patterns, inChinese)
				}
				for what, pattern := range patterns {
					if pattern.MatchString(words) {
						t.Errorf("%s %s has %s: %q", key, form, what, words)
					}
				}
			}
		}
	})
}

// names are the same in every language: products, formats, files, keys, and what is typed at a prompt.
var names = regexp.MustCompile(`Chat&Messenger|Huawei( Cloud)?( Meeting)?|Webex|Foyer|foyer[ a-z-]*|AppIndicator and KStatusNotifierItem Support|GNOME|URL|HTML|Markdown|QR|CSV|PDF|JSON|ICS|Excel|DIR|` +
	`App ID|ID|SIP|PIN|GET|POST|API|Ctrl\+\S+|https?://\S+|[\w.]+@[\w.]+|\{\{[^{}]*\}\}|[a-z_-]+\.(txt|toml|csv|json)`)

// untranslated reports whether a sentence that is the same in two languages has words that are no names.
func untranslated(words string) bool {
	return regexp.MustCompile(`\p{L}{3,}`).MatchString(names.ReplaceAllString(words, " "))
}

func TestNothingIsLeftInEnglish(t *testing.T) {
	used := map[string]bool{}
	eachArea(t, func(t *testing.T, language string, english, said map[string]map[string]string) {
		for key, message := range said {
			for form, words := range message {
				if words != english[key][form] || !untranslated(words) {
					continue
				}
				if allowed := sameWords[language+" "+key] || sameWords["* "+key] || sameWords[language+" "+words]; !allowed {
					t.Errorf("%s %s is as in English: %q", key, form, words)
				}
				for _, by := range []string{language + " " + key, "* " + key, language + " " + words} {
					used[by] = true
				}
			}
		}
	})
	for allowed := range sameWords {
		if !used[allowed] {
			t.Errorf("nobody needs the exception %s any more", allowed)
		}
	}
	if untranslated("Foyer: {{.Name}}") || !untranslated("Open {{.Name}}") {
		t.Error("the search is broken")
	}
}
