package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"foyer/services/agent"
	"foyer/services/fault"
	"foyer/services/profile"
	"foyer/services/store"
)

// PrepareErase implements agent.Data. Nothing is removed while the agent runs: it would write it back.
func (k *dataKeeper) PrepareErase(context.Context) error {
	k.endTo(endToErase)
	return nil
}

// unerased says what could not be removed.
type unerased struct {
	left []string
	err  error
}

func (u *unerased) Error() string { return "left: " + strings.Join(u.left, ", ") }

func (u *unerased) Unwrap() error { return u.err }

// erase removes everything that Foyer keeps of this profile: secrets first and the settings, which name
// them, last, so that it can be done again after a process that was killed in the middle. It goes on after
// failures. Nobody may have the profile open: whoever calls it has the agent's lock. The error is a
// *unerased, or a *fault.Error when nothing was removed.
func (k *dataKeeper) erase(ctx context.Context) error {
	if err := store.Unused(ctx, k.dirs.Database(), useTime); err != nil {
		if e, ok := errors.AsType[*fault.Error](err); ok && e.Code == store.CodeInUse {
			return err
		}
	}
	left := &unerased{}
	fail := func(what string, err error) {
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			left.left, left.err = append(left.left, what), errors.Join(left.err, err)
		}
	}
	keeper := k.keeper()
	for _, name := range k.secretNames() {
		if err := keeper.Remove(ctx, name); err != nil && codeOf(err) != "secret-from-environment" {
			fail(k.words.T("data.secret", "Name", name), err)
		}
	}
	if k.autostart != nil {
		fail(k.words.T("data.autostart-entry"), k.autostart(ctx))
	}
	patience, enough := context.WithTimeout(ctx, useTime)
	defer enough()
	for _, name := range k.files() {
		fail(name, patiently(patience, os.Remove, name))
	}
	for _, name := range k.folders() {
		fail(name, patiently(patience, os.RemoveAll, name))
	}
	if left.err == nil {
		for _, name := range k.lastFiles() {
			fail(name, patiently(patience, os.Remove, name))
		}
	}
	if left.err != nil {
		return left
	}
	return nil
}

// patiently removes what is there. An agent that has given its lock back ends a moment later, and until then
// its log is open, which Windows does not let go.
func patiently(ctx context.Context, remove func(string) error, name string) error {
	for {
		err := remove(name)
		if !inUse(err) || rest(ctx, pruneRest) != nil {
			return err
		}
	}
}

func codeOf(err error) string {
	if e, ok := errors.AsType[*fault.Error](err); ok {
		return e.Code
	}
	return ""
}

// secretNames are all secrets that Foyer may keep for the services of the settings, and for those that
// every profile can have.
func (k *dataKeeper) secretNames() []string {
	names := []string{agent.ChatMessenger, agent.HuaweiMeeting, agent.HuaweiApp}
	if file, err := k.settings(); err == nil {
		for _, key := range file.Keys() {
			id, _, _ := strings.Cut(key.Name, ".")
			switch profile.KindOf(id) {
			case profile.KindMessenger:
				names = append(names, id)
			case profile.KindHuawei:
				names = append(names, id, id+strings.TrimPrefix(agent.HuaweiApp, agent.HuaweiMeeting))
			}
		}
	}
	kept, _ := os.ReadDir(k.dirs.Secrets())
	for _, f := range kept {
		if !strings.HasPrefix(f.Name(), ".") {
			names = append(names, f.Name())
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// files are the files to remove, those only that Foyer makes.
func (k *dataKeeper) files() []string {
	d := k.dirs
	all := append(k.logs(), filepath.Join(d.Data, newsName), d.DeliveryLock())
	icon, _ := notificationIcon()
	for _, name := range []string{icon, "tray-hint", "no-tray", "shortcut-refused", "shortcut-taken"} {
		all = append(all, filepath.Join(d.State, name))
	}
	for _, ending := range []string{"-wal", "-shm", "-journal", ".suspect", ".lock", ""} {
		all = append(all, d.Database()+ending)
	}
	for _, pattern := range []string{d.Database() + ".schema-*", d.Database() + ".damaged-*", d.Database() + ".rescue*"} {
		all = append(all, matching(pattern)...)
	}
	return all
}

// demoFolder is the folder of the demo office in the folder for data.
const demoFolder = "demo"

// folders are the folders to remove with everything in them.
func (k *dataKeeper) folders() []string {
	d := k.dirs
	all := []string{d.Secrets(), d.Crashes(), filepath.Join(d.Data, partRestore), filepath.Join(d.Data, readyRestore), filepath.Join(d.Data, demoFolder)}
	all = append(all, matching(filepath.Join(d.Data, beforeRestore+"*"))...)
	return append(all, matching(filepath.Join(d.Data, partBackup+"*"))...)
}

// lastFiles are what tells of the others, and therefore go last.
func (k *dataKeeper) lastFiles() []string {
	settings := k.dirs.Settings()
	return append(matching(settings+".broken-*"), settings, settings+".lock")
}

// matching returns the files whose names match in their last part. The folder means itself.
func matching(pattern string) []string {
	dir, last := filepath.Split(pattern)
	entries, _ := os.ReadDir(dir)
	var all []string
	for _, e := range entries {
		if ok, _ := filepath.Match(last, e.Name()); ok {
			all = append(all, filepath.Join(dir, e.Name()))
		}
	}
	return all
}

// finishErase erases when the agent has ended, and leaves word of what could not be removed.
func (k *dataKeeper) finishErase(ctx context.Context) error {
	err := k.erase(ctx)
	if err == nil {
		return nil
	}
	news := agent.DataNews{Kind: agent.EraseFailed, At: k.now().UTC()}
	if left, ok := errors.AsType[*unerased](err); ok {
		news.Left = left.left
	} else {
		news.Service, news.Code, news.Words = failureOf(err)
	}
	return errors.Join(err, writeJSON(filepath.Join(k.dirs.Data, newsName), news))
}
