package store

import "context"

// purges are what goes for good: what was deleted or discarded before a time, and then the batches
// of which nothing is left.
var purges = []struct{ find, remove string }{
	{"SELECT 1 FROM links WHERE deleted <> 0 AND deleted < ?", "DELETE FROM links WHERE deleted <> 0 AND deleted < ?"},
	{"SELECT 1 FROM messages WHERE discarded > 0 AND discarded < ?", "DELETE FROM messages WHERE discarded > 0 AND discarded < ?"},
}

// emptyBatches reads the messages of the few batches only of which none is on the list.
const emptyBatches = `DELETE FROM batches WHERE id > 0 AND queued + sending + sent + failed + unknown = 0
	AND NOT EXISTS (SELECT 1 FROM messages WHERE batch = batches.id AND batch > 0)`

// purge removes what was deleted longer ago than Kept. It looks first, because a write at every
// start would cost a disk flush for nothing.
func (s *Store) purge(ctx context.Context) error {
	limit := nanos(s.now().Add(-Kept))
	for _, p := range purges {
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
