package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"time"
)

// Before is a copy of the database that was made before it was brought up to a newer schema.
type Before struct {
	Path string
	// Schema is the number of the schema that it has, Made is when it was made.
	Schema int
	Made   time.Time
}

// keptBefore is how many of those copies are kept: the newest.
const keptBefore = 3

const stamp = "20060102T150405Z"

var beforeName = regexp.MustCompile(`\.schema-(\d+)-(\d{8}T\d{6}Z)$`)

// BeforeMigrations lists the copies that lie beside the database at path, newest first.
func BeforeMigrations(path string) []Before {
	names, _ := filepath.Glob(globQuoted(path) + ".schema-*")
	var all []Before
	for _, name := range names {
		if m := beforeName.FindStringSubmatch(name); m != nil {
			schema, _ := strconv.Atoi(m[1])
			made, err := time.Parse(stamp, m[2])
			if err == nil {
				all = append(all, Before{Path: name, Schema: schema, Made: made})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Before) int { return cmp.Or(b.Made.Compare(a.Made), cmp.Compare(b.Schema, a.Schema)) })
	return all
}

var globSpecial = regexp.MustCompile(`[*?\[\\]`)

// globQuoted makes a path mean itself in a pattern. On Windows nothing is special in the path of a file
// that is not forbidden in it, but for the brackets, which cannot be quoted there.
func globQuoted(path string) string {
	if filepath.Separator == '\\' {
		return path
	}
	return globSpecial.ReplaceAllString(path, `\$0`)
}

// unkeptError says why the database stays at its schema: it could not be copied first.
type unkeptError struct{ err error }

func (e *unkeptError) Error() string {
	return fmt.Sprintf("the database was left as it is, since it could not be copied before bringing it up to date: %v", e.err)
}

func (e *unkeptError) Unwrap() error { return e.err }

// keepBefore copies the database as it is with an older schema, and returns the copy's path.
func (s *Store) keepBefore(ctx context.Context, schema int) (string, error) {
	name := fmt.Sprintf("%s.schema-%d-%s", s.path, schema, s.now().UTC().Format(stamp))
	part := name + ".part"
	// What a killed process left there.
	err := ignoreAbsent(os.Remove(part))
	if err == nil {
		err = copyDatabase(ctx, s.path, part)
	}
	if err == nil {
		err = os.Rename(part, name)
	}
	if err != nil {
		return "", &unkeptError{errors.Join(err, ignoreAbsent(os.Remove(part)))}
	}
	return name, nil
}

// dropBefore removes all copies but the newest ones, and what killed processes left. Its failure is no
// failure of Open.
func (s *Store) dropBefore() {
	all := BeforeMigrations(s.path)
	for _, b := range all[min(keptBefore, len(all)):] {
		_ = os.Remove(b.Path)
	}
	parts, _ := filepath.Glob(globQuoted(s.path) + ".schema-*.part")
	for _, p := range parts {
		_ = os.Remove(p)
	}
}
