package text_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"foyer/assets"
)

// source reads every file of the programs that is no test.
func source(t *testing.T, folders ...string) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	for _, folder := range folders {
		err := filepath.WalkDir(filepath.Join("..", "..", folder), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			files[filepath.ToSlash(path)], err = parser.ParseFile(token.NewFileSet(), path, nil, 0)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// sentences are the English ones: each key with its forms, "" for one that counts nothing.
func sentences(t *testing.T) map[string]map[string]string {
	t.Helper()
	all := map[string]map[string]string{}
	files, err := fs.Glob(assets.Translations, "translations/*.en.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := assets.Translations.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var messages map[string]any
		if err := json.Unmarshal(data, &messages); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for key, m := range messages {
			forms := map[string]string{}
			switch m := m.(type) {
			case string:
				forms[""] = m
			case map[string]any:
				for form, words := range m {
					forms[form] = words.(string)
				}
			}
			all[key] = forms
		}
	}
	return all
}

var placeholder = regexp.MustCompile(`\{\{\s*\.(\w+)\s*\}\}`)

// placeholders lists the names that a sentence wants, in all its forms.
func placeholders(forms map[string]string) []string {
	var names []string
	for _, words := range forms {
		for _, m := range placeholder.FindAllStringSubmatch(words, -1) {
			if !slices.Contains(names, m[1]) {
				names = append(names, m[1])
			}
		}
	}
	slices.Sort(names)
	return names
}

func unquoted(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// call is one T or N with a literal key and, where all of them are literals, its names of values.
type call struct {
	key, method string
	names       []string
	known       bool
}

func calls(file *ast.File) (found []call) {
	ast.Inspect(file, func(n ast.Node) bool {
		e, ok := n.(*ast.CallExpr)
		if !ok || len(e.Args) == 0 {
			return true
		}
		selector, ok := e.Fun.(*ast.SelectorExpr)
		if !ok || selector.Sel.Name != "T" && selector.Sel.Name != "N" {
			return true
		}
		c := call{method: selector.Sel.Name, known: !e.Ellipsis.IsValid()}
		if c.key, ok = unquoted(e.Args[0]); !ok {
			return true
		}
		pairs := e.Args[1:]
		if c.method == "N" {
			c.names = []string{"Count"}
			pairs = pairs[min(1, len(pairs)):]
		}
		for i := 0; i < len(pairs); i += 2 {
			name, ok := unquoted(pairs[i])
			c.known = c.known && ok && len(pairs)%2 == 0
			c.names = append(c.names, name)
		}
		slices.Sort(c.names)
		found = append(found, c)
		return true
	})
	return found
}

func TestCallsGiveTheValuesThatTheirSentencesWant(t *testing.T) {
	all, checked := sentences(t), 0
	for path, file := range source(t, "ui", "cmd") {
		for _, c := range calls(file) {
			forms, there := all[c.key]
			if !there {
				t.Errorf("%s: %s has no sentence", path, c.key)
				continue
			}
			if _, plain := forms[""]; plain == (c.method == "N") {
				t.Errorf("%s: %s is asked for with %s, but counts differently", path, c.key, c.method)
			}
			if !c.known {
				continue
			}
			checked++
			for _, want := range placeholders(forms) {
				if !slices.Contains(c.names, want) {
					t.Errorf("%s: %s wants %s, which is not given", path, c.key, want)
				}
			}
			for _, given := range c.names {
				if given != "Count" && !slices.Contains(placeholders(forms), given) {
					t.Errorf("%s: %s is given %s, which it does not say", path, c.key, given)
				}
			}
		}
	}
	if checked < 100 {
		t.Errorf("only %d calls were seen: the search is broken", checked)
	}
}

func TestSentencesAreWrittenAsTheHouseWrites(t *testing.T) {
	wrong := map[string]*regexp.Regexp{
		"three dots instead of …":    regexp.MustCompile(`\.\.\.`),
		"an exclamation mark":        regexp.MustCompile(`!`),
		"two blanks":                 regexp.MustCompile(`\S  +\S`),
		"a blank at an end":          regexp.MustCompile(`^\s|\s$`),
		"a placeholder that is none": regexp.MustCompile(`\{\{\.\w*[^\w}]|[^{]\{\w|%[sdv]`),
		"American spelling":          regexp.MustCompile(`(?i)recogniz|color|organiz|cancel(ed|ing)|favorite`),
		"quotes of typewriters":      regexp.MustCompile(`"`),
	}
	for key, forms := range sentences(t) {
		for form, words := range forms {
			if words == "" {
				t.Errorf("%s %s says nothing", key, form)
			}
			for what, pattern := range wrong {
				if pattern.MatchString(strings.ReplaceAll(words, "{name}", "")) { // a field of templates for messages
					t.Errorf("%s %s has %s: %q", key, form, what, words)
				}
			}
		}
		if _, plain := forms[""]; !plain && (forms["one"] == "" || forms["other"] == "") {
			t.Errorf("%s does not count in both English forms: %v", key, forms)
		}
	}
}

// coded are the stable codes whose sentences are found by a prefix: the constants of a type, those
// whose names begin alike, or what is given to a field.
var coded = []struct {
	folder, kind, prefix string
}{
	{folder: "services/link", kind: "Warning", prefix: "warning."},
	{folder: "services/link", kind: "NoticeKind", prefix: "notice."},
	{folder: "services/link", kind: "Kind", prefix: "links.a."},
	{folder: "services/link", kind: "Kind", prefix: "links.kind-begin."},
	{folder: "services/person", kind: "Reason", prefix: "row."},
	{folder: "services/person", kind: "Reason", prefix: "links.bad."},
	{folder: "services/desktop", kind: "Note", prefix: "clipboard."},
	{folder: "services/desktop", kind: "State", prefix: "cli.state."},
	{folder: "services/desktop", kind: "named Advice", prefix: "advice."},
	{folder: "services/meeting", kind: "Check", prefix: "attendee.check."},
	{folder: "services/meeting", kind: "Reason", prefix: "attendee.rejected."},
	{folder: "services/meeting", kind: "Seen", prefix: "attendee.seen."},
	{folder: "services/meeting", kind: "Fate", prefix: "attendee.fate."},
	{folder: "services", kind: "named Code", prefix: "failure."},
	{folder: "services", kind: "field Code", prefix: "failure."},
}

// codes lists the values of constants, or the literals given to a field.
func codes(file *ast.File, kind string) (values []string) {
	field, isField := strings.CutPrefix(kind, "field ")
	begins, isNamed := strings.CutPrefix(kind, "named ")
	take := func(e ast.Expr) {
		if v, ok := unquoted(e); ok && v != "" {
			values = append(values, v)
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ValueSpec:
			of, typed := n.Type.(*ast.Ident)
			if len(n.Values) == 1 && (typed && of.Name == kind || isNamed && strings.HasPrefix(n.Names[0].Name, begins)) {
				take(n.Values[0])
			}
		case *ast.KeyValueExpr:
			if name, ok := n.Key.(*ast.Ident); isField && ok && name.Name == field {
				take(n.Value)
			}
		}
		return true
	})
	return values
}

func TestEveryStableCodeHasASentence(t *testing.T) {
	all := sentences(t)
	for _, c := range coded {
		seen := 0
		for path, file := range source(t, c.folder) {
			for _, code := range codes(file, c.kind) {
				seen++
				if _, there := all[c.prefix+code]; !there {
					t.Errorf("%s: %s %q has no sentence %s", path, c.kind, code, c.prefix+code)
				}
			}
		}
		if seen == 0 {
			t.Errorf("%s has no %s: the search is broken", c.folder, c.kind)
		}
	}
}
