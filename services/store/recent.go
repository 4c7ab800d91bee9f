package store

import (
	"context"

	"foyer/services/message"
)

// Recent returns the messages of no batch that were queued last, in whatever state, the newest first
// and at most limit of them.
func (s *Store) Recent(ctx context.Context, limit int) ([]message.Item, error) {
	const op = "reading the last messages"
	var ids []int64
	err := each(ctx, s.reader, `SELECT id FROM messages WHERE batch = 0 AND discarded = 0 ORDER BY id DESC LIMIT ?`, []any{limit},
		func(from scanner) error {
			var id int64
			err := from.Scan(&id)
			ids = append(ids, id)
			return err
		})
	if err != nil {
		return nil, s.fail(ctx, op, err)
	}
	items, err := readItems(ctx, s.reader, ids)
	return items, s.fail(ctx, op, err)
}
