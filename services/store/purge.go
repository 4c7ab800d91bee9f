package store

import (
	"context"
	"time"
)

// purges are what goes for good: what was deleted or discarded before a time, the meeting rooms of days
// that nobody has read for long, and then the batches of which nothing is left.
var purges = []struct {
	kept         time.Duration
	find, remove string
}{
	{Kept, "SELECT 1 FROM links WHERE deleted <> 0 AND deleted < ?", "DELETE FROM links WHERE deleted <> 0 AND deleted < ?"},
	{Kept, "SELECT 1 FROM messages WHERE discarded > 0 AND discarded < ?", "DELETE FROM messages WHERE discarded > 0 AND discarded < ?"},
	{KeptRooms, "SELECT 1 FROM room_snapshots WHERE saved < ?", "DELETE FROM room_snapshots WHERE saved < ?"},
}

// emptyBatches reads the messages of the few batches only of which none is on the list.
const emptyBatches = `DELETE FROM batches WHERE id > 0 AND queued + sending + sent + failed + unknown = 0
	AND NOT EXISTS (SELECT 1 FROM messages WHERE batch = batches.id AND batch > 0)`

// purge removes what was deleted longer ago than Kept, and rooms after KeptRooms. It looks first, because a write at every
// start would cost a disk flush for nothing.
func (s *Store) purge(ctx context.Context) error {
	for _, p := range purges {
		limit := nanos(s.now().Add(-p.kept))
		var found bool
		if err := s.writer.QueryRowContext(ctx, "SELECT EXISTS ("+p.find+")", limit).Scan(&found); err != nil {
			return err
		}
		if !found {
			continue
		}
		if _, err := s.writer.ExecContext(ctx, p.remove, limit); err != nil {
			return err
		}
		if _, err := s.writer.ExecContext(ctx, emptyBatches); err != nil {
			return err
		}
	}
	return nil
}
