package agent

import (
	"context"
	"time"

	"foyer/services/fault"
)

// Data is what the user has in Foyer, as a whole. Paths are absolute. What takes its time ends with ctx.
// Errors are *fault.Error.
type Data interface {
	// DataState says what there is and what it takes on the disk.
	DataState(ctx context.Context) (DataState, error)
	// Prunable returns how many messages would be removed if messages stayed for so many days.
	Prunable(ctx context.Context, days int) (int, error)
	// Backup writes everything but secrets and logs to one file, whole or not at all.
	Backup(ctx context.Context, path string) (BackupInfo, error)
	// CheckBackup reads a backup from its beginning to its end, and changes nothing.
	CheckBackup(ctx context.Context, path string) (BackupInfo, error)
	// PrepareRestore makes a backup ready to take the place of what is there when the agent has ended.
	PrepareRestore(ctx context.Context, path string) (BackupInfo, error)
	// PrepareErase has everything removed when the agent has ended.
	PrepareErase(ctx context.Context) error
	// Export writes everything but secrets as one JSON document, whole or not at all.
	Export(ctx context.Context, path string) error
	// Report describes this Foyer for those who help, as Markdown without secrets, names and texts.
	Report(ctx context.Context) (string, error)
	// SaveReport writes a report to a file, whole or not at all.
	SaveReport(ctx context.Context, path string) error
	// DismissNews forgets the News of DataState.
	DismissNews(ctx context.Context) error
}

// BackupEnding is how the names of backups end.
const BackupEnding = ".foyer-backup"

// Holdings is how much of the user's there is.
type Holdings struct {
	Links    int `json:"links"`
	Messages int `json:"messages"`
	Batches  int `json:"batches"`
	Groups   int `json:"groups"`
	People   int `json:"people"`
	Drafts   int `json:"drafts"`
	// Waiting are the Messages that are queued or being sent.
	Waiting int `json:"waiting"`
}

// BackupInfo is what is known of a backup.
type BackupInfo struct {
	// Foyer is the version that made it, Made when.
	Foyer string    `json:"foyer"`
	Made  time.Time `json:"made"`
	// Bytes is the size of its file.
	Bytes int64 `json:"bytes"`
	// Settings says that it holds settings, Stripped that something like a password was left out of them.
	Settings bool `json:"settings"`
	Stripped bool `json:"stripped,omitempty"`
	Holdings
}

// DataState is what the user has in Foyer.
type DataState struct {
	Holdings
	// Database is its size on the disk in bytes with its log, Log that of the logs.
	Database int64 `json:"database"`
	Log      int64 `json:"log"`
	// Before are the copies that were made before the database was brought up to date, newest first.
	Before []BeforeState `json:"before,omitempty"`
	// News is what happened to the data while no window was there; nil for nothing.
	News *DataNews `json:"news,omitempty"`
}

// BeforeState is a copy of the database with an older schema.
type BeforeState struct {
	Path   string    `json:"path"`
	Schema int       `json:"schema"`
	Made   time.Time `json:"made"`
	Bytes  int64     `json:"bytes"`
}

// NewsKind says what happened to the data.
type NewsKind string

// The kinds of news.
const (
	// Restored: a backup has taken the place of what was there.
	Restored NewsKind = "restored"
	// RestoreFailed: it has not, and everything is as it was.
	RestoreFailed NewsKind = "restore-failed"
	// EraseFailed: something could not be removed.
	EraseFailed NewsKind = "erase-failed"
)

// DataNews is what happened to the data.
type DataNews struct {
	Kind NewsKind  `json:"kind"`
	At   time.Time `json:"at"`
	// Backup is what was restored, and Doubtful how many messages waited in it: they are unknown now.
	Backup   BackupInfo `json:"backup,omitzero"`
	Doubtful int        `json:"doubtful,omitempty"`
	// Before is the folder that keeps what was there.
	Before string `json:"before,omitempty"`
	// Left are what could not be removed: paths, and names of secrets.
	Left []string `json:"left,omitempty"`
	// Service, Code and Words are those of the failure.
	Service string `json:"service,omitempty"`
	Code    string `json:"code,omitempty"`
	Words   string `json:"words,omitempty"`
}

// Failure is why something was not done; nil when all was, or when Left says it.
func (n DataNews) Failure() error {
	if n.Service == "" && n.Code == "" {
		return nil
	}
	return &fault.Error{Op: "looking after the data", Service: n.Service, Kind: fault.Other, Code: n.Code, Words: n.Words}
}
