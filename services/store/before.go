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
	"strings"
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
	var all []Before
	for _, name := range copiesBeside(path) {
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

// copiesBeside lists the files beside the database at path that are copies, or parts of some. It is no
// pattern that finds them: the path may hold what means something in one.
func copiesBeside(path string) []string {
	entries, _ := os.ReadDir(filepath.Dir(path))
	var all []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), filepath.Base(path)+".schema-") {
			all = append(all, filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
	return all
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
	for _, name := range copiesBeside(s.path) {
		if strings.HasSuffix(name, ".part") {
			_ = os.Remove(name)
		}
	}
}
