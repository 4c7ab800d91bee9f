package house

import (
	"go/ast"
	"path"
	"slices"
	"testing"
)

// nothings are package names that say nothing.
var nothings = []string{"common", "helper", "helpers", "lib", "manager", "misc", "shared", "tools", "util", "utils"}

func TestPackageNamesSaySomething(t *testing.T) {
	for _, f := range files(t) {
		if name := path.Base(path.Dir(f.path)); slices.Contains(nothings, name) || slices.Contains(nothings, f.ast.Name.Name) {
			t.Errorf("%s is in a package called %s", f.path, f.ast.Name.Name)
		}
	}
}

func TestTestsDoNotSleep(t *testing.T) {
	for _, f := range files(t) {
		// In a synctest bubble the time is the test's own, and sleeping takes none.
		if f.isTest() && !f.imports("testing/synctest") {
			find(f, func(n ast.Node) {
				if calls(n, "time", "Sleep") {
					t.Errorf("%s sleeps", f.at(n.Pos()))
				}
			})
		}
	}
}

func TestTestsRun(t *testing.T) {
	for _, f := range files(t) {
		if f.isTest() {
			find(f, func(n ast.Node) {
				for _, skip := range []string{"Skip", "Skipf", "SkipNow"} {
					if calls(n, "t", skip) {
						t.Errorf("%s skips", f.at(n.Pos()))
					}
				}
			})
		}
	}
}

func TestContextsComeFromTheCaller(t *testing.T) {
	for _, f := range files(t) {
		if f.isTest() || f.in("cmd") {
			continue
		}
		find(f, func(n ast.Node) {
			if calls(n, "context", "Background") || calls(n, "context", "TODO") {
				t.Errorf("%s makes a context of its own", f.at(n.Pos()))
			}
		})
	}
}

func TestTheUserInterfaceNeverWaitsForItself(t *testing.T) {
	for _, f := range files(t) {
		find(f, func(n ast.Node) {
			if calls(n, "fyne", "DoAndWait") {
				t.Errorf("%s calls fyne.DoAndWait", f.at(n.Pos()))
			}
		})
	}
}

func find(f file, look func(ast.Node)) {
	ast.Inspect(f.ast, func(n ast.Node) bool {
		if n != nil {
			look(n)
		}
		return true
	})
}
