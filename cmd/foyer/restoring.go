package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"foyer/services/agent"
	"foyer/services/atomicfile"
	"foyer/services/backup"
	"foyer/services/fault"
	"foyer/services/profile"
	"foyer/services/store"
)

// What lies in the folder for data while a backup is restored: partRestore while it is unpacked and
// checked, readyRestore when it is whole. The next agent puts it in place before anything is open, and
// keeps what was there in a folder whose name begins with beforeRestore.
const (
	partRestore   = "restore.part"
	readyRestore  = "restore"
	planName      = "plan.json"
	beforeRestore = "before-restore-"
	newsName      = "news.json"
)

// plan says what is done with a folder readyRestore.
type plan struct {
	// Before is the name of the folder that keeps what was there.
	Before   string           `json:"before"`
	Backup   agent.BackupInfo `json:"backup"`
	Doubtful int              `json:"doubtful"`
}

// PrepareRestore implements agent.Data. Until its last step, a rename, nothing that counts has changed.
func (k *dataKeeper) PrepareRestore(ctx context.Context, path string) (info agent.BackupInfo, err error) {
	part := filepath.Join(k.dirs.Data, partRestore)
	if err := errors.Join(removeFlat(part), os.Mkdir(part, 0o700)); err != nil {
		return info, onDisk(err)
	}
	defer func() { _ = removeFlat(part) }() // unless it has another name by then
	if isFolder(path) {
		info, err = k.takeFolder(ctx, path, part)
	} else {
		info, err = unpack(ctx, path, part)
	}
	if err != nil {
		return info, onDisk(err)
	}
	adopted, err := store.Adopt(ctx, filepath.Join(part, backup.DatabasePart), k.now)
	if err != nil {
		return info, ofBackup(err)
	}
	info.Holdings = agent.Holdings(adopted.Holdings)
	if info.Settings {
		if err := k.checkSettings(part); err != nil {
			return info, err
		}
	}
	p := plan{Before: k.beforeName(), Backup: info, Doubtful: adopted.Doubtful}
	if err := writeJSON(filepath.Join(part, planName), p); err != nil {
		return info, err
	}
	ready := filepath.Join(k.dirs.Data, readyRestore)
	// One from an earlier try that never came to its end gives way.
	if err := removeFlat(ready); err != nil {
		return info, onDisk(err)
	}
	if err := os.Rename(part, ready); err != nil {
		return info, onDisk(err)
	}
	k.endTo(endToRestore)
	return info, nil
}

// beforeName is a name that no folder has yet, made from the time.
func (k *dataKeeper) beforeName() string {
	base := beforeRestore + k.now().UTC().Format("20060102T150405Z")
	name := base
	for n := 2; ; n++ {
		if _, err := os.Lstat(filepath.Join(k.dirs.Data, name)); errors.Is(err, fs.ErrNotExist) {
			return name
		}
		name = fmt.Sprint(base, "-", n)
	}
}

