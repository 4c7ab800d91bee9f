package store

import (
	"context"
	"database/sql"
)

// rescueRooms takes over the days and months that can be read, so that there is a board while the server
// is away. What is lost is read again.
func (s *Store) rescueRooms(ctx context.Context, old *sql.DB) {
	_ = s.change(ctx, "rescuing rooms", func(tx *sql.Tx) error {
		var failed error
		n := 0
		service := serviceOf(ctx, old, "room_contents")
		salvage(ctx, func(sp span) (keys, error) {
			var k keys
			err := each(ctx, old, sp.query("id, "+service+", period, content", "room_contents", "id"), []any{sp.low, sp.high}, func(from scanner) error {
				var id int64
				var owner, period string
				var content []byte
				if err := from.Scan(&id, &owner, &period, &content); err != nil {
					return err
				}
				if !k.seen(sp, id) {
					return errBadKey
				}
				saved, hash, reading, ok := readingOf(ctx, old, owner, period)
				if !ok || unpack(content, &struct{}{}) != nil || failed != nil {
					return failed
				}
				_, failed = tx.ExecContext(ctx, "INSERT OR IGNORE INTO room_snapshots (service, period, saved, reading, hash) VALUES (?, ?, ?, ?, ?)", owner, period, saved, reading, hash)
				if failed == nil {
					_, failed = tx.ExecContext(ctx, "INSERT OR IGNORE INTO room_contents (service, period, content) VALUES (?, ?, ?)", owner, period, content)
				}
				n++
				return failed
			})
			if failed != nil {
				return k, nil // what was read cannot be written: no use to go on
			}
			return k, err
		})
		if failed != nil {
			return failed
		}
		return changed(n, nil)
	})
}

func readingOf(ctx context.Context, old *sql.DB, owner, period string) (saved, hash int64, reading string, ok bool) {
	err := old.QueryRowContext(ctx, "SELECT saved, hash, reading FROM room_snapshots WHERE period = ? AND ? = "+serviceOf(ctx, old, "room_snapshots"), period, owner).Scan(&saved, &hash, &reading)
	return saved, hash, reading, err == nil
}
