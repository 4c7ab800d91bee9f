package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"foyer/assets"
	"foyer/ui/text"
)

// authors is who the licence names. Nobody reads mail at that address: it is there because the
// format of Debian's packages asks for one.
const (
	authors    = "The Foyer authors"
	maintainer = authors + " <foyer@example.com>"
)

// identity is what FyneApp.toml tells.
type identity struct {
	Icon, Name, ID, Version string
	Build                   int
}

// threeNumbers is a version that Debian, Windows and AppStream order alike.
var threeNumbers = regexp.MustCompile(`^\d+\.\d+\.\d+$`)

// readIdentity reads FyneApp.toml. Everything in it has to be there.
func readIdentity(file string) (identity, error) {
	var app struct{ Details identity }
	if _, err := toml.DecodeFile(file, &app); err != nil {
		return identity{}, fmt.Errorf("reading who we are: %w", err)
	}
	d := app.Details
	if d.Icon == "" || d.Name == "" || strings.Count(d.ID, ".") < 2 || d.Build < 1 {
		return identity{}, fmt.Errorf("%s: icon, name, build, or an ID such as org.example.App is missing", file)
	}
	if !threeNumbers.MatchString(d.Version) {
		return identity{}, fmt.Errorf("%s: the version %q is not like 1.2.3", file, d.Version)
	}
	return d, nil
}

// release is what all packages have in common.
type release struct {
	identity
	// unixName is the name in lower case, as commands and packages are called.
	unixName string
	// root is the project's folder.
	root string
	// date is that of the commit.
	date    time.Time
	words   *text.Catalogue
	foreign []foreign
}

func newRelease(ctx context.Context, root string) (*release, error) {
	who, err := readIdentity(filepath.Join(root, "FyneApp.toml"))
	if err != nil {
		return nil, err
	}
	r := &release{identity: who, unixName: strings.ToLower(who.Name), root: root}
	if r.date, err = dateOf(ctx, root); err != nil {
		return nil, err
	}
	if r.words, err = text.Load(assets.Translations, "en"); err != nil {
		return nil, err
	}
	if said := r.words.T("packages.name"); said != r.Name {
		return nil, fmt.Errorf("the translations call it %q, and FyneApp.toml %q", said, r.Name)
	}
	r.foreign, err = foreignWords()
	return r, err
}

// dateOf returns the date that goes into the packages: SOURCE_DATE_EPOCH, else that of the commit.
func dateOf(ctx context.Context, root string) (time.Time, error) {
	seconds, given := os.LookupEnv("SOURCE_DATE_EPOCH")
	if !given {
		git := exec.CommandContext(ctx, "git", "log", "-1", "--format=%ct")
		git.Dir = root
		out, err := git.Output()
		if err != nil {
			return time.Time{}, fmt.Errorf("asking git for the date of the commit (SOURCE_DATE_EPOCH takes its place): %w", err)
		}
		seconds = strings.TrimSpace(string(out))
	}
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil || n < 0 {
		return time.Time{}, errors.Join(fmt.Errorf("the date %q is no number of seconds since 1970", seconds), err)
	}
	return time.Unix(n, 0).UTC(), nil
}

// foreign is a language beside English.
type foreign struct {
	// locale is its name in files of the desktop, such as "zh_CN".
	locale string
	words  *text.Catalogue
}

// locales are the languages that Foyer speaks beside English: as desktops name them, and as the
// translations are named.
var locales = []struct{ locale, tag string }{
	{"de", "de"}, {"es", "es"}, {"ja", "ja"}, {"pl", "pl"}, {"zh_CN", "zh-Hans"},
}

// foreignWords loads the languages that there are translations for.
func foreignWords() ([]foreign, error) {
	var all []foreign
	for _, l := range locales {
		words, err := text.Load(assets.Translations, l.tag)
		if err != nil {
			return nil, err
		}
		if words.Language() != text.Source {
			all = append(all, foreign{l.locale, words})
		}
	}
	return all, nil
}