// ofBackup says of a backup what the database says of its copy.
func ofBackup(err error) error {
	e, ok := errors.AsType[*fault.Error](err)
	codes := map[string]string{store.CodeNewer: backup.CodeNewer, store.CodeDamaged: backup.CodeDamaged, store.CodeForeign: backup.CodeNone}
	if !ok || codes[e.Code] == "" {
		return err
	}
	return &fault.Error{Op: "reading a backup", Service: "backup", Kind: fault.Invalid, Code: codes[e.Code], Err: err}
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// unpack unpacks a backup.
func unpack(ctx context.Context, path, dir string) (agent.BackupInfo, error) {
	a, err := backup.Open(path)
	if err != nil {
		return agent.BackupInfo{}, err
	}
	defer a.Close() //nolint:errcheck // read only
	return infoOf(a.Manifest, sizeOf(path)), a.Unpack(ctx, dir)
}

// takeFolder copies what an earlier restore has kept.
func (k *dataKeeper) takeFolder(ctx context.Context, from, dir string) (info agent.BackupInfo, err error) {
	database := filepath.Join(from, filepath.Base(k.dirs.Database()))
	there, err := os.Stat(database)
	if err != nil {
		return info, &fault.Error{Op: "restoring", Service: dataService, Kind: fault.Invalid, Code: codeNoDatabase, Err: err}
	}
	info.Made, info.Bytes = there.ModTime().UTC(), there.Size()
	if err := store.Copy(ctx, database, filepath.Join(dir, backup.DatabasePart)); err != nil {
		return info, err
	}
	text, err := os.ReadFile(filepath.Join(from, filepath.Base(k.dirs.Settings())))
	if errors.Is(err, fs.ErrNotExist) {
		return info, nil
	}
	info.Settings = true
	return info, errors.Join(err, os.WriteFile(filepath.Join(dir, backup.SettingsPart), text, 0o600))
}

// checkSettings reads the settings of a backup as Foyer will. Such as no Foyer writes are refused.
func (k *dataKeeper) checkSettings(dir string) error {
	trial := filepath.Join(dir, "trial.toml")
	err := profile.Exchange(trial, filepath.Join(dir, backup.SettingsPart), trial+".kept")
	for _, name := range []string{trial, trial + ".lock"} {
		if errRemove := os.Remove(name); errRemove != nil && !errors.Is(errRemove, fs.ErrNotExist) {
			err = errors.Join(err, errRemove)
		}
	}
	return err
}

// useTime is how long a process is waited for that still has the database open.
const useTime = 10 * time.Second

// finishRestore puts a prepared backup in place, or goes on with that after a process that was killed in the
// middle. nil means that there was none. Only the agent of the profile may call it, before it opens
// anything. What cannot be put in place is given up, and everything stays as it was.
func (k *dataKeeper) finishRestore(ctx context.Context) *agent.DataNews {
	ready := filepath.Join(k.dirs.Data, readyRestore)
	var p plan
	if err := readJSON(filepath.Join(ready, planName), &p); err != nil {
		return nil
	}
	news := &agent.DataNews{Kind: agent.Restored, At: k.now().UTC(), Backup: p.Backup, Doubtful: p.Doubtful, Before: filepath.Join(k.dirs.Data, filepath.Base(p.Before))}
	replaced, err := k.putInPlace(ctx, ready, news.Before)
	if !replaced {
		news = &agent.DataNews{Kind: agent.RestoreFailed, At: k.now().UTC(), Backup: p.Backup}
		_ = os.Remove(filepath.Join(k.dirs.Data, filepath.Base(p.Before))) // if it is empty
	}
	if err != nil {
		// Beside what was restored: the settings are as they were.
		news.Service, news.Code, news.Words = failureOf(err)
	}
	// The news is written first: killed here, the same is done again and changes nothing. Then the plan goes:
	// without it nothing is done again, whatever else of the folder cannot be removed.
	_ = writeJSON(filepath.Join(k.dirs.Data, newsName), news)
	if err := os.Remove(filepath.Join(ready, planName)); err != nil {
		_ = os.Rename(ready, filepath.Join(k.dirs.Data, partRestore+k.now().UTC().Format("-20060102-150405")))
	}
	_ = removeFlat(ready)
	return news
}

// removeFlat removes a folder that has files only, one by one: what cannot be removed keeps nothing else.
func removeFlat(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, e := range entries {
		err = errors.Join(err, os.Remove(filepath.Join(dir, e.Name())))
	}
	return errors.Join(err, os.Remove(dir))
}

// putInPlace reports whether the database is in place; an error beside that is about the settings.
func (k *dataKeeper) putInPlace(ctx context.Context, ready, before string) (replaced bool, err error) {
	if err := os.MkdirAll(before, 0o700); err != nil {
		return false, onDisk(err)
	}
	if err := store.Replace(ctx, k.dirs.Database(), filepath.Join(ready, backup.DatabasePart), before, useTime); err != nil {
		return false, err
	}
	keep := filepath.Join(before, filepath.Base(k.dirs.Settings()))
	return true, profile.Exchange(k.dirs.Settings(), filepath.Join(ready, backup.SettingsPart), keep)
}

// failureOf is what is kept of an error in news.
func failureOf(err error) (service, code, words string) {
	if e, ok := errors.AsType[*fault.Error](err); ok {
		return e.Service, e.Code, e.Words
	}
	return dataService, "", ""
}

// news returns what happened to the data and was not dismissed yet, nil for nothing.
func (k *dataKeeper) news() *agent.DataNews {
	var n agent.DataNews
	if readJSON(filepath.Join(k.dirs.Data, newsName), &n) != nil {
		return nil
	}
	return &n
}

// DismissNews implements agent.Data.
func (k *dataKeeper) DismissNews(context.Context) error {
	err := os.Remove(filepath.Join(k.dirs.Data, newsName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func writeJSON(path string, v any) error {
	return atomicfile.WritePrivate(path, func(w io.Writer) error { return json.NewEncoder(w).Encode(v) })
}

func readJSON(path string, v any) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, v)
}
