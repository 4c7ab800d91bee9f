package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"foyer/services/agent"
	"foyer/services/atomicfile"
	"foyer/services/backup"
	"foyer/services/fault"
	"foyer/services/room"
	"foyer/services/store"
)

// partBackup names the folders in which backups are put together.
const partBackup = ".backup-"

// Backup implements agent.Data. The database is copied beside itself first: it goes on changing while the
// backup is written, which may be to a slow disk. Where it has no room it is copied beside the backup, which
// may be on another disk.
func (k *dataKeeper) Backup(ctx context.Context, path string) (info agent.BackupInfo, err error) {
	if err := k.spare(path); err != nil {
		return info, err
	}
	k.sweep()
	info, err = k.backupBy(ctx, k.dirs.Data, path)
	if e, ok := errors.AsType[*fault.Error](err); ok && e.Code == store.CodeFull {
		info, err = k.backupBy(ctx, filepath.Dir(path), path)
	}
	return info, err
}

// backupBy makes the backup by way of a copy in a folder.
func (k *dataKeeper) backupBy(ctx context.Context, by, path string) (info agent.BackupInfo, err error) {
	dir, err := os.MkdirTemp(by, partBackup)
	if err != nil {
		return info, onDisk(err)
	}
	defer os.RemoveAll(dir)
	m := backup.Manifest{Foyer: version, Schema: store.Schema(), Made: k.now().UTC().Truncate(time.Second)}
	copied := filepath.Join(dir, backup.DatabasePart)
	err = k.with(ctx, func(s *store.Store) error {
		h, err := s.CopyTo(ctx, copied)
		m.Counts = backup.Counts(h)
		return err
	})
	if err != nil {
		return info, err
	}
	settings, stripped, err := k.cleanSettings()
	if err != nil {
		return info, err
	}
	err = atomicfile.WritePrivate(path, func(w io.Writer) error {
		f, err := os.Open(copied)
		if err != nil {
			return err
		}
		defer f.Close() //nolint:errcheck // read only
		parts := []backup.Part{{Name: backup.DatabasePart, Content: f}}
		if settings != nil {
			parts = append(parts, backup.Part{Name: backup.SettingsPart, Content: bytes.NewReader(settings)})
		}
		return backup.Write(ctx, w, m, parts...)
	})
	if err != nil {
		return info, err
	}
	return agent.BackupInfo{Foyer: m.Foyer, Made: m.Made, Bytes: sizeOf(path), Settings: settings != nil, Stripped: stripped, Holdings: agent.Holdings(m.Counts)}, nil
}

// sweep removes what processes that were killed left of backups. What is younger may be in use.
func (k *dataKeeper) sweep() {
	left, _ := filepath.Glob(filepath.Join(k.dirs.Data, partBackup+"*"))
	for _, dir := range left {
		if info, err := os.Stat(dir); err == nil && k.now().Sub(info.ModTime()) > 24*time.Hour {
			_ = os.RemoveAll(dir)
		}
	}
}

// cleanSettings returns the settings file as it is, but for what looks like a secret; nil when there is none.
func (k *dataKeeper) cleanSettings() (text []byte, stripped bool, err error) {
	text, err = os.ReadFile(k.dirs.Settings())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, onDisk(err)
	}
	text, stripped = backup.WithoutSecrets(text)
	return text, stripped, nil
}

// CheckBackup implements agent.Data.
func (k *dataKeeper) CheckBackup(ctx context.Context, path string) (agent.BackupInfo, error) {
	a, err := backup.Open(path)
	if err != nil {
		return agent.BackupInfo{}, err
	}
	defer a.Close() //nolint:errcheck // read only
	if a.Manifest.Schema > store.Schema() {
		return agent.BackupInfo{}, ofBackup(&fault.Error{Op: "reading a backup", Code: store.CodeNewer})
	}
	return infoOf(a.Manifest, sizeOf(path)), a.Verify(ctx)
}

func infoOf(m backup.Manifest, size int64) agent.BackupInfo {
	info := agent.BackupInfo{Foyer: m.Foyer, Made: m.Made, Bytes: size, Holdings: agent.Holdings(m.Counts)}
	for _, p := range m.Parts {
		info.Settings = info.Settings || p.Name == backup.SettingsPart
	}
	return info
}

// Export implements agent.Data.
func (k *dataKeeper) Export(ctx context.Context, path string) error {
	if err := k.spare(path); err != nil {
		return err
	}
	return atomicfile.WritePrivate(path, func(w io.Writer) error { return k.exportTo(ctx, w) })
}

// exportTo writes the export.
func (k *dataKeeper) exportTo(ctx context.Context, w io.Writer) error {
	about := backup.About{Foyer: version, Exported: k.now().UTC().Truncate(time.Second)}
	file, err := k.settings()
	if err != nil {
		return err
	}
	for _, key := range file.Keys() {
		value, err := file.Get(key.Name)
		if err != nil {
			return err
		}
		clean, _ := backup.WithoutSecrets([]byte(value))
		about.Settings = append(about.Settings, backup.Setting{Name: key.Name, Value: string(clean), Default: key.Default})
	}
	about.Watched = append([]room.Watch(nil), file.Values().Rooms.Watched...)
	return k.with(ctx, func(s *store.Store) error {
		drafts, err := s.Drafts(ctx)
		if err != nil {
			return err
		}
		for _, d := range drafts {
			about.Drafts = append(about.Drafts, backup.Draft(d))
		}
		rooms, err := s.AllRooms(ctx)
		if err != nil {
			return err
		}
		for _, r := range rooms {
			about.Rooms = append(about.Rooms, backup.ChatRoom(r))
		}
		return backup.Export(ctx, w, about, s)
	})
}
