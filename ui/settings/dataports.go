package settings

import (
	"context"

	"foyer/services/agent"
)

// KeyKeepDays is the setting of how long messages stay that are done with.
const KeyKeepDays = "outbox.keep-days"

// Data looks after all that the user has in Foyer. Paths are absolute; what is written is written whole or
// not at all, and ends with ctx. Errors are *fault.Error.
type Data interface {
	// DataState says what there is and what it takes on the disk.
	DataState(ctx context.Context) (agent.DataState, error)
	// Prunable returns how many messages would be removed if messages stayed for so many days.
	Prunable(ctx context.Context, days int) (int, error)
	Backup(ctx context.Context, path string) (agent.BackupInfo, error)
	// CheckBackup reads a backup from its beginning to its end.
	CheckBackup(ctx context.Context, path string) (agent.BackupInfo, error)
	// Restore and Erase end this program; it opens again when all is done.
	Restore(ctx context.Context, path string) (agent.BackupInfo, error)
	Erase(ctx context.Context) error
	Export(ctx context.Context, path string) error
	Report(ctx context.Context) (string, error)
	SaveReport(ctx context.Context, path string) error
	// DismissNews forgets what DataState tells as news.
	DismissNews(ctx context.Context) error
}
