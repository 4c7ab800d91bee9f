package house

import (
	"go/ast"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// who reads FyneApp.toml, the one place of id, name and version.
func who(t *testing.T) (id, name, version string) {
	t.Helper()
	var app struct {
		Details struct{ ID, Name, Version string }
	}
	if _, err := toml.DecodeFile(filepath.Join(root, "FyneApp.toml"), &app); err != nil {
		t.Fatal(err)
	}
	if app.Details.ID == "" || app.Details.Name == "" || app.Details.Version == "" {
		t.Fatalf("FyneApp.toml tells too little: %+v", app.Details)
	}
	return app.Details.ID, app.Details.Name, app.Details.Version
}

func TestTheIDIsThatOfFyneApp(t *testing.T) {
	id, _, _ := who(t)
	domain, _, _ := strings.Cut(id, ".F")
	window := false
	for _, f := range files(t) {
		if f.isTest() || f.in("cmd/internal/bare") {
			continue
		}
		find(f, func(n ast.Node) {
			value, ok := literal(n)
			// "io.foyer." is the beginning of a name that is made of parts.
			if !ok || !strings.HasPrefix(value, domain+".") || value == domain+"." {
				return
			}
			window = window || f.in("cmd/foyer-window")
			if value != id {
				t.Errorf("%s says %q, and FyneApp.toml %q", f.at(n.Pos()), value, id)
			}
		})
	}
	if !window {
		t.Error("the window has no ID")
	}
}

func TestTheNameIsThatOfFyneApp(t *testing.T) {
	_, name, _ := who(t)
	seen := 0
	for _, f := range files(t) {
		if f.isTest() || !f.in("cmd/foyer-window") {
			continue
		}
		find(f, func(n ast.Node) {
			value, ok := literal(n)
			if !ok || !strings.EqualFold(value, name) || value == strings.ToLower(name) {
				return
			}
			if seen++; value != name {
				t.Errorf("%s says %q, and FyneApp.toml %q", f.at(n.Pos()), value, name)
			}
		})
	}
	if seen == 0 {
		t.Error("the window has no name")
	}
}

// Without make a program is of no version; with make it is of that in FyneApp.toml.
func TestTheVersionIsSetByTheBuildAlone(t *testing.T) {
	_, _, version := who(t)
	programs := 0
	for _, f := range files(t) {
		if f.isTest() {
			continue
		}
		find(f, func(n ast.Node) {
			if value, ok := literal(n); ok && value == version {
				t.Errorf("%s says the version once more", f.at(n.Pos()))
			}
			spec, ok := n.(*ast.ValueSpec)
			if ok && f.in("cmd/foyer", "cmd/foyer-window") && len(spec.Names) == 1 && spec.Names[0].Name == "version" && len(spec.Values) == 1 {
				if value, _ := literal(spec.Values[0]); value == "dev" && isVariable(f, spec) {
					programs++
				}
			}
		})
	}
	if programs != 2 {
		t.Errorf("%d programs have a version that the build can set, want 2", programs)
	}
}

// isVariable reports whether a name is declared by var: the linker sets no constants.
func isVariable(f file, spec *ast.ValueSpec) bool {
	for _, d := range f.ast.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.VAR {
			for _, s := range g.Specs {
				if s == ast.Spec(spec) {
					return true
				}
			}
		}
	}
	return false
}
