package store

import (
	"context"
	"database/sql"
	"errors"

	"foyer/services/fault"
)

// maxDraft is the length in bytes of the longest draft.
const maxDraft = 16 << 20

// Draft returns what SaveDraft kept under this name last, nil for nothing.
func (s *Store) Draft(ctx context.Context, name string) ([]byte, error) {
	var content []byte
	err := s.reader.QueryRowContext(ctx, "SELECT content FROM drafts WHERE name = ?", name).Scan(&content)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return content, s.fail(ctx, "reading a draft", err)
}

// SaveDraft keeps what was typed and not yet done, so that a window that dies loses nothing; nil
// forgets it. It holds no secret: that is the caller's promise.
func (s *Store) SaveDraft(ctx context.Context, name string, content []byte) error {
	const op = "saving a draft"
	if len(content) > maxDraft {
		return &fault.Error{Op: op, Service: service, Kind: fault.Invalid, Code: CodeTooLong}
	}
	return s.change(ctx, op, func(tx *sql.Tx) error {
		if content == nil {
			result, err := tx.ExecContext(ctx, "DELETE FROM drafts WHERE name = ?", name)
			return affected(result, err)
		}
		result, err := tx.ExecContext(ctx, `INSERT INTO drafts (name, saved, content) VALUES (?1, ?2, ?3)
			ON CONFLICT (name) DO UPDATE SET saved = ?2, content = ?3 WHERE content <> ?3`, name, nanos(s.now()), content)
		return affected(result, err)
	})
}
