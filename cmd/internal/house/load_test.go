package house

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// root is the project's folder, seen from this package's.
const root = "../../.."

const module = "foyer/"

// platforms are those that Foyer runs on; what is imported differs between them.
var platforms = []string{"linux", "windows", "darwin"}

// pkg is what `go list -json` tells about a package.
type pkg struct {
	ImportPath string
	Imports    []string
	CgoFiles   []string
	Standard   bool
}

// list runs `go list` for one platform, without cgo. A package that needs cgo is listed all the
// same: -e.
func list(t *testing.T, goos string, args ...string) []pkg {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-e", "-json=ImportPath,Imports,CgoFiles,Standard"}, args...)...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH=amd64", "CGO_ENABLED=0")
	var failure bytes.Buffer
	cmd.Stderr = &failure
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list %q for %s: %v: %s", args, goos, err, failure.String())
	}
	var all []pkg
	for stream := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		err := stream.Decode(&p)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// file is one parsed Go file of the project.
type file struct {
	path string // from the project's folder, with slashes
	ast  *ast.File
	set  *token.FileSet
	// lines is its length.
	lines int
}

func (f file) isTest() bool { return strings.HasSuffix(f.path, "_test.go") }

// in reports whether the file lies below one of the folders.
func (f file) in(folders ...string) bool {
	for _, folder := range folders {
		if strings.HasPrefix(f.path, folder+"/") {
			return true
		}
	}
	return false
}

// at names a place in the file.
func (f file) at(p token.Pos) string {
	return fmt.Sprintf("%s:%d", f.path, f.set.Position(p).Line)
}

// files parses all Go files of the project.
func files(t *testing.T) []file {
	t.Helper()
	var all []file
	for _, folder := range []string{"assets", "cmd", "services", "ui"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || filepath.Ext(path) != ".go" {
				return err
			}
			source, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			set := token.NewFileSet()
			parsed, err := parser.ParseFile(set, path, source, parser.ParseComments)
			if err != nil {
				return err
			}
			relative, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			all = append(all, file{path: filepath.ToSlash(relative), ast: parsed, set: set, lines: bytes.Count(source, []byte("\n"))})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// imports reports whether the file imports a package.
func (f file) imports(path string) bool {
	for _, spec := range f.ast.Imports {
		if spec.Path.Value == strconv.Quote(path) {
			return true
		}
	}
	return false
}

// calls reports whether the expression is a call of pkg.name, as it is usually imported.
func calls(n ast.Node, pkg, name string) bool {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return false
	}
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || selector.Sel.Name != name {
		return false
	}
	x, ok := selector.X.(*ast.Ident)
	return ok && x.Name == pkg
}
