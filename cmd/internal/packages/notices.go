package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// notices are the names of files with terms that whoever copies a program has to pass on.
var notices = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|copyright|ofl|patents)([-_.].*)?$`)

// passed are folders whose files are in no program.
var passed = []string{"testdata", "examples", "example", "_examples", "docs", ".github"}

// addNotices adds our licence, and those of everything that the programs are made of.
func (r *release) addNotices(ctx context.Context, t tree, folder string) error {
	licence, err := os.ReadFile(filepath.Join(r.root, "LICENSE"))
	if err != nil {
		return fmt.Errorf("reading our licence: %w", err)
	}
	modules, err := r.modules(ctx)
	if err != nil {
		return err
	}
	others, err := thirdParty(modules)
	if err != nil {
		return err
	}
	t.add(folder+"/LICENSE", licence)
	t.add(folder+"/THIRD-PARTY", others)
	return nil
}

// modules lists what both programs are linked from on any system: the folders by "module version".
func (r *release) modules(ctx context.Context) (map[string]string, error) {
	all := map[string]string{}
	for _, goos := range []string{"linux", "windows"} {
		cmd := exec.CommandContext(ctx, "go", "list", "-deps",
			"-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", "./cmd/foyer", "./cmd/foyer-window")
		cmd.Dir, cmd.Env = r.root, append(os.Environ(), "GOOS="+goos, "GOARCH=amd64", "CGO_ENABLED=1")
		out, err := output(cmd)
		if err != nil {
			return nil, fmt.Errorf("listing what the programs are made of: %w", err)
		}
		for line := range strings.Lines(string(out)) {
			if name, folder, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
				all[name] = folder
			}
		}
	}
	root, err := output(exec.CommandContext(ctx, "go", "env", "GOROOT"))
	if err != nil {
		return nil, fmt.Errorf("finding Go: %w", err)
	}
	// Its library is in every Go program. Only the licence beside it, not those of its tools.
	all["Go"] = filepath.Join(strings.TrimSpace(string(root)), "LICENSE")
	return all, nil
}

// thirdParty joins the terms of all modules. A module without any is an error: it may not be
// passed on.
func thirdParty(modules map[string]string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("Foyer is made with the work of others. These are the terms of what is in its programs.\n")
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		texts, err := terms(modules[name])
		if err != nil {
			return nil, fmt.Errorf("reading the terms of %s: %w", name, err)
		}
		if len(texts) == 0 {
			return nil, fmt.Errorf("%s has no licence", name)
		}
		fmt.Fprintf(&b, "\n%s\n%s\n", strings.Repeat("=", 78), name)
		for _, text := range texts {
			fmt.Fprintf(&b, "%s\n\n%s\n", strings.Repeat("-", 78), bytes.TrimSpace(text))
		}
	}
	return b.Bytes(), nil
}

// terms returns the different texts of a folder's notices, those of its own first.
func terms(folder string) ([][]byte, error) {
	var all [][]byte
	seen := map[[sha256.Size]byte]bool{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && slices.Contains(passed, entry.Name()):
			return filepath.SkipDir
		case entry.IsDir() || !notices.MatchString(entry.Name()) || filepath.Ext(path) == ".go":
			return nil
		}
		text, err := os.ReadFile(path)
		if sum := sha256.Sum256(bytes.TrimSpace(text)); !seen[sum] {
			seen[sum] = true
			all = append(all, bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")))
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return all, err
}
