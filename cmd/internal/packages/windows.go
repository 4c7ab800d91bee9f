package main

import (
	"context"
	"path/filepath"
)

// windowsTree returns the files for Windows. The programs get their resources here and not from
// the linker: so whoever builds them without this, builds them the same.
func (r *release) windowsTree(ctx context.Context, built, work string) (tree, error) {
	t := tree{}
	for _, p := range []struct{ name, description string }{
		{r.unixName, r.words.T("packages.windows.agent")},
		{r.unixName + "-window", r.words.T("packages.windows.window")},
	} {
		program, err := r.withResources(filepath.Join(built, p.name+".exe"), p.name, p.description)
		if err != nil {
			return nil, err
		}
		if program, err = sign(ctx, program, work); err != nil {
			return nil, err
		}
		t[p.name+".exe"] = file{data: program, program: true}
	}
	notices := tree{}
	if err := r.addNotices(ctx, notices, "."); err != nil {
		return nil, err
	}
	for _, name := range notices.paths() {
		t.add(filepath.Base(name)+".txt", windowsLines(notices[name].data))
	}
	t.add("README.txt", windowsLines([]byte(r.note(r.words.T("packages.note.windows")))))
	return t, nil
}
