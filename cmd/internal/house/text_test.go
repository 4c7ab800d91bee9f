package house

import (
	"encoding/json"
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// translations reads the keys of the English sentences.
func translations(t *testing.T) map[string]string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(root, "assets/translations/*.en.json"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no English translations: %v", err)
	}
	keys := map[string]string{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var messages map[string]json.RawMessage
		if err := json.Unmarshal(data, &messages); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for key := range messages {
			if other, twice := keys[key]; twice {
				t.Errorf("%s is in %s and in %s", key, other, filepath.Base(name))
			}
			keys[key] = filepath.Base(name)
		}
	}
	return keys
}

// literal returns the value of a string literal.
func literal(n ast.Node) (string, bool) {
	lit, ok := n.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	value, err := strconv.Unquote(lit.Value)
	return value, err == nil
}

// askedFor returns the literal key of a call like words.T("key", …).
func askedFor(n ast.Node) (string, bool) {
	call, ok := n.(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return "", false
	}
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || selector.Sel.Name != "T" && selector.Sel.Name != "N" {
		return "", false
	}
	return literal(call.Args[0])
}

func TestEverySentenceAskedForIsTranslated(t *testing.T) {
	keys := translations(t)
	asked := 0
	for _, f := range files(t) {
		if f.isTest() {
			continue
		}
		find(f, func(n ast.Node) {
			key, ok := askedFor(n)
			if !ok {
				return
			}
			asked++
			if _, there := keys[key]; !there {
				t.Errorf("%s asks for %q, which has no sentence", f.at(n.Pos()), key)
			}
		})
	}
	if asked < 50 {
		t.Errorf("only %d calls were seen", asked)
	}
}

func TestEverySentenceIsUsed(t *testing.T) {
	used, prefixes := map[string]bool{}, []string{}
	for _, f := range files(t) {
		if f.isTest() {
			continue
		}
		find(f, func(n ast.Node) {
			value, ok := literal(n)
			if !ok {
				return
			}
			used[value] = true
			if strings.HasSuffix(value, ".") && len(value) > 2 {
				prefixes = append(prefixes, value) // "warning." + a stable code
			}
		})
	}
keys:
	for key, name := range translations(t) {
		if used[key] {
			continue
		}
		for _, prefix := range prefixes {
			if strings.HasPrefix(key, prefix) {
				continue keys
			}
		}
		t.Errorf("%s: nothing uses %q", name, key)
	}
}

// sentence is what looks like words for a person: a capital, and at least two words, or an ellipsis.
var sentence = regexp.MustCompile(`^\p{Lu}[\p{Ll}’']+( \S+)+[.…]?$|^\p{Lu}\p{Ll}+…$`)

// names are examples of people, which are the same in all languages.
var names = []string{"Barbara Example"}

func TestThereAreNoSentencesInThePages(t *testing.T) {
	for _, f := range files(t) {
		if f.isTest() || !f.in("ui") {
			continue
		}
		find(f, func(n ast.Node) {
			if value, ok := literal(n); ok && sentence.MatchString(value) && !slices.Contains(names, value) {
				t.Errorf("%s says %q without translation", f.at(n.Pos()), value)
			}
		})
	}
}
