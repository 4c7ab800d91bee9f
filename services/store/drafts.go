package store

import (
	"context"
	"time"
)

// KeptDraft is what SaveDraft kept, under its name.
type KeptDraft struct {
	Name    string
	Saved   time.Time
	Content []byte
}

// Drafts returns all drafts by their names.
func (s *Store) Drafts(ctx context.Context) ([]KeptDraft, error) {
	var all []KeptDraft
	err := each(ctx, s.reader, "SELECT name, saved, content FROM drafts ORDER BY name", nil, func(from scanner) error {
		var d KeptDraft
		var saved int64
		err := from.Scan(&d.Name, &saved, &d.Content)
		d.Saved = fromNanos(saved)
		all = append(all, d)
		return err
	})
	return all, s.fail(ctx, "reading the drafts", err)
}
