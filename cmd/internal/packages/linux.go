package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"foyer/cmd/internal/completion"
)

// linuxTree returns everything that lies below the prefix (/usr, /usr/local, ~/.local). The built
// programs write their own pages.
func (r *release) linuxTree(ctx context.Context, built string) (tree, error) {
	t := tree{}
	for _, name := range []string{r.unixName, r.unixName + "-window"} {
		program, err := os.ReadFile(filepath.Join(built, name))
		if err != nil {
			return nil, fmt.Errorf("reading a program: %w", err)
		}
		t["bin/"+name] = file{data: program, program: true}
	}
	if err := r.addPages(ctx, t, built); err != nil {
		return nil, err
	}
	if err := r.addIcons(t); err != nil {
		return nil, err
	}
	metainfo, err := r.metainfo()
	if err != nil {
		return nil, err
	}
	t.add("share/applications/"+r.ID+".desktop", r.desktopEntry())
	t.add("share/metainfo/"+r.ID+".metainfo.xml", metainfo)
	t.add("share/bash-completion/completions/"+r.unixName, []byte(completion.Script("bash")))
	t.add("share/zsh/site-functions/_"+r.unixName, []byte(completion.Script("zsh")))
	t.add("share/fish/vendor_completions.d/"+r.unixName+".fish", []byte(completion.Script("fish")))
	return t, r.addNotices(ctx, t, "share/doc/"+r.unixName)
}

// addPages asks the programs for their manual pages, in English and in every other language.
func (r *release) addPages(ctx context.Context, t tree, built string) error {
	pages := []struct{ program, argument string }{{r.unixName, "man"}, {r.unixName + "-window", "--man"}}
	for _, p := range pages {
		english, err := manualPage(ctx, filepath.Join(built, p.program), p.argument, "en")
		if err != nil {
			return err
		}
		t.add("share/man/man1/"+p.program+".1", english)
		for _, l := range r.foreign {
			page, err := manualPage(ctx, filepath.Join(built, p.program), p.argument, l.locale)
			if err != nil {
				return err
			}
			if !bytes.Equal(page, english) {
				t.add("share/man/"+l.locale+"/man1/"+p.program+".1", page)
			}
		}
	}
	return nil
}

func manualPage(ctx context.Context, program, argument, language string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, program, argument)
	// Nothing of whoever makes the package shows in it: not the languages, not the home.
	cmd.Env = []string{"LANGUAGE=" + language, "LC_ALL=C.UTF-8", "HOME=/nonexistent"}
	page, err := output(cmd)
	if err != nil {
		return nil, fmt.Errorf("asking for the manual page: %w", err)
	}
	return page, nil
}
