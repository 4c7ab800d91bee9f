package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"foyer/services/link"
)

// UpdateLink writes what a user may edit: name, label, template, e-mail, SIP address, phone and
// pin, and the URL that belongs to them, which the caller writes anew when an address changed. The
// link is found by l.Ref. A name that differs from the kept one counts as typed by the user and
// survives later saves; an empty name gives that up. The error matches ErrNotFound, or
// ErrDuplicate when another saved link leads to the new address already.
func (s *Store) UpdateLink(ctx context.Context, l link.Saved) error {
	return s.change(ctx, fmt.Sprintf("changing saved link %d", l.Ref), func(tx *sql.Tx) error {
		var named bool
		old, err := scan(tx.QueryRowContext(ctx, `SELECT `+columns+`, named FROM links WHERE ref = ? AND deleted = 0`, l.Ref), &named)
		if errors.Is(err, sql.ErrNoRows) {
			return ErrNotFound
		}
		if err != nil {
			return err
		}
		edited := edit(old, l)
		if err := makeRoom(ctx, tx, edited); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `UPDATE links SET key = ?, name = ?, email = ?, sip = ?, url = ?, label = ?, template = ?,
			phone = ?, pinned = ?, named = ? WHERE ref = ?`,
			edited.Key(), edited.Name, edited.Email, edited.SIP, edited.URL, edited.Label, edited.Template,
			edited.Phone, edited.Pinned, edited.Name != "" && (named || edited.Name != old.Name), l.Ref)
		return err
	})
}

// edit returns old with the parts of l that a user may change.
func edit(old, l link.Saved) link.Saved {
	e := old
	e.Name, e.Email, e.SIP, e.URL = l.Name, l.Email, l.SIP, l.URL
	e.Label, e.Template, e.Phone, e.Pinned = l.Label, l.Template, l.Phone, l.Pinned
	return e
}

// makeRoom makes sure that no other link has l's key. A deleted one gives way for good: it could
// not be restored beside l.
func makeRoom(ctx context.Context, tx *sql.Tx, l link.Saved) error {
	key, err := keyOf(l.Target)
	if err != nil {
		return err
	}
	var ref, deleted int64
	err = tx.QueryRowContext(ctx, "SELECT ref, deleted FROM links WHERE key = ? AND ref <> ?", key, l.Ref).Scan(&ref, &deleted)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil
	case err != nil:
		return err
	case deleted == 0:
		return fmt.Errorf("saved link %d: %w", ref, ErrDuplicate)
	}
	_, err = tx.ExecContext(ctx, "DELETE FROM links WHERE ref = ?", ref)
	return err
}

// PinLink pins or unpins the link.
func (s *Store) PinLink(ctx context.Context, ref int64, pinned bool) error {
	return s.set(ctx, fmt.Sprintf("pinning saved link %d", ref),
		"UPDATE links SET pinned = ? WHERE ref = ? AND deleted = 0", pinned, ref)
}

// UseLink notes that the link was copied or opened now.
func (s *Store) UseLink(ctx context.Context, ref int64) error {
	return s.set(ctx, fmt.Sprintf("using saved link %d", ref),
		"UPDATE links SET used = ? WHERE ref = ? AND deleted = 0", nanos(s.now()), ref)
}

// DeleteLink takes the link out of the list. RestoreLink brings it back for as long as Kept.
func (s *Store) DeleteLink(ctx context.Context, ref int64) error {
	return s.set(ctx, fmt.Sprintf("deleting saved link %d", ref),
		"UPDATE links SET deleted = ? WHERE ref = ? AND deleted = 0", nanos(s.now()), ref)
}

// RestoreLink brings a deleted link back as it was. Restoring one that was not deleted does
// nothing; one that was purged is not found.
func (s *Store) RestoreLink(ctx context.Context, ref int64) error {
	return s.set(ctx, fmt.Sprintf("restoring saved link %d", ref),
		"UPDATE links SET deleted = 0 WHERE ref = ?", ref)
}

// set runs a statement that must hit exactly one link.
func (s *Store) set(ctx context.Context, op, statement string, args ...any) error {
	return s.change(ctx, op, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, statement, args...)
		if err != nil {
			return err
		}
		n, err := result.RowsAffected()
		if err == nil && n == 0 {
			return ErrNotFound
		}
		return err
	})
}
